import { type Process, type Run, type Step, SysError, TURN } from '../../kernel/index.ts';
import { readEscape } from './escape.ts';
import { formatFloat, formatInteger, MAX_WIDTH, type NumberFormat, pad } from './number-format.ts';

/** Most text that one printf may write at once. */
const FLUSH = 65_536;

export interface PrintfOptions {
  /** What messages begin with. */
  readonly name: string;
  readonly builtin: boolean;
}

/** printf for the words after its name. Gives the exit status. */
export function* runPrintf(p: Process, args: readonly string[], options: PrintfOptions): Step<number> {
  const words = args[0] === '--' ? args.slice(1) : args;
  const [format, ...values] = words;
  if (format === undefined) {
    if (options.builtin) {
      yield* p.write(2, `${options.name}: usage: printf FORMAT [ARGUMENT...]\n`);
      return 2;
    }
    yield* p.write(2, `${USAGE}\n`);
    return 1;
  }
  return yield* new Printing(p, format, values, options.name).run();
}

const USAGE = `BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: printf FORMAT [ARG]...

Format and print ARG(s) according to FORMAT (a-la C printf)`;

/** The printf applet. */
export function* printf(p: Process): Run {
  return yield* runPrintf(p, p.argv.slice(1), { name: 'printf', builtin: false });
}

class Printing {
  readonly #p: Process;
  readonly #format: string;
  readonly #values: readonly string[];
  readonly #name: string;
  #used = 0;
  #out = '';
  #failed = false;
  #writeFailed = false;

  constructor(p: Process, format: string, values: readonly string[], name: string) {
    this.#p = p;
    this.#format = format;
    this.#values = values;
    this.#name = name;
  }

  *run(): Step<number> {
    for (;;) {
      const before = this.#used;
      const end = yield* this.#once();
      if (end === 'error') {
        yield* this.#flush();
        return 1;
      }
      if (end === 'stop' || this.#used === before || this.#used >= this.#values.length) break;
      if (this.#p.tick()) yield TURN;
    }
    yield* this.#flush();
    return this.#failed || this.#writeFailed ? 1 : 0;
  }

  *#flush(): Step<void> {
    const text = this.#out;
    this.#out = '';
    if (text === '' || this.#writeFailed) return;
    try {
      yield* this.#p.write(1, text);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      this.#writeFailed = true;
    }
  }
  *#complain(text: string): Step<void> {
    yield* this.#flush();
    yield* this.#p.write(2, `${this.#name}: ${text}\n`);
  }

  /** The format once through. */
  *#once(): Step<'done' | 'stop' | 'error'> {
    const format = this.#format;
    for (let i = 0; i < format.length; i++) {
      if (this.#out.length > FLUSH) yield* this.#flush();
      if (this.#p.tick()) yield TURN;
      const c = format[i]!;
      if (c === '\\') {
        if (format[i + 1] === 'c') return 'stop';
        const found = readEscape(format, i + 1);
        this.#out += found.text;
        i = found.end - 1;
      } else if (c !== '%') this.#out += c;
      else {
        const end = yield* this.#conversion(i + 1);
        if (typeof end === 'string') return end;
        i = end - 1;
      }
    }
    return 'done';
  }

  #next(): string | undefined {
    return this.#used < this.#values.length ? this.#values[this.#used++] : undefined;
  }

  /** One conversion, from after its `%`. Gives the place after it. */
  *#conversion(start: number): Step<number | 'stop' | 'error'> {
    const format = this.#format;
    let at = start;
    if (format[at] === '%') {
      this.#out += '%';
      return at + 1;
    }
    if (format[at] === 'b') {
      const value = this.#next();
      if (value !== undefined && !this.#escaped(value)) return 'stop';
      return at + 1;
    }
    let flags = '';
    if (at < format.length && '-+ #'.includes(format[at]!)) flags += format[at++];
    let width = 0;
    let precision: number | undefined;
    if (format[at] === '*') {
      at++;
      width = yield* this.#count();
      if (width < 0) {
        flags += '-';
        width = -width;
      }
    } else {
      const digits = /^\d*/.exec(format.slice(at, at + 20))![0];
      at += digits.length;
      if (digits.startsWith('0')) flags += '0';
      width = Number(digits);
    }
    if (format[at] === '.') {
      at++;
      if (format[at] === '*') {
        at++;
        precision = yield* this.#count();
        if (precision < 0) precision = undefined;
      } else {
        const digits = /^\d*/.exec(format.slice(at, at + 20))![0];
        at += digits.length;
        precision = Number(digits);
      }
    }
    const head = format.slice(start - 1, at);
    while (/^[lLhz]$/.test(format[at] ?? '')) at++;
    const conversion = format[at] ?? '';
    if (conversion === '' || !'diouxXfeEgGcs'.includes(conversion)) {
      yield* this.#complain(`${head}${format.slice(at)}: invalid format`);
      return 'error';
    }
    const wanted: NumberFormat = {
      flags,
      width: Math.min(width, MAX_WIDTH),
      precision: precision === undefined ? undefined : Math.min(precision, MAX_WIDTH),
    };
    yield* this.#print(conversion, this.#next() ?? '', wanted);
    return at + 1;
  }

  *#count(): Step<number> {
    const value = this.#next();
    if (value === undefined) return 0;
    const number = yield* this.#integer(value, true);
    return Number(number > BigInt(MAX_WIDTH) ? BigInt(MAX_WIDTH) : number < -BigInt(MAX_WIDTH) ? -BigInt(MAX_WIDTH) : number);
  }

  *#print(conversion: string, value: string, format: NumberFormat): Step<void> {
    switch (conversion) {
      case 'c':
        this.#out += pad(value[0] ?? '\0', format);
        return;
      case 's':
        this.#out += pad(format.precision === undefined ? value : value.slice(0, format.precision), format);
        return;
      case 'd':
      case 'i':
      case 'o':
      case 'u':
      case 'x':
      case 'X': {
        const number = yield* this.#integer(value, conversion === 'd' || conversion === 'i');
        this.#out += formatInteger(number, conversion, format);
        return;
      }
      default: {
        const number = yield* this.#float(value);
        this.#out += formatFloat(number, conversion, format);
      }
    }
  }

  /** The text of a %b argument. False when `\c` ends all output. */
  #escaped(value: string): boolean {
    for (let i = 0; i < value.length; i++) {
      const c = value[i]!;
      if (c !== '\\') {
        this.#out += c;
        continue;
      }
      if (value[i + 1] === 'c') return false;
      const start = value[i + 1] === '0' && /^[0-7]$/.test(value[i + 2] ?? '') ? i + 2 : i + 1;
      const found = readEscape(value, start);
      this.#out += found.text;
      i = found.end - 1;
    }
    return true;
  }

  *#integer(value: string, signed: boolean): Step<bigint> {
    if (/^["']/.test(value)) return BigInt(value.length > 1 ? value.charCodeAt(1) : 0);
    const found = /^[ \t\n\v\f\r]*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/.exec(value);
    if (found !== null) {
      const digits = found[2]!;
      const magnitude = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
      const number = found[1] === '-' ? -magnitude : magnitude;
      if (number >= -(1n << 63n) && number < (signed ? 1n << 63n : 1n << 64n)) return number;
    }
    yield* this.#invalid(value);
    return 0n;
  }

  *#float(value: string): Step<number> {
    if (/^["']/.test(value)) return value.length > 1 ? value.charCodeAt(1) : 0;
    const text = value.trimStart();
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) {
      const number = Number(text);
      if (!Number.isFinite(number)) yield* this.#invalid(value);
      return number;
    }
    const hex = /^([-+]?)0[xX]([0-9a-fA-F]+)$/.exec(text);
    if (hex !== null) return Number(`0x${hex[2]}`) * (hex[1] === '-' ? -1 : 1);
    const special = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text);
    if (special !== null) return /^i/i.test(special[2]!) ? (special[1] === '-' ? -Infinity : Infinity) : NaN;
    yield* this.#invalid(value);
    return 0;
  }

  *#invalid(value: string): Step<void> {
    this.#failed = true;
    yield* this.#complain(`invalid number '${value}'`);
  }
}
