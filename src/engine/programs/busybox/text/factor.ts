import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { openInput } from './input.ts';

/** factor: prime factors of numbers below 2⁶⁴. */
export const factor: Applet = function* (a) {
  const rest = a.args[0] === '--' ? a.args.slice(1) : a.args;
  if (rest.length > 0) {
    for (const word of rest) yield* show(a, word);
    return 0;
  }
  const input = openInput(a, '-');
  for (;;) {
    const line = yield* input.text();
    if (line === undefined) return 0;
    for (const word of line.split(/[ \t-\r]+/).filter((part) => part !== '')) yield* show(a, word);
  }
};

function* show(a: Call, word: string): Step<void> {
  if (!/^[0-9]+$/.test(word) || BigInt(word) >= 1n << 64n) a.showUsage();
  const number = BigInt(word);
  const factors = yield* factorsOf(a, number);
  yield* a.line(`${number}:${factors.map((prime) => ` ${prime}`).join('')}`);
}

function* factorsOf(a: Call, number: bigint): Step<bigint[]> {
  const factors: bigint[] = [];
  let rest = number;
  if (rest === 0n) return factors;
  for (let divisor = 2n; divisor < 1000n && divisor * divisor <= rest; divisor += divisor === 2n ? 1n : 2n) {
    while (rest % divisor === 0n) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  const open = rest > 1n ? [rest] : [];
  while (open.length > 0) {
    const part = open.pop()!;
    if (isPrime(part)) factors.push(part);
    else {
      const divisor = yield* divide(a, part);
      open.push(divisor, part / divisor);
    }
  }
  return factors.sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Miller and Rabin's test; these bases decide every number below 2⁶⁴. */
function isPrime(number: bigint): boolean {
  let odd = number - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  return [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n].every((base) => {
    if (number % base === 0n) return number === base;
    let x = power(base, odd, number);
    if (x === 1n || x === number - 1n) return true;
    for (let i = 1; i < twos; i++) {
      x = (x * x) % number;
      if (x === number - 1n) return true;
    }
    return false;
  });
}

/** A divisor of a composite number, by Pollard's rho. */
function* divide(a: Call, number: bigint): Step<bigint> {
  const gcd = (x: bigint, y: bigint): bigint => (y === 0n ? x : gcd(y, x % y));
  for (let shift = 1n; ; shift++) {
    const next = (x: bigint): bigint => (x * x + shift) % number;
    let slow = 2n;
    let fast = 2n;
    let divisor = 1n;
    while (divisor === 1n) {
      slow = next(slow);
      fast = next(next(fast));
      divisor = gcd(slow > fast ? slow - fast : fast - slow, number);
      if (a.p.tick()) yield TURN;
    }
    if (divisor !== number) return divisor;
  }
}
