import { ROOT } from '../tree/index.ts';
import { decodeText } from './bytes.ts';
import { capabilityMask } from './capabilities.ts';
import type { Kernel } from './kernel.ts';
import type { OpenFile } from './open-file.ts';
import type { ProcTree } from './proc-tree.ts';
import type { Process } from './process.ts';

/** /proc/PID of one process (proc(5)), as far as programs look. */
export function processDirectory(all: ProcTree, kernel: Kernel, process: Process, bootTime: number, mounts: string): void {
  const tree = all.ownedBy(process.credentials);
  const dir = tree.folder(ROOT, String(process.pid));
  contents(tree, kernel, process, bootTime, dir);
  tree.file(dir, 'mounts', mounts);
  tree.link(dir, 'exe', process.executable);
  tree.link(dir, 'cwd', process.cwd);
  tree.link(dir, 'root', process.root);
  const fds = tree.folder(dir, 'fd', 0o500);
  for (const fd of process.io.list()) {
    const file = process.io.at(fd);
    const mode = 0o100 | (file.readable ? 0o400 : 0) | (file.writable ? 0o200 : 0);
    tree.link(fds, String(fd), describe(kernel, file), mode);
  }
  contents(tree, kernel, process, bootTime, tree.folder(tree.folder(dir, 'task'), String(process.pid)));
}

function contents(tree: ProcTree, kernel: Kernel, process: Process, bootTime: number, dir: number): void {
  const name = process.command;
  const state = stateOf(kernel, process);
  tree.file(dir, 'comm', `${name}\n`, 0o644);
  tree.file(dir, 'cmdline', process.argv.map((arg) => `${decodeText(arg)}\0`).join(''));
  tree.file(dir, 'environ', [...process.env].map(([key, value]) => `${decodeText(key)}=${decodeText(value)}\0`).join(''), 0o400);
  tree.file(dir, 'status', statusText(process, name, state));
  const ticks = Math.round((process.started - bootTime) * 100);
  const group = kernel.processes.find((other) => other.id === process.group)?.pid ?? process.pid;
  const numbers = `${process.ppid} ${group} ${group} 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks} 1000000 100`;
  tree.file(dir, 'stat', `${process.pid} (${name}) ${state[0]} ${numbers}\n`);
}

function stateOf(kernel: Kernel, process: Process): string {
  if (process.status !== undefined) return 'Z (zombie)';
  if (process.stopped) return 'T (stopped)';
  return process === kernel.current ? 'R (running)' : 'S (sleeping)';
}

function statusText(process: Process, name: string, state: string): string {
  const { credentials, pid, ppid, umask } = process;
  const ids = (id: number): string => `${id}\t${id}\t${id}\t${id}`;
  const bounding = capabilityMask(credentials.capabilities);
  const caps = credentials.uid === 0 ? bounding : capabilityMask(new Set());
  const lines = [
    `Name:\t${name}`,
    `Umask:\t${umask.toString(8).padStart(4, '0')}`,
    `State:\t${state}`,
    `Tgid:\t${pid}`,
    `Pid:\t${pid}`,
    `PPid:\t${ppid}`,
    `Uid:\t${ids(credentials.uid)}`,
    `Gid:\t${ids(credentials.gid)}`,
    `Groups:\t${credentials.groups.join(' ')} `,
    'Threads:\t1',
    'CapInh:\t0000000000000000',
    `CapPrm:\t${caps}`,
    `CapEff:\t${caps}`,
    `CapBnd:\t${bounding}`,
    'CapAmb:\t0000000000000000',
    `NoNewPrivs:\t${credentials.noNewPrivileges === true ? 1 : 0}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What readlink says of /proc/PID/fd/N. */
function describe(kernel: Kernel, file: OpenFile): string {
  if (file.place !== undefined) return file.place.path;
  if (file.tty) return '/dev/pts/0';
  const inode = file.stat();
  const device = inode.kind === 'char' && inode.major === 1 ? MEMORY[inode.minor] : undefined;
  return device ?? `${inode.kind === 'socket' ? 'socket' : 'pipe'}:[${kernel.numberOf(file.channel ?? file)}]`;
}

const MEMORY: Readonly<Record<number, string>> = { 3: '/dev/null', 5: '/dev/zero', 7: '/dev/full', 8: '/dev/random', 9: '/dev/urandom' };
