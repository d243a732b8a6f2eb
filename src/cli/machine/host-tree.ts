import { executableBody } from '../../engine/kernel/index.ts';
import { type Attrs, type Body, type NewInode, ROOT, Tree, TreeEdit, textBody } from '../../engine/tree/index.ts';

const DIRS: readonly (readonly [path: string, mode: number])[] = [
  ['bin', 0o755], ['dev', 0o755], ['etc', 0o755], ['etc/docker', 0o755], ['home', 0o755], ['mnt', 0o755], ['opt', 0o755], ['proc', 0o555], ['root', 0o700], ['run', 0o755],
  ['sbin', 0o755], ['srv', 0o755], ['sys', 0o555], ['tmp', 0o1777], ['usr', 0o755], ['usr/bin', 0o755], ['usr/local', 0o755], ['usr/local/bin', 0o755],
  ['usr/libexec', 0o755], ['usr/libexec/docker', 0o755], ['usr/libexec/docker/cli-plugins', 0o755], ['usr/local/sbin', 0o755], ['usr/sbin', 0o755], ['var', 0o755], ['var/lib', 0o755], ['var/log', 0o755], ['var/tmp', 0o1777],
]; // biome-ignore format: a table

const FILES: Readonly<Record<string, string>> = {
  'etc/passwd':
    'root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
  'etc/group': 'root:x:0:\ndaemon:x:1:\nnogroup:x:65534:\ndocker:x:999:\n',
  'etc/hosts': '127.0.0.1\tlocalhost\n',
  'etc/os-release': 'NAME="Strata"\nID=strata\nPRETTY_NAME="Strata simulated host"\n',
};

/** Names on the host that are not busybox applets, or that must not be. */
const PROGRAMS: Readonly<Record<string, readonly [program: string, size: number]>> = {
  'bin/busybox': ['host-tools', 1_985_536],
  'bin/sh': ['dash', 125_640],
  'bin/tar': ['gnu-tar', 531_928],
  'usr/bin/curl': ['curl', 260_328],
  'usr/bin/getent': ['host-tools', 35_240],
  'usr/bin/docker': ['docker', 41_000_000],
  'usr/bin/dockerd': ['dockerd', 85_000_000],
  'usr/bin/journalctl': ['journalctl', 80_000],
  'usr/bin/ssh': ['ssh', 1_200_000],
  'usr/bin/systemctl': ['systemctl', 1_100_000],
  'usr/sbin/service': ['service', 9_000],
  'usr/libexec/docker/cli-plugins/docker-buildx': ['docker', 62_000_000],
};

/**
 * The files of a fresh host: a small Linux with a shell, busybox tools and the docker command. `applets` are installation paths (`bin/ls`);
 * `wired`: it has a network, whose router knows names.
 */
export function hostTree(hostname: string, applets: readonly string[], now: number, options: { readonly wired?: boolean } = {}): Tree {
  const edit = new TreeEdit(Tree.empty(now));
  const meta = (mode: number): Attrs => ({ mode, uid: 0, gid: 0, mtime: now });
  const add = (path: string, made: NewInode): void => {
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? ROOT : edit.tree().at(path.slice(0, slash))!.ino;
    const name = path.slice(slash + 1);
    if (edit.child(parent, name) === undefined) edit.create(parent, name, made);
  };
  const file = (path: string, body: Body, mode: number): void => add(path, { kind: 'file', body, ...meta(mode) });
  for (const [path, mode] of DIRS) add(path, { kind: 'dir', ...meta(mode) });
  for (const [path, text] of Object.entries(FILES)) file(path, textBody(text), 0o644);
  file('etc/hostname', textBody(`${hostname}\n`), 0o644);
  if (options.wired === true) file('etc/resolv.conf', textBody('nameserver 10.0.0.1\n'), 0o644);
  for (const [path, [program, size]] of Object.entries(PROGRAMS)) file(path, executableBody(program, size), 0o755);
  for (const path of applets)
    if (edit.tree().at(path) === undefined && path.includes('/')) add(path, { kind: 'symlink', target: '/bin/busybox', ...meta(0o777) });
  return edit.tree();
}
