// The time axis of a container: the last 60 seconds evenly, what is older by its logarithm, so that a grace period stays as wide as it was long.

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** The hand, in virtual time; beyond `to` when the container ended earlier. */
  readonly now: number;
  /** Seconds that are drawn evenly. */
  readonly even: number;
}

export interface Tick {
  /** 0 left, 1 right. */
  readonly at: number;
  /** Seconds: after `from` on an even axis, before `to` on one with a logarithmic part. */
  readonly seconds: number;
}

const EVEN = 60;
/** Part of the width that the even seconds take when there is older time. */
const PART = 0.6;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20];

export function axisOf(from: number, to: number, now: number): Axis {
  return { from, to: Math.max(to, from + 1), now, even: EVEN };
}

export const isLogarithmic = ({ from, to, even }: Axis): boolean => to - from > even;

/** Where a time stands: 0 left, 1 right; times outside are put at the edges. */
export function position(axis: Axis, at: number): number {
  const span = axis.to - axis.from;
  const ago = Math.min(span, Math.max(0, axis.to - at));
  if (span <= axis.even) return 1 - ago / span;
  if (ago <= axis.even) return 1 - (PART * ago) / axis.even;
  return (1 - PART) * (1 - Math.log(ago / axis.even) / Math.log(span / axis.even));
}

/** Labelled places, left to right. */
export function ticksOf(axis: Axis): Tick[] {
  const span = axis.to - axis.from;
  if (span <= axis.even) {
    const step = STEPS.find((one) => span / one <= 6) ?? 20;
    const count = Math.floor(span / step + 1e-6);
    return Array.from({ length: count + 1 }, (_, index) => ({
      at: position(axis, axis.from + index * step),
      seconds: round(index * step),
    }));
  }
  return [86_400, 36_000, 3600, 600, 60, 30, 10, 0]
    .filter((ago) => ago <= span)
    .map((ago) => ({ at: position(axis, axis.to - ago), seconds: ago }))
    .filter(({ at }, index, all) => index === 0 || at - (all[index - 1]?.at ?? 0) > 0.07);
}

/** Whether a tick has room for its words: at the end stand those of the hand. */
export const hasRoom = (at: number, over: boolean): boolean => over || at <= 0.87;

const round = (seconds: number): number => Math.round(seconds * 10) / 10;
