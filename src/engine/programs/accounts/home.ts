import type { Process } from '../../kernel/index.ts';
import { makeDirectories } from '../package-data/index.ts';

/** Makes a home directory with what /etc/skel holds, all of it the user's. False when it was there already. */
export function makeHome(p: Process, home: string, uid: number, gid: number, mode = 0o755, skel = '/etc/skel'): boolean {
  if (p.fs.exists(home)) return false;
  makeDirectories(p, home);
  p.fs.chmod(home, mode);
  p.fs.chown(home, uid, gid);
  if (p.fs.exists(skel)) copyInto(p, skel, home, uid, gid);
  return true;
}

function copyInto(p: Process, from: string, to: string, uid: number, gid: number): void {
  for (const name of p.fs.readdir(from)) {
    const source = `${from}/${name}`;
    const target = `${to}/${name}`;
    const { kind, mode } = p.fs.lstat(source);
    if (kind === 'dir') {
      p.fs.mkdir(target, mode & 0o7777);
      copyInto(p, source, target, uid, gid);
    } else if (kind === 'symlink') p.fs.symlink(p.fs.readlink(source), target);
    else if (kind === 'file') p.fs.writeFile(target, p.fs.readFile(source));
    else continue;
    p.fs.chown(target, uid, gid, false);
    if (kind === 'file') p.fs.chmod(target, mode & 0o7777);
  }
}
