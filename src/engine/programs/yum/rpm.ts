import type { Process, Program, Run, Step } from '../../kernel/index.ts';
import { type Installed, readDatabase } from './data.ts';

const title = ({ name, version, arch }: Installed): string => `${name}-${version}.${arch}`;

/** rpm -q and its forms, --version, -e; what needs package files is refused. */
export const rpm: Program = function* main(p: Process): Run {
  const args = p.argv.slice(1);
  if (args.includes('--version')) {
    yield* p.write(1, 'RPM version 4.11.3\n');
    return 0;
  }
  const letters = args
    .filter((word) => /^-[a-zA-Z]+$/.test(word))
    .join('')
    .replaceAll('-', '');
  const words = args.filter((word) => !word.startsWith('-'));
  const here = readDatabase(p);
  if (args.includes('--import') || args.includes('--rebuilddb')) return 0;
  if (letters.includes('q') || args.includes('--query'))
    return yield* query(p, letters + (args.includes('--list') ? 'l' : '') + (args.includes('--all') ? 'a' : ''), words, here);
  if (letters.includes('e') || /[iUF]/.test(letters) || args.includes('--install')) {
    yield* p.write(2, 'strata: rpm answers questions only; install and remove with yum or dnf\n');
    return 1;
  }
  yield* p.write(
    2,
    'RPM version 4.11.3\nCopyright (C) 1998-2002 - Red Hat, Inc.\nThis program may be freely redistributed under the terms of the GNU GPL\n\nUsage: rpm [OPTION...]\n',
  );
  return 1;
};

function* query(p: Process, letters: string, words: readonly string[], here: ReadonlyMap<string, Installed>): Step<number> {
  if (letters.includes('a')) {
    for (const each of here.values())
      if (words.length === 0 || words.some((word) => new RegExp(`^${word.replaceAll('*', '.*')}$`).test(each.name)))
        yield* p.write(1, `${title(each)}\n`);
    return 0;
  }
  let missing = 0;
  for (const word of words) {
    const found = letters.includes('f') ? [...here.values()].find(({ paths }) => paths.includes(word)) : here.get(word);
    if (found === undefined) {
      missing++;
      yield* p.write(
        1,
        letters.includes('f')
          ? p.fs.exists(word)
            ? `file ${word} is not owned by any package\n`
            : `error: file ${word}: No such file or directory\n`
          : `package ${word} is not installed\n`,
      );
    } else if (letters.includes('l')) yield* p.write(1, found.paths.length === 0 ? '(contains no files)\n' : `${found.paths.join('\n')}\n`);
    else if (letters.includes('i'))
      yield* p.write(
        1,
        `Name        : ${found.name}\nVersion     : ${found.version.split('-')[0]}\nRelease     : ${found.version.split('-')[1] ?? ''}\nArchitecture: ${found.arch}\nSize        : ${found.size}\n`,
      );
    else yield* p.write(1, `${title(found)}\n`);
  }
  return missing;
}
