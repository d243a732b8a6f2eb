import type { Kernel } from './kernel.ts';
import type { Namespace } from './namespace.ts';
import type { Process } from './process.ts';
import { SIGNALS } from './signals.ts';

/** Bytes that every process takes for its code, stack and tables. */
const CODE_MEMORY = 450_560;

/** Bytes that a process takes: its code, and what it says it holds. */
export const memoryOf = (process: Process): number => (process.status === undefined ? CODE_MEMORY + process.held : 0);

/** Bytes that a namespace's processes and its file systems in memory take together. */
export function memoryIn(kernel: Kernel, ns: Namespace): number {
  let bytes = 0;
  for (const process of kernel.inNamespace(ns)) bytes += memoryOf(process);
  for (const fs of new Set(ns.mounts.map((mount) => mount.fs))) if (fs.type === 'tmpfs') bytes += Math.max(0, fs.grown);
  return bytes;
}

/** The OOM killer: where more memory is held than may be, the process that holds most is killed. */
export function killWhereFull(kernel: Kernel, ns: Namespace, limit: number): void {
  if (memoryIn(kernel, ns) <= Math.max(limit, ns.memoryLeft)) return;
  const [victim] = kernel
    .inNamespace(ns)
    .filter(({ status }) => status === undefined)
    .sort((a, b) => memoryOf(b) - memoryOf(a));
  if (victim === undefined) return;
  ns.outOfMemory = true;
  ns.onOutOfMemory?.();
  kernel.end(victim, { kind: 'signaled', signal: SIGNALS.KILL });
  ns.memoryLeft = memoryIn(kernel, ns);
}
