import type { Process, Step } from '../../kernel/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { readDatabase } from './data.ts';
import { agreed, resolved, title } from './resolution.ts';
import { sizeText, table } from './table.ts';
import { removeFiles, save } from './transaction.ts';

/** `yum remove`. */
export function* remove(p: Process, call: Call, say: Say): Step<number> {
  if (p.credentials.uid !== 0)
    throw new YumError(
      call.dnf
        ? 'Error: This command has to be run with superuser privileges (under the root user on most systems).'
        : 'You need to be root to perform this command.',
    );
  const here = readDatabase(p);
  const gone = call.words.flatMap((word) => here.get(word) ?? []);
  for (const word of call.words)
    if (!here.has(word)) yield* say(call.dnf ? `No match for argument: ${word}\n` : `No Match for argument: ${word}\n`);
  if (gone.length === 0) {
    yield* say(
      call.dnf
        ? 'No packages marked for removal.\nDependencies resolved.\nNothing to do.\nComplete!\n'
        : 'No Packages marked for removal\n',
    );
    return 0;
  }
  const shown = gone.map((each) => ({ ...each, installed: each.size, depends: [], files: '' }));
  yield* resolved(call, say, shown, 'will be erased');
  yield* say(table([['Removing:', shown]], '@System', call.dnf));
  yield* say(
    `Remove  ${gone.length} Package${gone.length === 1 ? '' : 's'}\n\n${call.dnf ? 'Freed space' : 'Installed size'}: ${sizeText(gone.reduce((sum, { size }) => sum + size, 0))}\n`,
  );
  if (!(yield* agreed(p, call))) return 1;
  for (const [at, each] of gone.entries()) {
    yield* say(`  Erasing    : ${title(each)}`.padEnd(72).concat(`${at + 1}/${gone.length} \n`));
    removeFiles(p, each);
    here.delete(each.name);
  }
  save(p, here);
  yield* say(`\nRemoved:\n${gone.map((each) => `  ${title(each)}\n`).join('')}\nComplete!\n`);
  return 0;
}
