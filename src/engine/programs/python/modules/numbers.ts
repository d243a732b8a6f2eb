import type { Interpreter } from '../interpreter.ts';
import { listOf } from '../iterate.ts';
import { nativeModule, realNumber, wholeNumber } from '../natives.ts';
import { getItem } from '../subscript.ts';
import { PyList, type PyModule, PyTuple, type Value } from '../values.ts';

const FUNCTIONS = [
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'exp',
  'log2',
  'log10',
  'log1p',
  'expm1',
  'cbrt',
] as const;

export function mathModule(py: Interpreter): PyModule {
  const real = (value: Value | undefined): number => realNumber(py, value);
  const domain = (value: number, fine: boolean): number => {
    if (!fine) throw py.error('ValueError', py.atLeast(14) ? 'expected a nonnegative input' : 'math domain error');
    return value;
  };
  const simple = Object.fromEntries(
    FUNCTIONS.map((name) => [
      name,
      (_: Interpreter, [value]: readonly Value[]): Value => domain(Math[name](real(value)), !name.startsWith('log') || real(value) > 0),
    ]),
  );
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const whole =
    (round: (value: number) => number) =>
    (_: Interpreter, [value]: readonly Value[]): Value =>
      typeof value === 'bigint' ? value : BigInt(round(real(value)));
  return nativeModule(
    'math',
    {
      ...simple,
      sqrt: (_, [value]) => domain(Math.sqrt(real(value)), real(value) >= 0),
      pow: (_, [a, b]) => real(a) ** real(b),
      log: (_, [value, base]) =>
        domain(base === undefined ? Math.log(real(value)) : Math.log(real(value)) / Math.log(real(base)), real(value) > 0),
      atan2: (_, [a, b]) => Math.atan2(real(a), real(b)),
      hypot: (_, args) => Math.hypot(...args.map(real)),
      floor: whole(Math.floor),
      ceil: whole(Math.ceil),
      trunc: whole(Math.trunc),
      fabs: (_, [value]) => Math.abs(real(value)),
      fmod: (_, [a, b]) => real(a) % real(b),
      copysign: (_, [a, b]) => (Object.is(Math.sign(real(b)), -0) || real(b) < 0 ? -1 : 1) * Math.abs(real(a)),
      isnan: (_, [value]) => Number.isNaN(real(value)),
      isinf: (_, [value]) => Math.abs(real(value)) === Number.POSITIVE_INFINITY,
      isfinite: (_, [value]) => Number.isFinite(real(value)),
      isclose: (_, [a, b]) => Math.abs(real(a) - real(b)) <= 1e-9 * Math.max(Math.abs(real(a)), Math.abs(real(b))),
      degrees: (_, [value]) => (real(value) * 180) / Math.PI,
      radians: (_, [value]) => (real(value) * Math.PI) / 180,
      gcd: (_, args) => args.map((each) => wholeNumber(py, each)).reduce(gcd, 0n),
      lcm: (_, args) => args.map((each) => wholeNumber(py, each)).reduce((a, b) => (a * b) / (gcd(a, b) || 1n), 1n),
      *factorial(_, [value]) {
        const most = wholeNumber(py, value);
        if (most < 0n) throw py.error('ValueError', 'factorial() not defined for negative values');
        if (most > 20_000n) throw py.error('MemoryError');
        let out = 1n;
        for (let i = 2n; i <= most; i++) {
          out *= i;
          yield* py.tick();
        }
        return out;
      },
      isqrt: (_, [value]) => {
        const number = wholeNumber(py, value);
        let root = BigInt(Math.floor(Math.sqrt(Number(number))));
        while (root * root > number) root--;
        while ((root + 1n) * (root + 1n) <= number) root++;
        return root;
      },
    },
    { pi: Math.PI, e: Math.E, tau: 2 * Math.PI, inf: Number.POSITIVE_INFINITY, nan: Number.NaN },
  );
}

/** Random numbers come from the machine's own source, so that a replay is equal; they are not CPython's for the same seed. */
export function randomModule(py: Interpreter): PyModule {
  const next = (): number => py.p.kernel.random.next() / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  const between = (low: bigint, high: bigint): bigint => {
    if (high < low) throw py.error('ValueError', `empty range for randrange() (${low}, ${high + 1n}, ${high + 1n - low})`);
    return low + BigInt(below(Number(high - low + 1n)));
  };
  return nativeModule('random', {
    random: () => next(),
    seed: () => null,
    uniform: (_, [a, b]) => realNumber(py, a) + (realNumber(py, b) - realNumber(py, a)) * next(),
    randint: (_, [a, b]) => between(wholeNumber(py, a), wholeNumber(py, b)),
    randrange: (_, [a, b]) =>
      b === undefined ? between(0n, wholeNumber(py, a) - 1n) : between(wholeNumber(py, a), wholeNumber(py, b) - 1n),
    getrandbits: (_, [bits]) => BigInt(below(2 ** Math.min(32, Number(bits)))),
    *choice(_, [items]) {
      const length = (yield* listOf(py, items!)).length;
      if (length === 0) throw py.error('IndexError', 'Cannot choose from an empty sequence');
      return yield* getItem(py, items!, BigInt(below(length)));
    },
    *choices(_, [items, ,], kwargs) {
      const all = yield* listOf(py, items!);
      return new PyList(Array.from({ length: Math.min(100_000, Number(kwargs.get('k') ?? 1)) }, () => all[below(all.length)]!));
    },
    *sample(_, [items, count]) {
      const all = yield* listOf(py, items!);
      if (Number(count) > all.length) throw py.error('ValueError', 'Sample larger than population or is negative');
      return new PyList(Array.from({ length: Number(count) }, () => all.splice(below(all.length), 1)[0]!));
    },
    shuffle: (_, [items]) => {
      const list = (items as PyList).items;
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [list[i], list[j]] = [list[j]!, list[i]!];
      }
      return null;
    },
    gauss: (_, [mean, deviation]) =>
      realNumber(py, mean) + realNumber(py, deviation) * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    getstate: () => new PyTuple([]),
  });
}
