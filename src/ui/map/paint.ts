// The rock of each track: hue, tone and texture, so that a track looks the same on every page. DESIGN §3 has the ranges.

const rocks = [
  { h: 67.5, tone: 1, tex: 1 },
  { h: 202.5, tone: 1, tex: 2 },
  { h: 22.5, tone: 0, tex: 3 },
  { h: 112.5, tone: 1, tex: 5 },
  { h: 270, tone: 0, tex: 6 },
  { h: 45, tone: 1, tex: 7 },
] as const;

/** For an element of the class `lay`. `number`: the track's, from 1. */
export function rockOf(number: number): { readonly style: string; readonly 'data-tone': number } {
  const { h, tone, tex } = rocks[(number - 1) % rocks.length] ?? rocks[0];
  return { style: `--h:${h};--tx:var(--tex-${tex})`, 'data-tone': tone };
}
