import { sprintf } from './template/printf.ts';
import { goFloat } from './template/value.ts';

/** Sizes in bytes as Docker prints and reads them. Source: docker/go-units size.go. */
const DECIMAL = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

/** units.HumanSize: powers of 1000, four significant digits (`docker system df`, `ps -s`, load). */
export function humanSize(bytes: number): string {
  return humanSizeWithPrecision(bytes, 4);
}

/** Powers of 1000 and `%.*g`: `docker images` and `docker history` use three digits, so 999950 bytes is `1e+03kB`. */
export function humanSizeWithPrecision(bytes: number, precision: number): string {
  return scaled(bytes, 1000, DECIMAL, precision);
}

/** units.BytesSize: powers of 1024, four significant digits (`docker info`, `docker stats`). */
export function bytesSize(bytes: number): string {
  return scaled(bytes, 1024, BINARY, 4);
}

/** units.CustomSize with the given digits, base and unit names. */
export function scaled(bytes: number, base: number, units: readonly string[], precision: number): string {
  let size = bytes;
  let i = 0;
  while (size >= base && i < units.length - 1) {
    size /= base;
    i++;
  }
  return sprintf('%.*g%s', [precision, goFloat(size), units[i]!]);
}

/** A size that could not be read; the message is go-units' own. */
export class SizeError extends Error {}

/** units.RAMInBytes: `512m`, `1.5GiB`; suffixes are powers of 1024. Throws {@link SizeError}. */
export function ramInBytes(text: string): number {
  return parseSize(text, 1024);
}

/** units.FromHumanSize: suffixes are powers of 1000. Throws {@link SizeError}. */
export function fromHumanSize(text: string): number {
  return parseSize(text, 1000);
}

function parseSize(text: string, base: number): number {
  const sep = Math.max(...[...'0123456789. '].map((c) => text.lastIndexOf(c)));
  if (sep < 0) throw new SizeError(`invalid size: '${text}'`);
  const number = text[sep] === ' ' ? text.slice(0, sep) : text.slice(0, sep + 1);
  const suffix = text.slice(sep + 1);
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(number))
    throw new SizeError(`strconv.ParseFloat: parsing "${number}": invalid syntax`);
  const size = Number(number);
  if (size < 0) throw new SizeError(`invalid size: '${text}'`);
  if (suffix === '') return Math.trunc(size);
  const lower = suffix.toLowerCase();
  const power = 'bkmgtp'.indexOf(lower[0]!);
  const tail = lower.slice(1);
  if (suffix.length > 3 || power < 0 || (power === 0 ? tail !== '' : tail !== '' && tail !== 'b' && tail !== 'ib'))
    throw new SizeError(`invalid suffix: '${suffix.length > 3 ? suffix : lower}'`);
  return Math.trunc(size * base ** power);
}
