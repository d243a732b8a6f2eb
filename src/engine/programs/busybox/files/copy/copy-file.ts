import { type ByteString, type Stat, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { joinPath } from '../../paths.ts';

/** How files are copied: cp's options, and what mv between file systems needs. */
export interface Copying {
  readonly recurse: boolean;
  readonly preserve: boolean;
  /** Links are taken: everywhere, only for arguments, or never. */
  readonly follow: 'all' | 'arguments' | 'never';
  readonly force: boolean;
  readonly interactive: boolean;
  readonly noClobber?: boolean;
  readonly update?: boolean;
  readonly make?: 'hard' | 'soft' | undefined;
  readonly verbose?: boolean;
  readonly removeFirst?: boolean;
}

/** What one run of cp has copied: directories it made (never entered again) and files with more than one name. */
export interface Copied {
  readonly made: { dev: object; ino: number }[];
  readonly linked: { dev: object; ino: number; to: ByteString }[];
}
export const nothingCopied = (): Copied => ({ made: [], linked: [] });

const same = (x: { dev: object; ino: number }, y: { dev: object; ino: number }): boolean => x.dev === y.dev && x.ino === y.ino;

/** Copies one file, link, device or hierarchy; complains and answers false when something was not copied (libbb copy_file). */
export function* copyFile(a: Call, source: ByteString, dest: ByteString, how: Copying, copied: Copied, depth = 0): Step<boolean> {
  const { fs } = a.p;
  if (a.p.tick()) yield TURN;
  const follow = how.follow === 'all' || (how.follow === 'arguments' && depth === 0);
  let from: Stat;
  try {
    from = follow ? fs.stat(source) : fs.lstat(source);
  } catch (error) {
    yield* a.complainOf(`can't stat '${source}'`, error);
    return false;
  }
  let there: Stat | undefined;
  try {
    there = fs.lstat(dest);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno !== 'ENOENT') {
      yield* a.complainOf(`can't stat '${dest}'`, error);
      return false;
    }
  }
  if (there !== undefined && same(there, from)) {
    yield* a.complain(`'${source}' and '${dest}' are the same file`);
    return false;
  }
  if (from.kind === 'dir') return yield* copyDirectory(a, { path: source, stat: from }, { path: dest, stat: there }, how, copied, depth);
  if (there !== undefined && how.noClobber === true) return true;
  if (there !== undefined && how.update === true && from.mtime <= there.mtime) return true;
  if (how.make !== undefined) return yield* makeLink(a, source, dest, how, there !== undefined);
  if (from.kind === 'file' || (!how.recurse && from.kind !== 'symlink')) return yield* copyContent(a, source, from, dest, how, copied);
  return yield* copySpecial(a, source, from, dest, how, there !== undefined);
}

function* copyDirectory(
  a: Call,
  source: { path: ByteString; stat: Stat },
  dest: { path: ByteString; stat: Stat | undefined },
  how: Copying,
  copied: Copied,
  depth: number,
): Step<boolean> {
  const { fs } = a.p;
  if (!how.recurse) {
    yield* a.complain(`omitting directory '${source.path}'`);
    return false;
  }
  if (copied.made.some((made) => same(made, source.stat))) {
    yield* a.complain(`recursion detected, omitting directory '${source.path}'`);
    return false;
  }
  let made: Stat;
  if (dest.stat !== undefined) {
    made = dest.stat;
    if (made.kind !== 'dir') {
      yield* a.complain(`target '${dest.path}' is not a directory`);
      return false;
    }
  } else {
    try {
      const umask = a.p.umask;
      a.p.umask = 0;
      try {
        fs.mkdir(dest.path, (how.preserve ? source.stat.mode : source.stat.mode & ~umask) | 0o700);
      } finally {
        a.p.umask = umask;
      }
      made = fs.lstat(dest.path);
    } catch (error) {
      yield* a.complainOf(`can't create directory '${dest.path}'`, error);
      return false;
    }
  }
  copied.made.push(made);
  let good = true;
  let names: ByteString[] | undefined;
  try {
    names = fs.readdir(source.path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    good = false;
  }
  for (const name of names ?? []) {
    if (!(yield* copyFile(a, joinPath(source.path, name), joinPath(dest.path, name), how, copied, depth + 1))) good = false;
  }
  if (names !== undefined && dest.stat === undefined) {
    yield* attempt(a, "can't preserve permissions of", dest.path, () => fs.chmod(dest.path, source.stat.mode & ~a.p.umask));
  }
  yield* finish(a, source.path, source.stat, dest.path, how);
  return good;
}

function* copyContent(a: Call, source: ByteString, from: Stat, dest: ByteString, how: Copying, copied: Copied): Step<boolean> {
  const { fs, io } = a.p;
  if (how.follow === 'never' && from.nlink > 1) {
    const known = copied.linked.find((link) => same(link, from));
    if (known !== undefined) {
      if (yield* tryTwice(a, dest, how, () => fs.link(known.to, dest), `can't create link '${dest}'`)) return true;
      return false;
    }
    copied.linked.push({ dev: from.dev, ino: from.ino, to: dest });
  }
  let input: number;
  try {
    input = fs.open(source, { read: true });
  } catch (error) {
    yield* a.complainOf(`can't open '${source}'`, error);
    return false;
  }
  const mode = from.kind === 'file' ? from.mode & 0o7777 : 0o666;
  let output: number | undefined;
  let good = true;
  try {
    try {
      if (how.removeFirst === true && fs.exists(dest)) fs.unlink(dest);
      const fresh = how.interactive ? { exclusive: true } : { truncate: true };
      output = fs.open(dest, { write: true, create: true, ...fresh }, mode);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const answer = yield* askAndUnlink(a, dest, how, error);
      if (answer !== 'again') return answer === 'kept';
      try {
        output = fs.open(dest, { write: true, create: true, exclusive: true }, mode);
      } catch (second) {
        yield* a.complainOf(`can't open '${dest}'`, second);
        return false;
      }
    }
    good = yield* pour(a, input, output);
  } finally {
    io.close(input);
    if (output !== undefined) io.close(output);
  }
  if (from.kind === 'file') yield* finish(a, source, from, dest, how);
  return good;
}

function* pour(a: Call, input: number, output: number): Step<boolean> {
  for (;;) {
    let bytes: Uint8Array;
    try {
      bytes = yield* a.p.read(input);
    } catch (error) {
      yield* a.complainOf('read error', error);
      return false;
    }
    if (bytes.length === 0) return true;
    try {
      yield* a.p.write(output, bytes);
    } catch (error) {
      yield* a.complainOf('write error', error);
      return false;
    }
    if (a.p.tick()) yield TURN;
  }
}

function* copySpecial(a: Call, source: ByteString, from: Stat, dest: ByteString, how: Copying, there: boolean): Step<boolean> {
  const { fs } = a.p;
  if (there) {
    const answer = yield* askAndUnlink(a, dest, how, new SysError('EEXIST'));
    if (answer !== 'again') return answer === 'kept';
  }
  const { inode } = from;
  if (inode.kind === 'symlink') {
    const target = fs.readlink(source);
    try {
      fs.symlink(target, dest);
    } catch (error) {
      yield* a.complainOf(`can't create symlink '${dest}' to '${target}'`, error);
      return false;
    }
    if (how.preserve) yield* attempt(a, "can't preserve ownership of", dest, () => fs.chown(dest, from.uid, from.gid, false));
    return true;
  }
  try {
    if (inode.kind === 'char' || inode.kind === 'block') {
      fs.mknod(dest, { kind: inode.kind, major: inode.major, minor: inode.minor }, from.mode);
    } else if (inode.kind === 'fifo' || inode.kind === 'socket') fs.mknod(dest, { kind: inode.kind }, from.mode);
  } catch (error) {
    yield* a.complainOf(`can't create '${dest}'`, error);
    return false;
  }
  yield* finish(a, source, from, dest, how);
  return true;
}

function* makeLink(a: Call, source: ByteString, dest: ByteString, how: Copying, _there: boolean): Step<boolean> {
  const { fs } = a.p;
  const link = (): void => (how.make === 'soft' ? fs.symlink(source, dest) : fs.link(source, dest));
  return yield* tryTwice(a, dest, how, link, `can't create link '${dest}'`);
}

/** Does it; when it fails, removes what is in the way as the options allow, and does it again. */
function* tryTwice(a: Call, dest: ByteString, how: Copying, act: () => void, complaint: string): Step<boolean> {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const answer = yield* askAndUnlink(a, dest, how, error);
    if (answer !== 'again') return answer === 'kept';
  }
  try {
    act();
    return true;
  } catch (error) {
    yield* a.complainOf(complaint, error);
    return false;
  }
}

/** Makes way for `dest`: 'again' when it is gone, 'kept' when the user keeps it, 'failed' after a complaint. */
function* askAndUnlink(a: Call, dest: ByteString, how: Copying, why: SysError): Step<'again' | 'kept' | 'failed'> {
  if (!how.force && !how.interactive) {
    yield* a.complain(`can't create '${dest}': ${why.message}`);
    return 'failed';
  }
  if (how.interactive && !(yield* a.confirmed(`${a.name}: overwrite '${dest}'? `))) return 'kept';
  try {
    a.p.fs.unlink(dest);
    return 'again';
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const text = why.errno === 'ENOENT' && error.errno === 'ENOENT' ? 'Path does not exist' : why.message;
    yield* a.complain(`can't create '${dest}': ${text}`);
    return 'failed';
  }
}

/** Times, owner and permissions after a copy with -p, and what -v prints. */
function* finish(a: Call, source: ByteString, from: Stat, dest: ByteString, how: Copying): Step<void> {
  const { fs } = a.p;
  if (how.preserve) {
    yield* attempt(a, "can't preserve times of", dest, () => fs.utimes(dest, from.mtime));
    const owned = yield* attempt(a, "can't preserve ownership of", dest, () => fs.chown(dest, from.uid, from.gid));
    yield* attempt(a, "can't preserve permissions of", dest, () => fs.chmod(dest, owned ? from.mode : from.mode & ~0o6000));
  }
  if (how.verbose === true) yield* a.print(`'${source}' -> '${dest}'\n`);
}

function* attempt(a: Call, complaint: string, path: ByteString, act: () => void): Step<boolean> {
  try {
    act();
    return true;
  } catch (error) {
    yield* a.complainOf(`${complaint} '${path}'`, error);
    return false;
  }
}
