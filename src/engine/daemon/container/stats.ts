import type { Container } from '../../container/index.ts';
import { memoryIn, TURN_COST } from '../../kernel/index.ts';
import { MACHINE } from '../../runtime/index.ts';
import type { Daemon } from '../daemon.ts';

/** What a running container uses; bytes and seconds. */
export interface Usage {
  /** Processor time since the container was started. */
  readonly processor: number;
  readonly memory: number;
  readonly memoryLimit: number;
  readonly received: number;
  readonly sent: number;
  readonly read: number;
  readonly written: number;
  readonly processes: number;
}

/**
 * What a running container uses now; undefined when it does not run. It is reckoned: every process takes some memory for its code and what
 * it holds beside, a turn takes a fixed processor time, and what is written is what its own layer grew by.
 */
export function usageOf(daemon: Daemon, { id, hostConfig }: Container): Usage | undefined {
  const live = daemon.live.get(id);
  if (live === undefined) return undefined;
  const { kernel } = daemon;
  const whole = MACHINE.memoryKB * 1024;
  const cards = live.ns.network.interfaces.filter(({ name }) => name !== 'lo');
  return {
    processor: live.ns.turns * TURN_COST,
    memory: memoryIn(kernel, live.ns),
    memoryLimit: hostConfig.Memory > 0 ? Math.min(hostConfig.Memory, whole) : whole,
    received: cards.reduce((sum, { received }) => sum + received.bytes, 0),
    sent: cards.reduce((sum, { sent }) => sum + sent.bytes, 0),
    read: 0,
    written: Math.max(0, live.root.grown),
    processes: kernel.inNamespace(live.ns).filter(({ status }) => status === undefined).length,
  };
}
