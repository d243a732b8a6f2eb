import type { LiveContainer } from '../../../engine/daemon/index.ts';
import { type Process, type Step, TURN } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';

/** Most virtual seconds between a container's start and the engine's answer that it has started. */
const LONGEST = 0.3;

/**
 * The engine takes a moment to answer that a container has started: what runs in it has begun by then. It is over as soon as everybody there
 * waits for something.
 */
export function* settle({ daemon }: Context, live: LiveContainer): Step<void> {
  const until = daemon.now() + LONGEST;
  while (daemon.now() < until && daemon.kernel.inNamespace(live.ns).some((process) => canGoOn(process, daemon.now()))) yield TURN;
}

function canGoOn({ status, stopped, frozen, wait }: Process, now: number): boolean {
  if (status !== undefined || stopped || frozen) return false;
  if (wait.ready === undefined && wait.deadline === undefined) return true;
  return wait.ready?.() === true || (wait.deadline !== undefined && wait.deadline <= now);
}
