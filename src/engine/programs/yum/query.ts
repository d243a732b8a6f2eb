import type { Process, Step } from '../../kernel/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { readDatabase, rpms } from './data.ts';
import { sizeText } from './table.ts';

/** list, search, info, provides. */
export function* query(p: Process, call: Call, say: Say): Step<number> {
  const here = readDatabase(p);
  const { packages } = yield* rpms(p);
  const [first = ''] = call.words;
  if (call.command === 'list' && first === 'installed') {
    yield* say('Installed Packages\n');
    for (const each of [...here.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
      yield* p.write(1, `${`${each.name}.${each.arch}`.padEnd(40)} ${each.version.padEnd(24)} @System\n`);
    return 0;
  }
  const pattern = new RegExp(
    first === ''
      ? ''
      : call.command === 'list'
        ? `^${first.replace(/[.+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')}$`
        : first.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'),
  );
  const found = [...packages.values()].filter(({ name }) => pattern.test(name));
  if (found.length === 0)
    throw new YumError(
      call.command === 'list' ? 'Error: No matching Packages to list' : `Warning: No matches found for: ${first}\nNo matches found`,
    );
  for (const each of found) {
    if (call.command === 'search') yield* p.write(1, `${each.name}.${each.arch} : ${each.name}\n`);
    else if (call.command === 'info')
      yield* p.write(
        1,
        `Name        : ${each.name}\nArch        : ${each.arch}\nVersion     : ${each.version.split('-')[0]}\nRelease     : ${each.version.split('-')[1] ?? ''}\nSize        : ${sizeText(each.installed)}\n\n`,
      );
    else
      yield* p.write(1, `${`${each.name}.${each.arch}`.padEnd(40)} ${each.version.padEnd(24)} ${here.has(each.name) ? '@base' : 'base'}\n`);
  }
  return 0;
}
