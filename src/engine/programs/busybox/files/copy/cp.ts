import { type ByteString, type Run, type Step, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { joinPath, lastComponent } from '../../paths.ts';
import { type Copying, copyFile, nothingCopied } from './copy-file.ts';

/** cp [-arPLHpfinlsTu]. */
export function* cp(a: Call): Run {
  const o = a.options('pdRfinslLHarPvuTt:', {
    min: 1,
    long: {
      archive: { as: 'a' },
      force: { as: 'f' },
      interactive: { as: 'i' },
      'no-clobber': { as: 'n' },
      link: { as: 'l' },
      dereference: { as: 'L' },
      'no-dereference': { as: 'P' },
      recursive: { as: 'R' },
      'symbolic-link': { as: 's' },
      'no-target-directory': { as: 'T' },
      'target-directory': { as: 't', arg: 'required' },
      verbose: { as: 'v' },
      update: { as: 'u' },
      'remove-destination': { as: 'remove' },
      parents: { as: 'parents' },
    },
  });
  const recurse = o.has('R') || o.has('r') || o.has('a');
  const noFollow = recurse || o.has('d') || o.has('P');
  const how: Copying = {
    recurse,
    preserve: o.has('p') || o.has('a'),
    follow: o.has('L') || !noFollow ? 'all' : o.has('H') ? 'arguments' : 'never',
    force: o.has('f'),
    interactive: o.last('i', 'n', 'f') === 'i' || (o.has('i') && !o.has('n')),
    noClobber: o.last('n', 'i') === 'n',
    update: o.has('u'),
    make: o.has('s') ? 'soft' : o.has('l') ? 'hard' : undefined,
    verbose: o.has('v'),
    removeFirst: o.has('remove'),
  };
  const target = o.value('t');
  const sources = target === undefined ? o.rest.slice(0, -1) : o.rest;
  const last = target ?? o.rest.at(-1)!;
  if (sources.length === 0) a.showUsage();
  const copied = nothingCopied();
  if (target === undefined && sources.length === 1) {
    const [source] = sources as [ByteString];
    const from = yield* kindOf(a, source, how.follow !== 'all');
    if (from === undefined) return 1;
    const to = yield* kindOf(a, last, false);
    if (to === undefined) return 1;
    if (o.has('T') && to === 'dir') a.die(`'${last}' is a directory`);
    const neither = from !== 'dir' && to !== 'dir';
    if (!o.has('parents') && (neither || (recurse && from === 'dir' && to === 'missing') || o.has('T'))) {
      return (yield* copyFile(a, source, last, how, copied)) ? 0 : 1;
    }
  }
  let status = 0;
  for (const source of sources) {
    const dest = joinPath(last, o.has('parents') ? source : lastComponent(source));
    if (o.has('parents')) for (const dir of parentsOf(dest, last)) if (!a.p.fs.exists(dir)) a.p.fs.mkdir(dir);
    if (!(yield* copyFile(a, source, dest, how, copied))) status = 1;
  }
  return status;
}

/** What is at a path: 'dir', 'other' or 'missing'; undefined after a complaint (cp_mv_stat). */
export function* kindOf(a: Call, path: ByteString, link: boolean): Step<'dir' | 'other' | 'missing' | undefined> {
  try {
    return (link ? a.p.fs.lstat(path) : a.p.fs.stat(path)).kind === 'dir' ? 'dir' : 'other';
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno !== 'ENOTDIR') return 'missing';
    yield* a.complain(`can't stat '${path}': Path has non-directory component`);
    return undefined;
  }
}

function parentsOf(path: ByteString, below: ByteString): ByteString[] {
  const found: ByteString[] = [];
  for (let at = path.indexOf('/', below.length + 1); at > 0; at = path.indexOf('/', at + 1)) found.push(path.slice(0, at));
  return found;
}
