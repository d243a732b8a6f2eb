import { upperBytes } from '../../../regex/syntax.ts';
import { formatTime, localSeconds, localTime, parseZone } from '../../dates/index.ts';
import { AwkError, MESSAGES } from './source-error.ts';
import type { State } from './state.ts';
import { toNumber, type Value } from './value.ts';

/** A function of values alone: `least` is how many it needs. */
export interface Builtin {
  readonly least: number;
  run(state: State, values: readonly Value[]): Value;
}

const lowerBytes = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

/** A number as an unsigned 64-bit integer. */
function unsigned(value: Value): bigint {
  const number = Math.trunc(toNumber(value));
  return Number.isFinite(number) ? BigInt.asUintN(64, BigInt(number)) : 1n << 63n;
}
const bits = (run: (x: bigint, y: bigint) => bigint): Builtin => ({
  least: 2,
  run: (_, values) => Number(BigInt.asUintN(64, run(unsigned(values[0]), unsigned(values[1])))),
});
const noMath = (least: number): Builtin => ({
  least,
  run: () => {
    throw new AwkError(MESSAGES.noMath);
  },
});

const MAX_INT = 2_147_483_647;
const int32 = (value: Value): number => {
  const number = Math.trunc(toNumber(value));
  return number > MAX_INT || number < -MAX_INT - 1 || Number.isNaN(number) ? -MAX_INT - 1 : number;
};

const DEFAULT_TIME_FORMAT = '%a %b %d %H:%M:%S %Z %Y';

export const BUILTINS: Readonly<Record<string, Builtin>> = {
  and: bits((x, y) => x & y),
  or: bits((x, y) => x | y),
  xor: bits((x, y) => x ^ y),
  lshift: bits((x, y) => (y < 64n ? x << y : x << (y & 63n))),
  rshift: bits((x, y) => (y < 64n ? x >> y : x >> (y & 63n))),
  compl: { least: 1, run: (_, [value]) => Number(BigInt.asUintN(64, ~unsigned(value))) },
  atan2: noMath(2),
  cos: noMath(1),
  exp: noMath(1),
  log: noMath(1),
  sin: noMath(1),
  sqrt: noMath(1),
  int: { least: 1, run: (_, [value]) => Math.trunc(toNumber(value)) },
  rand: {
    least: 0,
    run: ({ random }) => {
      const low = BigInt.asUintN(32, BigInt(random.next()) << 16n) ^ BigInt(random.next());
      const word = BigInt.asUintN(63, (BigInt(random.next()) << 32n) | low);
      return Number(word) / 2 ** 63;
    },
  },
  srand: {
    least: 0,
    run: (state, values) => {
      const before = state.seed;
      state.seed = Number(
        BigInt.asUintN(32, values.length > 0 ? BigInt(Math.trunc(toNumber(values[0])) || 0) : BigInt(Math.trunc(state.a.p.now()))),
      );
      state.random.seed(state.seed);
      return before;
    },
  },
  systime: { least: 0, run: ({ a }) => Math.floor(a.p.now()) },
  strftime: {
    least: 0,
    run: (state, values) => {
      const { now, zone } = { now: state.a.p.now(), zone: parseZone(state.a.p.env.get('TZ')) };
      const format = values.length > 0 ? state.text(values[0]) : DEFAULT_TIME_FORMAT;
      return formatTime(format, localTime(values.length > 1 ? Math.trunc(toNumber(values[1])) : Math.floor(now), zone));
    },
  },
  mktime: {
    least: 0,
    run: (state, values) => {
      const parts = state
        .text(values[0])
        .trim()
        .split(/[ \t]+/)
        .map(Number);
      if (parts.length < 6 || parts.some((part) => !Number.isFinite(part))) return -1;
      const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
      return localSeconds({ year, month: month - 1, day, hour, minute, second }, parseZone(state.a.p.env.get('TZ')));
    },
  },
  tolower: { least: 1, run: (state, [value]) => lowerBytes(state.text(value)) },
  toupper: { least: 1, run: (state, [value]) => upperBytes(state.text(value)) },
  index: {
    least: 2,
    run: (state, [value, part]) => {
      const fold = (text: string): string => (state.ignoreCase ? lowerBytes(text) : text);
      const wanted = fold(state.text(part));
      return wanted === '' ? 0 : fold(state.text(value)).indexOf(wanted) + 1;
    },
  },
  substr: {
    least: 2,
    run: (state, values) => {
      const text = state.text(values[0]);
      const start = Math.max(0, Math.min(text.length, int32((toNumber(values[1]) - 1) as Value)));
      const count = values.length > 2 ? int32(values[2]) : text.length - start;
      return count <= 0 ? '' : text.slice(start, start + count);
    },
  },
};
