import { hexOf, sha256 } from '../digest/index.ts';
import { type Ino, ROOT, Tree, TreeEdit, textBody } from '../tree/index.ts';
import { decodeText } from './bytes.ts';
import { SysError } from './errno.ts';
import { FileSystem } from './file-system.ts';
import { FD_MAJOR, type Kernel } from './kernel.ts';
import type { Namespace } from './namespace.ts';
import type { Process } from './process.ts';

/** Machine facts that /proc shows. */
export interface ProcFacts {
  readonly bootTime: number;
  readonly memoryKB: number;
  readonly cpus: number;
  readonly kernelVersion: string;
}

/** The /proc of a namespace: made anew, from the kernel's own tables, each time a path leads into it. */
export function mountProc(kernel: Kernel, ns: Namespace, facts: ProcFacts): void {
  const fs = new ProcFileSystem();
  ns.mount({ path: '/proc', fs, source: 'proc', refresh: () => fs.replace(procTree(kernel, ns, facts)) });
}

class ProcFileSystem extends FileSystem {
  #tree = Tree.empty();
  constructor() {
    super({ type: 'proc', tree: Tree.empty() });
  }
  replace(tree: Tree): void {
    this.#tree = tree;
  }
  override tree(): Tree {
    return this.#tree;
  }
  override get(ino: Ino): ReturnType<FileSystem['get']> {
    return this.#tree.get(ino);
  }
  override child(dir: Ino, name: string): ReturnType<FileSystem['child']> {
    return this.#tree.child(dir, name);
  }
  override create(): never {
    throw new SysError('ENOENT');
  }
  override link(): never {
    throw new SysError('EPERM');
  }
  override unlink(): never {
    throw new SysError('EPERM');
  }
  override rename(): never {
    throw new SysError('EPERM');
  }
  override setAttrs(_ino: Ino, patch: object): void {
    if (Object.keys(patch).some((key) => key !== 'mode')) throw new SysError('EPERM');
  }
  override hold(): void {}
  override release(): void {}
}

function procTree(kernel: Kernel, ns: Namespace, facts: ProcFacts): Tree {
  const { now } = kernel;
  const edit = new TreeEdit(Tree.empty(now));
  const meta = { uid: 0, gid: 0, mtime: now };
  const file = (dir: Ino, name: string, text: string, mode = 0o444): Ino =>
    edit.create(dir, name, { kind: 'file', body: textBody(text), mode, ...meta });
  const folder = (dir: Ino, name: string): Ino => edit.create(dir, name, { kind: 'dir', mode: 0o555, ...meta });
  const link = (dir: Ino, name: string, target: string): Ino => edit.create(dir, name, { kind: 'symlink', target, mode: 0o777, ...meta });

  const uptime = Math.max(0, now - facts.bootTime);
  file(ROOT, 'uptime', `${uptime.toFixed(2)} ${(uptime * facts.cpus).toFixed(2)}\n`);
  file(ROOT, 'version', `Linux version ${facts.kernelVersion}\n`);
  file(ROOT, 'loadavg', `0.00 0.00 0.00 1/${kernel.processes.length} ${ns.nextPid - 1}\n`);
  file(ROOT, 'meminfo', meminfo(facts.memoryKB));
  file(ROOT, 'cpuinfo', Array.from({ length: facts.cpus }, (_, i) => `processor\t: ${i}\nmodel name\t: Strata virtual CPU\n\n`).join(''));
  file(ROOT, 'filesystems', 'nodev\tproc\nnodev\ttmpfs\nnodev\toverlay\n\text4\n');
  const sysKernel = folder(folder(ROOT, 'sys'), 'kernel');
  file(sysKernel, 'hostname', `${ns.hostname}\n`);
  file(sysKernel, 'pid_max', '4194304\n');
  const random = folder(sysKernel, 'random');
  file(random, 'uuid', `${uuidOf(`${ns.id} ${now} ${ns.nextPid}`)}\n`);
  file(random, 'boot_id', `${uuidOf(`boot ${facts.bootTime}`)}\n`);
  if (kernel.current !== undefined) link(ROOT, 'self', String(kernel.current.pid));
  link(ROOT, 'mounts', 'self/mounts');
  for (const process of kernel.inNamespace(ns)) addProcess(process);
  return edit.tree();

  function addProcess(process: Process): void {
    const dir = folder(ROOT, String(process.pid));
    const state =
      process.status !== undefined
        ? 'Z (zombie)'
        : process.stopped
          ? 'T (stopped)'
          : process === kernel.current
            ? 'R (running)'
            : 'S (sleeping)';
    const { uid, gid, groups } = process.credentials;
    const name = process.command;
    file(dir, 'comm', `${name}\n`, 0o644);
    file(dir, 'cmdline', process.argv.map((arg) => `${decodeText(arg)}\0`).join(''));
    file(dir, 'environ', [...process.env].map(([key, value]) => `${decodeText(key)}=${decodeText(value)}\0`).join(''), 0o400);
    const ids = (id: number): string => `${id}\t${id}\t${id}\t${id}`;
    file(
      dir,
      'status',
      `Name:\t${name}\nUmask:\t${process.umask.toString(8).padStart(4, '0')}\nState:\t${state}\nTgid:\t${process.pid}\nPid:\t${process.pid}\nPPid:\t${process.ppid}\n` +
        `Uid:\t${ids(uid)}\nGid:\t${ids(gid)}\nGroups:\t${groups.join(' ')} \nThreads:\t1\n`,
    );
    const ticks = Math.round((process.started - facts.bootTime) * 100);
    const group = kernel.processes.find((other) => other.id === process.group)?.pid ?? process.pid;
    file(
      dir,
      'stat',
      `${process.pid} (${name}) ${state[0]} ${process.ppid} ${group} ${group} 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks} 1000000 100\n`,
    );
    file(dir, 'mounts', mountTable(ns));
    link(dir, 'exe', process.executable);
    link(dir, 'cwd', process.cwd);
    link(dir, 'root', '/');
    const fds = folder(dir, 'fd');
    for (const fd of process.io.list()) edit.create(fds, String(fd), { kind: 'char', major: FD_MAJOR, minor: fd, mode: 0o700, ...meta });
  }
}

/** /proc/mounts of a namespace (proc(5)). */
export function mountTable(ns: Namespace): string {
  return ns.mounts
    .map(
      ({ source, path, fs, readonly, options }) => `${source} ${path} ${fs.type} ${options ?? `${readonly ? 'ro' : 'rw'},relatime`} 0 0\n`,
    )
    .join('');
}

function meminfo(totalKB: number): string {
  const free = Math.round(totalKB * 0.6);
  const line = (name: string, kb: number): string => `${`${name}:`.padEnd(16)}${String(kb).padStart(8)} kB\n`;
  return (
    line('MemTotal', totalKB) +
    line('MemFree', free) +
    line('MemAvailable', free) +
    line('Buffers', 0) +
    line('Cached', totalKB - free) +
    line('SwapTotal', 0) +
    line('SwapFree', 0)
  );
}

/** A version 4 UUID made from a text: another one at every other moment of the virtual clock. */
function uuidOf(text: string): string {
  const hex = hexOf(sha256(text));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
