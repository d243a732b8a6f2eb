import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { joinPath, lastComponent } from '../paths.ts';

/** ln [-sfnbtv] [-S SUF]. */
export function* ln(a: Call): Run {
  const { fs } = a.p;
  const o = a.options('sfnbS:vT', { min: 1, long: { symbolic: { as: 's' }, force: { as: 'f' }, 'no-dereference': { as: 'n' } } });
  const suffix = o.value('S') ?? '~';
  const targets = o.rest.length === 1 ? o.rest : o.rest.slice(0, -1);
  const last = o.rest.length === 1 ? lastComponent(o.rest[0]!) : o.rest.at(-1)!;
  const isDirectory = (path: ByteString): boolean => {
    try {
      return (o.has('n') ? fs.lstat(path) : fs.stat(path)).kind === 'dir';
    } catch (error) {
      if (error instanceof SysError) return false;
      throw error;
    }
  };
  let status = 0;
  for (const target of targets) {
    let path = last;
    if (isDirectory(path)) {
      if (o.has('T')) a.die(`'${path}' is a directory`);
      path = joinPath(path, lastComponent(target));
    }
    let complained = target;
    try {
      if (!o.has('s')) checkTarget(a, target);
      complained = path;
      if (o.has('b')) {
        try {
          fs.rename(path, path + suffix);
        } catch (error) {
          if (!(error instanceof SysError) || error.errno !== 'ENOENT') throw error;
        }
      }
      if (o.has('b') || o.has('f')) unlinkIfThere(a, path);
      if (o.has('v')) yield* a.print(`'${path}' -> '${target}'\n`);
      if (o.has('s')) fs.symlink(target, path);
      else fs.link(target, path);
    } catch (error) {
      yield* a.complainOf(complained, error);
      status = 1;
    }
  }
  return status;
}

/** A hard link needs something to link to; a link that leads nowhere is something. */
function checkTarget(a: Call, target: ByteString): void {
  try {
    a.p.fs.stat(target);
  } catch (error) {
    if (!(error instanceof SysError) || a.p.fs.lstat(target).kind !== 'symlink') throw error;
  }
}

function unlinkIfThere(a: Call, path: ByteString): void {
  try {
    a.p.fs.unlink(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

/** link FILE LINK. */
export function* link(a: Call): Run {
  const [from, to] = a.options('', { min: 2, max: 2 }).rest as [ByteString, ByteString];
  try {
    a.p.fs.link(from, to);
  } catch (error) {
    a.dieOf(`can't create hardlink '${to}' to '${from}'`, error);
  }
  return 0;
}

/** unlink FILE. */
export function* unlink(a: Call): Run {
  const [path] = a.options('', { min: 1, max: 1 }).rest as [ByteString];
  try {
    a.p.fs.unlink(path);
  } catch (error) {
    a.dieOf(`can't remove file '${path}'`, error);
  }
  return 0;
}
