import { hexOf, sha256 } from '../digest/index.ts';
import { type Body, type Ino, ROOT, resolveIn, Tree, TreeEdit } from '../tree/index.ts';
import { fromBytes } from './bytes.ts';
import { SysError } from './errno.ts';
import { FileSystem } from './file-system.ts';
import type { Kernel } from './kernel.ts';
import type { Namespace } from './namespace.ts';
import { processDirectory } from './proc-process.ts';
import { ProcTree } from './proc-tree.ts';

/** Machine facts that /proc shows. */
export interface ProcFacts {
  readonly bootTime: number;
  readonly memoryKB: number;
  readonly cpus: number;
  readonly kernelVersion: string;
}

/** The /proc of a namespace: made anew, from the kernel's own tables, each time a path leads into it. In a container /proc/sys is read-only. */
export function mountProc(kernel: Kernel, ns: Namespace, facts: ProcFacts, options: { container?: boolean } = {}): void {
  const fs = new ProcFileSystem((pid, name) => {
    const process = kernel.inNamespace(ns).find((other) => other.pid === pid);
    if (process !== undefined) process.command = name;
  });
  const refresh = (): void => fs.replace(procTree(kernel, ns, facts));
  refresh();
  ns.mount({ path: '/proc', fs, source: 'proc', refresh });
  const sys = resolveIn(fs.tree(), '/sys')?.ino;
  if (options.container && sys !== undefined) ns.mount({ path: '/proc/sys', fs, root: sys, readonly: true, source: 'proc', refresh });
}

class ProcFileSystem extends FileSystem {
  #tree = Tree.empty();
  readonly #rename: (pid: number, name: string) => void;
  /** `rename` is called when a process's `comm` is written. */
  constructor(rename: (pid: number, name: string) => void) {
    super({ type: 'proc', tree: Tree.empty() });
    this.#rename = rename;
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
  override own(ino: Ino): Ino {
    return ino;
  }
  override setBody(ino: Ino, body: Body): void {
    const comm = /^\/(\d+)\/comm$/.exec(this.#tree.pathOf(ino));
    if (comm === null) throw new SysError('EINVAL');
    const name = fromBytes(body.read(0, 15)).split('\0')[0]!;
    if (name !== '') this.#rename(Number(comm[1]), name);
  }
  override setAttrs(_ino: Ino, patch: object): void {
    if (Object.keys(patch).some((key) => key !== 'mode')) throw new SysError('EPERM');
  }
  override hold(): void {}
  override release(): void {}
}

function procTree(kernel: Kernel, ns: Namespace, facts: ProcFacts): Tree {
  const { now } = kernel;
  const tree = new ProcTree(new TreeEdit(Tree.empty(now)), now);
  const sys = tree.folder(ROOT, 'sys');
  const sysKernel = tree.folder(sys, 'kernel');
  tree.file(sysKernel, 'hostname', `${ns.hostname}\n`, 0o644);
  tree.file(sysKernel, 'ostype', 'Linux\n');
  tree.file(sysKernel, 'osrelease', `${facts.kernelVersion}\n`);
  tree.file(sysKernel, 'panic', '0\n', 0o644);
  tree.file(sysKernel, 'pid_max', '4194304\n', 0o644);
  const random = tree.folder(sysKernel, 'random');
  tree.file(random, 'uuid', `${uuidOf(`${ns.id} ${now} ${ns.nextPid}`)}\n`);
  tree.file(random, 'boot_id', `${uuidOf(`boot ${facts.bootTime}`)}\n`);
  const vm = tree.folder(sys, 'vm');
  tree.file(vm, 'swappiness', '60\n', 0o644);
  tree.file(vm, 'overcommit_memory', '0\n', 0o644);

  const uptime = Math.max(0, now - facts.bootTime);
  tree.file(ROOT, 'uptime', `${uptime.toFixed(2)} ${(uptime * facts.cpus).toFixed(2)}\n`);
  tree.file(ROOT, 'version', `Linux version ${facts.kernelVersion}\n`);
  tree.file(ROOT, 'loadavg', `0.00 0.00 0.00 1/${kernel.processes.length} ${ns.nextPid - 1}\n`);
  tree.file(ROOT, 'meminfo', meminfo(facts.memoryKB));
  const cpus = Array.from({ length: facts.cpus }, (_, i) => `processor\t: ${i}\nmodel name\t: Strata virtual CPU\n\n`);
  tree.file(ROOT, 'cpuinfo', cpus.join(''));
  tree.file(ROOT, 'filesystems', 'nodev\tproc\nnodev\ttmpfs\nnodev\toverlay\n\text4\n');
  if (kernel.current !== undefined) tree.link(ROOT, 'self', String(kernel.current.pid));
  tree.link(ROOT, 'mounts', 'self/mounts');
  for (const process of kernel.inNamespace(ns)) processDirectory(tree, kernel, process, facts.bootTime, mountTable(ns));
  return tree.edit.tree();
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
