import type { ByteString } from '../bytes.ts';
import { SysError } from '../errno.ts';
import type { FileSystem } from '../file-system.ts';
import { permits, WRITE } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Listener } from './stream.ts';

const bound = new WeakMap<FileSystem, Map<number, Listener>>();

/** Who listens behind the socket files of a file system, by inode number. */
export function unixListeners(fs: FileSystem): Map<number, Listener> {
  let sockets = bound.get(fs);
  if (sockets === undefined) bound.set(fs, (sockets = new Map()));
  return sockets;
}

/** Who listens at a path. Throws ENOENT, EACCES without permission to write, ECONNREFUSED when nobody does. */
export function unixListenerAt(p: Process, path: ByteString): Listener {
  const { inode, mount } = p.fs.existing(path, true);
  if (!permits(inode, p.credentials, WRITE)) throw new SysError('EACCES');
  const listener = unixListeners(mount.fs).get(inode.ino);
  if (inode.kind !== 'socket' || listener === undefined) throw new SysError('ECONNREFUSED');
  return listener;
}
