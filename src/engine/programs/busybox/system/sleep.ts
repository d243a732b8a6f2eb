import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** `N`, `N.N` with s, m, h or d: seconds. Undefined when it is no duration. */
export function duration(text: string): number | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * UNITS[unit!]!;
}

/** sleep N[smhd]…: the sum of its arguments. */
export function* sleep(a: Call): Run {
  const [first] = a.args;
  if (first === undefined || (first === '--' && a.args.length === 1)) a.showUsage();
  let total = 0;
  for (const text of first === '--' ? a.args.slice(1) : a.args) {
    if (text === 'inf' || text === 'infinity') total = Number.MAX_SAFE_INTEGER;
    else total += duration(text) ?? a.die(`invalid number '${text}'`);
  }
  yield* a.p.sleep(total);
  return 0;
}

/** usleep N, in microseconds. */
export function* usleep(a: Call): Run {
  const [text] = a.args;
  if (text === undefined) a.showUsage();
  if (!/^\d+$/.test(text)) a.die(`invalid number '${text}'`);
  yield* a.p.sleep(Number(text) / 1e6);
  return 0;
}
