import type { Session } from '../../cli/machine/session.ts';

/** Virtual time at which every lab begins: 2026-01-01, so that two learners see the same ages. */
export const START = 1_767_225_600;
/** Events fall on such parts of a virtual second, so that their times can be written down exactly. */
const TICKS = 10_000;
/** So much of a tick is a rounding error of floating-point seconds. */
const ROUNDING = 0.01;

/** Virtual seconds of a tick. */
export const timeOf = (tick: number): number => START + tick / TICKS;

/** Goes on to a whole tick, as doing it again will, and gives it: what comes now is written down with that time. */
export function wholeTick({ simulation: { kernel } }: Session): number {
  const tick = Math.ceil((kernel.now - START) * TICKS - ROUNDING);
  const time = timeOf(tick);
  while (kernel.now < time && kernel.loading === undefined)
    if (!kernel.step()) kernel.advance(Math.min(time, kernel.nextDeadline() ?? time));
  return tick;
}
