import { encodeText, type Process, type Step } from '../../../engine/kernel/index.ts';
import { entryOf } from '../../../engine/layer/index.ts';
import type { TarEntry } from '../../../engine/tar/index.ts';
import { tarBody } from '../../../engine/tar/index.ts';
import { pieces, readBody, type Tree } from '../../../engine/tree/index.ts';

/** Writes a result's files into a directory of the host, as `--output type=local` does: over what is there. */
export function writeDirectory(process: Process, tree: Tree, dest: string): void {
  const { fs } = process;
  makeDirectories(process, dest);
  for (const [path, inode] of tree.walk()) {
    const at = encodeText(`${dest}${path}`);
    if (inode.kind === 'dir') {
      if (!fs.exists(at)) fs.mkdir(at, inode.mode);
      fs.chmod(at, inode.mode);
    } else if (inode.kind === 'file') {
      if (fs.exists(at)) fs.unlink(at);
      fs.writeFile(at, readBody(inode.body));
      fs.chmod(at, inode.mode);
    } else if (inode.kind === 'symlink') {
      try {
        fs.unlink(at);
      } catch {
        // Nothing stood there.
      }
      fs.symlink(encodeText(inode.target), at);
      continue;
    } else continue;
    fs.utimes(at, inode.mtime);
  }
}

function makeDirectories(process: Process, path: string): void {
  let at = path.startsWith('/') ? '' : '.';
  for (const part of path.split('/').filter((name) => name !== '')) {
    at = `${at}/${part}`;
    if (!process.fs.exists(encodeText(at))) process.fs.mkdir(encodeText(at), 0o755);
  }
}

/** Files of results as an archive on standard output or in a file of the host, each result below a directory unless its name is empty. */
export function* writeArchive(
  process: Process,
  results: readonly { readonly tree: Tree; readonly below: string }[],
  dest: string,
): Step<void> {
  const body = tarBody(
    results.flatMap(({ tree, below }) => (below === '' ? members(tree) : [directory(below), ...under(members(tree), below)])),
  );
  if (dest !== '-') {
    const fd = process.fs.open(encodeText(dest), { write: true, create: true, truncate: true }, 0o644);
    for (const piece of pieces(body)) yield* process.write(fd, piece);
    process.io.close(fd);
    return;
  }
  for (const piece of pieces(body)) yield* process.write(1, piece);
}

const directory = (path: string): TarEntry => ({ kind: 'dir', path, mode: 0o755, uid: 0, gid: 0, mtime: 0 });

const under = (entries: readonly TarEntry[], below: string): TarEntry[] =>
  entries.map((entry) =>
    entry.kind === 'hardlink'
      ? { ...entry, path: `${below}/${entry.path}`, linkname: `${below}/${entry.linkname}` }
      : { ...entry, path: `${below}/${entry.path}` },
  );

function members(tree: Tree): TarEntry[] {
  const out: TarEntry[] = [];
  const first = new Map<number, string>();
  for (const [path, inode] of tree.walk()) {
    if (inode.kind === 'socket') continue;
    const name = path.slice(1);
    const linkname = inode.kind === 'dir' ? undefined : first.get(inode.ino);
    const entry = entryOf(name, inode);
    const { mode, uid, gid, mtime } = entry;
    out.push(linkname === undefined ? entry : { kind: 'hardlink', linkname, path: name, mode, uid, gid, mtime });
    if (inode.links.length > 1) first.set(inode.ino, name);
  }
  return out;
}
