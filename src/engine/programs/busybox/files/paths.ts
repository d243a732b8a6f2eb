import { type ByteString, EXECUTE, encodeText, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { lastComponent } from '../paths.ts';

/** basename FILE [SUFFIX] or basename [-a] [-s SUFFIX] FILE…. */
export function* basename(a: Call): Run {
  const o = a.options('+as:', { min: 1 });
  const several = o.has('a') || o.has('s');
  const files = several ? o.rest : o.rest.slice(0, 1);
  if (!several && o.rest.length > 2) a.showUsage();
  const suffix = several ? o.value('s') : o.rest[1];
  for (const file of files) {
    const name = lastComponent(file);
    const cut = suffix !== undefined && suffix !== '' && name !== suffix && name.endsWith(suffix);
    yield* a.line(cut ? name.slice(0, -suffix.length) : name);
  }
  return 0;
}

/** dirname FILE, as dirname(3). */
export function* dirname(a: Call): Run {
  const [path] = a.options('', { min: 1, max: 1 }).rest as [ByteString];
  const bare = path.replace(/\/+$/, '');
  const at = bare.lastIndexOf('/');
  const parent = bare === '' ? (path === '' ? '.' : '/') : at < 0 ? '.' : bare.slice(0, at).replace(/\/+$/, '') || '/';
  yield* a.line(parent);
  return 0;
}

/** readlink [-fnv] FILE. Without -v it fails in silence. */
export function* readlink(a: Call): Run {
  const o = a.options('nvsqf', { min: 1, max: 1 });
  let status = 0;
  for (const path of o.rest) {
    try {
      const text = o.has('f') ? resolve(a, path) : a.p.fs.readlink(path);
      yield* a.print(o.has('n') ? text : `${text}\n`);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (o.has('v') && !o.has('f'))
        yield* a.complain(`${path}: cannot read link: ${error.errno === 'EINVAL' ? 'not a symlink' : error.message}`);
      status = 1;
    }
  }
  return status;
}

/** realpath FILE…. */
export function* realpath(a: Call): Run {
  const o = a.options('', { min: 1 });
  let status = 0;
  for (const path of o.rest) {
    try {
      yield* a.line(resolve(a, path));
    } catch (error) {
      yield* a.complainOf(path, error);
      status = 1;
    }
  }
  return status;
}

/** The path without links and dots. Only what a link at its end leads to may be missing (xmalloc_realpath_coreutils). */
function resolve(a: Call, path: ByteString): ByteString {
  try {
    return a.p.fs.realpath(path);
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOENT' || path === '') throw error;
    if (a.p.fs.lstat(path).kind !== 'symlink') throw error;
    return encodeText(a.p.fs.place(path, true).path);
  }
}

/** pwd: the working directory, never by way of $PWD. */
export function* pwd(a: Call): Run {
  yield* a.line(a.p.getcwd());
  return 0;
}

/** which [-a] COMMAND…. Applets are found only through PATH. */
export function* which(a: Call): Run {
  const o = a.options('a');
  const path = a.p.env.get('PATH') ?? '/sbin:/usr/sbin:/bin:/usr/bin';
  if (o.rest.length === 0) a.showUsage();
  let status = 0;
  for (const name of o.rest) {
    let found = false;
    if (name.includes('/')) {
      found = executable(a, name);
      if (found) yield* a.line(name);
    } else {
      for (const dir of path.split(':')) {
        const file = `${dir === '' ? '' : `${dir}/`}${name}`;
        if (!executable(a, file)) continue;
        yield* a.line(file);
        found = true;
        if (!o.has('a')) break;
      }
    }
    if (!found) status = 1;
  }
  return status;
}

function executable(a: Call, path: ByteString): boolean {
  try {
    return a.p.fs.stat(path).kind === 'file' && a.p.fs.can(path, EXECUTE);
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}
