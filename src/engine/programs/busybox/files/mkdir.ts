import { type ByteString, type Run, type Step, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { parseMode } from '../mode.ts';

/** mkdir [-m MODE] [-p]. */
export function* mkdir(a: Call): Run {
  const o = a.options('m:pv', { min: 1, long: { mode: { as: 'm', arg: 'required' }, parents: { as: 'p' }, verbose: { as: 'v' } } });
  const text = o.value('m');
  let mode: number | undefined;
  if (text !== undefined) {
    mode = parseMode(text, 0o777, a.p.umask, true);
    if (mode === undefined) a.die(`invalid mode '${text}'`);
  }
  let status = 0;
  for (const path of o.rest) if (!(yield* makeDirectory(a, path, { mode, parents: o.has('p'), verbose: o.has('v') }))) status = 1;
  return status;
}

/** Makes a directory, with `parents` every missing one above it too; complains and answers false when that cannot be (bb_make_directory). */
export function* makeDirectory(
  a: Call,
  path: ByteString,
  options: { readonly mode?: number | undefined; readonly parents: boolean; readonly verbose?: boolean },
): Step<boolean> {
  const { fs } = a.p;
  const steps = options.parents ? prefixes(path) : [path];
  const umask = a.p.umask;
  for (const [i, step] of steps.entries()) {
    const last = i === steps.length - 1;
    try {
      // Directories in between can always be entered and written by their owner.
      if (!last) a.p.umask = umask & ~0o300;
      fs.mkdir(step, 0o777);
      a.p.umask = umask;
      if (options.verbose === true) yield* a.print(`created directory: '${step}'\n`);
    } catch (error) {
      a.p.umask = umask;
      if (!(error instanceof SysError)) throw error;
      const there =
        options.parents && (error.errno === 'EEXIST' || error.errno === 'EISDIR' || error.errno === 'EROFS') && isDirectory(a, step);
      if (there && !last) continue;
      if (there) return true;
      yield* a.complain(`can't create directory '${options.parents ? step : path}': ${error.message}`);
      return false;
    }
    if (last && options.mode !== undefined) {
      try {
        fs.chmod(step, options.mode);
      } catch (error) {
        yield* a.complainOf(`can't set permissions of directory '${step}'`, error);
        return false;
      }
    }
  }
  return true;
}

function isDirectory(a: Call, path: ByteString): boolean {
  try {
    return a.p.fs.stat(path).kind === 'dir';
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

/** `a/b//c` as `a/`, `a/b//`, `a/b//c`. */
function prefixes(path: ByteString): ByteString[] {
  const found: ByteString[] = [];
  for (const match of path.matchAll(/[^/]+\/+(?=[^/])/g)) found.push(path.slice(0, match.index + match[0].length));
  found.push(path);
  return found;
}
