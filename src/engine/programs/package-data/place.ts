import { type ByteString, decodeText, fromBytes, type Process, SysError, toBytes } from '../../kernel/index.ts';
import { type Body, bytesBody } from '../../tree/index.ts';

/** Attributes of what is put; the owner is root where none is given. */
export interface PutOptions {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly mtime?: number;
}

const parentOf = (path: ByteString): ByteString => path.slice(0, Math.max(1, path.lastIndexOf('/')));

export const exists = (p: Process, path: ByteString): boolean => p.fs.exists(path);

/** `mkdir -p`, owned by root. Throws SysError. */
export function makeDirectories(p: Process, path: ByteString, mode = 0o755): void {
  if (path === '' || path === '/' || p.fs.exists(path)) return;
  makeDirectories(p, parentOf(path));
  putDirectory(p, path, { mode });
}

/** A new directory in one that exists. */
export function putDirectory(p: Process, path: ByteString, options: PutOptions = {}): void {
  if (p.fs.exists(path)) return;
  const place = p.fs.place(path, false);
  if (place.parent === undefined) return;
  if (place.mount.readonly) throw new SysError('EROFS');
  const { mode = 0o755, uid = 0, gid = 0, mtime = p.now() } = options;
  place.mount.fs.create(place.parent, place.name, { kind: 'dir', mode, uid, gid, mtime });
}

/**
 * Puts a file where a package wants it: directories are made, a file or link of that name is replaced, as dpkg and its
 * like do by renaming. Throws SysError: EROFS, EACCES without root, ENOSPC, EISDIR.
 */
export function putFile(p: Process, path: ByteString, body: Body, options: PutOptions = {}): void {
  const place = freePlace(p, path);
  const { mode = 0o644, uid = 0, gid = 0, mtime = p.now() } = options;
  place.mount.fs.create(place.parent, place.name, { kind: 'file', body, mode, uid, gid, mtime });
}

export function putLink(p: Process, path: ByteString, target: ByteString): void {
  const place = freePlace(p, path);
  place.mount.fs.create(place.parent, place.name, {
    kind: 'symlink',
    target: decodeText(target),
    mode: 0o777,
    uid: 0,
    gid: 0,
    mtime: p.now(),
  });
}

function freePlace(p: Process, path: ByteString): ReturnType<Process['fs']['place']> & { parent: number } {
  makeDirectories(p, parentOf(path));
  p.fs.access(parentOf(path), 2);
  const place = p.fs.place(path, false);
  if (place.parent === undefined) throw new SysError('EISDIR');
  if (place.mount.readonly) throw new SysError('EROFS');
  if (place.inode?.kind === 'dir') throw new SysError('EISDIR');
  if (place.inode !== undefined) p.fs.unlink(path);
  return place as ReturnType<Process['fs']['place']> & { parent: number };
}

/** A text file's content; undefined when there is none that can be read. */
export function readText(p: Process, path: ByteString): ByteString | undefined {
  try {
    return fromBytes(p.fs.readFile(path));
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

/** Writes a text file anew, keeping the inode when there is one. */
export function writeText(p: Process, path: ByteString, text: ByteString, options: PutOptions = {}): void {
  if (p.fs.exists(path)) p.fs.writeFile(path, toBytes(text));
  else putFile(p, path, bytesBody(toBytes(text)), options);
}

/** `rm -rf`; nothing happens when there is nothing. */
export function removeTree(p: Process, path: ByteString): void {
  let kind: string;
  try {
    kind = p.fs.lstat(path).kind;
  } catch (error) {
    if (error instanceof SysError) return;
    throw error;
  }
  if (kind !== 'dir') {
    p.fs.unlink(path);
    return;
  }
  for (const name of p.fs.readdir(path)) removeTree(p, `${path}/${name}`);
  p.fs.rmdir(path);
}
