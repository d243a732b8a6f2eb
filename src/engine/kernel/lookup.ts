import type { Ino, Inode } from '../tree/index.ts';
import { SysError } from './errno.ts';
import { FD_MAJOR } from './fd-device.ts';
import type { Mount, Namespace } from './namespace.ts';

export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  /** The capabilities that root has here (`CHOWN`, `DAC_OVERRIDE` …); without it root has every one. */
  readonly capabilities?: ReadonlySet<string>;
  /** Nothing that is executed can give more than there is (prctl PR_SET_NO_NEW_PRIVS). */
  readonly noNewPrivileges?: boolean;
}

/** Whether these credentials hold a capability (capabilities(7)). */
export const capable = (creds: Credentials, capability: string): boolean =>
  creds.uid === 0 && (creds.capabilities === undefined || creds.capabilities.has(capability));

/** Where a path led. `path` is absolute and free of links and dots. `inode` is missing when only the directory exists. */
export interface Place {
  readonly mount: Mount;
  readonly path: string;
  /** The directory that holds (or would hold) the name; missing for a mount's root. */
  readonly parent: Ino | undefined;
  readonly name: string;
  readonly inode: Inode | undefined;
}

const MAX_LINKS = 40;
const MAX_NAME = 255;
const MAX_PATH = 4096;

export const READ = 4;
export const WRITE = 2;
export const EXECUTE = 1;

/** Whether credentials may do `want` (READ | WRITE | EXECUTE) to an inode, by path_resolution(7). Root may do all, but executes only what has an x bit. */
export function permits(inode: Inode, creds: Credentials, want: number): boolean {
  if (capable(creds, 'DAC_OVERRIDE')) return (want & EXECUTE) === 0 || inode.kind === 'dir' || (inode.mode & 0o111) !== 0;
  const shift = inode.uid === creds.uid ? 6 : inode.gid === creds.gid || creds.groups.includes(inode.gid) ? 3 : 0;
  return ((inode.mode >> shift) & want) === want;
}

function rootPlace(ns: Namespace): Place {
  const mount = ns.root;
  return { mount, path: '/', parent: undefined, name: '', inode: mount.fs.get(mount.root) };
}

/**
 * Walks an absolute path. `follow`: whether a symbolic link at the end is taken. The last component may be missing
 * (`inode` undefined), any other gives ENOENT. `base`: what `/` and its `..` are, after chroot(2). Throws SysError: ENOENT ENOTDIR
 * EACCES ELOOP ENAMETOOLONG.
 */
export function lookup(ns: Namespace, path: string, creds: Credentials, follow: boolean, base: Place = rootPlace(ns)): Place {
  if (path.length > MAX_PATH) throw new SysError('ENAMETOOLONG');
  const pending = path.split('/').reverse();
  const mustBeDir = /\/\.{0,2}$/.test(path) && path !== '/';
  const stack: Place[] = [base];
  let links = 0;
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (name === '' || name === '.') continue;
    const here = stack.at(-1)!;
    if (here.inode === undefined) throw new SysError('ENOENT');
    if (here.inode.kind !== 'dir') throw new SysError('ENOTDIR');
    if (!permits(here.inode, creds, EXECUTE)) throw new SysError('EACCES');
    if (name === '..') {
      if (stack.length > 1) stack.pop();
      continue;
    }
    if (name.length > MAX_NAME) throw new SysError('ENAMETOOLONG');
    const next = step(ns, here, name);
    const last = !pending.some((rest) => rest !== '' && rest !== '.');
    if (next.inode?.kind === 'symlink' && (!last || follow || mustBeDir)) {
      const open = last ? openDescriptor(next) : undefined;
      if (open !== undefined) return open;
      if (++links > MAX_LINKS) throw new SysError('ELOOP');
      const target = next.inode.target;
      if (target === '') throw new SysError('ENOENT');
      if (target.startsWith('/')) stack.length = 1;
      pending.push(...target.split('/').reverse());
      continue;
    }
    stack.push(next);
  }
  const found = stack.at(-1)!;
  if (mustBeDir && found.inode !== undefined && found.inode.kind !== 'dir') throw new SysError('ENOTDIR');
  return found;
}

/** A followed /proc/PID/fd/N is the description itself, whatever its text says: a device that `open` knows. */
function openDescriptor(place: Place): Place | undefined {
  const fd = place.mount.fs.type === 'proc' ? /^\/proc\/\d+\/fd\/(\d+)$/.exec(place.path)?.[1] : undefined;
  if (fd === undefined || place.inode === undefined) return undefined;
  const { ino, links, mode, uid, gid, mtime } = place.inode;
  return { ...place, inode: { ino, links, mode, uid, gid, mtime, kind: 'char', major: FD_MAJOR, minor: Number(fd) } };
}

function step(ns: Namespace, here: Place, name: string): Place {
  const path = here.path === '/' ? `/${name}` : `${here.path}/${name}`;
  const mount = ns.mountAt(path);
  if (mount !== undefined) {
    mount.refresh?.();
    return { mount, path, parent: undefined, name, inode: mount.fs.get(mount.root) };
  }
  const parent = here.inode!.ino;
  return { mount: here.mount, path, parent, name, inode: here.mount.fs.child(parent, name) };
}
