import type { Run } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import type { LongOption } from '../../options.ts';
import { createArchive } from './create.ts';
import { readMembers } from './extract.ts';

/** busybox's tar c|x|t: the first word needs no dash. */
export const tar = (a: Call): Run => run(a, {}, false);

/** The host's tar: GNU's options for what goes into an archive besides. */
export const gnuTar = (a: Call): Run =>
  run(
    a,
    {
      owner: { as: 'owner', arg: 'required' },
      group: { as: 'group', arg: 'required' },
      mode: { as: 'mode', arg: 'required' },
      mtime: { as: 'mtime', arg: 'required' },
      sort: { as: 'sort', arg: 'required' },
      format: { as: 'format', arg: 'required' },
      exclude: { as: 'exclude', arg: 'required' },
      'absolute-names': { as: 'P' },
    },
    true,
  );

function* run(a: Call, more: Readonly<Record<string, LongOption>>, gnu: boolean): Run {
  if (a.args.length === 1 && a.args[0] === '--version') {
    yield* a.line('tar (busybox) 1.35.0');
    return 0;
  }
  const o = a.options(gnu ? 'txcvOmpkohPf:C:jaJZz' : 'txcvOmpkohf:C:jaJZz', {
    args: withDash(a.args),
    long: {
      list: { as: 't' },
      extract: { as: 'x' },
      create: { as: 'c' },
      verbose: { as: 'v' },
      'to-stdout': { as: 'O' },
      'same-permissions': { as: 'p' },
      'preserve-permissions': { as: 'p' },
      'no-same-owner': { as: 'o' },
      dereference: { as: 'h' },
      file: { as: 'f', arg: 'required' },
      directory: { as: 'C', arg: 'required' },
      'keep-old': { as: 'k' },
      touch: { as: 'm' },
      gzip: { as: 'z' },
      bzip2: { as: 'j' },
      xz: { as: 'J' },
      lzma: { as: 'lzma' },
      compress: { as: 'Z' },
      'auto-compress': { as: 'a' },
      overwrite: { as: 'overwrite' },
      'numeric-owner': { as: 'numeric-owner' },
      'no-recursion': { as: 'no-recursion' },
      'no-same-permissions': { as: 'no-same-permissions' },
      'strip-components': { as: 'strip-components', arg: 'required' },
      'to-command': { as: 'to-command', arg: 'required' },
      ...more,
    },
  });
  if (['c', 'x', 't'].filter((letter) => o.has(letter)).length !== 1) a.showUsage();
  const file = o.value('f') ?? '-';
  return o.has('c') ? yield* createArchive(a, o, o.rest, file, gnu) : yield* readMembers(a, o, o.rest, file, gnu);
}

/** Old style: `tar cfC x d` means `tar -c -f x -C d`; letters with values take the words after the first, in order. */
function withDash(args: readonly string[]): string[] {
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-') || first === '') return [...args];
  const taking: string[] = [...first].filter((letter) => letter === 'f' || letter === 'C');
  if (taking.length > rest.length) return [`-${first}`, ...rest];
  const flags = [...first].filter((letter) => !taking.includes(letter)).join('');
  const valued = taking.map((letter, i) => `-${letter}${rest[i]}`);
  return [...(flags === '' ? [] : [`-${flags}`]), ...valued, ...rest.slice(taking.length)];
}
