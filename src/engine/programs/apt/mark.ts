import type { Process, Step } from '../../kernel/index.ts';
import { Database } from '../dpkg/database.ts';
import { AptError, type AptOptions, Printer } from './call.ts';

/** apt-mark: auto, manual, hold, unhold, showauto, showmanual, showhold. */
export function* mark(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const db = new Database(p);
  const { command, operands } = options;
  if (command.startsWith('show')) {
    for (const stanza of db.all()) {
      const automatic = db.automatic.has(stanza.name);
      const shown =
        command === 'showhold' ? stanza.held : command === 'showauto' ? automatic : command === 'showmanual' ? !automatic : undefined;
      if (shown === undefined) throw new AptError(`E: Invalid operation ${command}`);
      if (shown && (operands.length === 0 || operands.includes(stanza.name))) yield* printer.out(`${stanza.name}\n`);
    }
    return 0;
  }
  if (!['auto', 'manual', 'hold', 'unhold', 'markauto', 'unmarkauto'].includes(command))
    throw new AptError(`E: Invalid operation ${command}`);
  if (operands.length === 0) throw new AptError('E: No packages found');
  for (const name of operands) {
    const stanza = db.installed(name);
    if (stanza === undefined) throw new AptError(`E: Unable to locate package ${name}\nE: No packages found`);
    const automatic = db.automatic.has(name);
    if (command === 'hold' || command === 'unhold') {
      const hold = command === 'hold';
      const text =
        stanza.held === hold
          ? `${name} was already ${hold ? '' : 'not '}on hold.`
          : hold
            ? `${name} set on hold.`
            : `Canceled hold on ${name}.`;
      stanza.fields.set('Status', stanza.status.replace(/^\S+/, hold ? 'hold' : 'install'));
      yield* printer.out(`${text}\n`);
    } else {
      const auto = command.endsWith('auto') && command !== 'unmarkauto';
      const word = auto ? 'automatically' : 'manually';
      yield* printer.out(automatic === auto ? `${name} was already set to ${word} installed.\n` : `${name} set to ${word} installed.\n`);
      if (auto) db.automatic.add(name);
      else db.automatic.delete(name);
    }
  }
  db.save(p);
  db.saveAutomatic(p);
  return 0;
}
