/** Virtual seconds since the epoch as a clock and a calendar show them, in UTC. */
export interface ClockText {
  /** `2026-01-01` */
  readonly date: string;
  /** `00:03:12` */
  readonly time: string;
  /** Degrees of the second hand. */
  readonly hand: number;
}

export function clockText(now: number): ClockText {
  const whole = Math.floor(now);
  const text = new Date(whole * 1000).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 19), hand: (whole % 60) * 6 };
}
