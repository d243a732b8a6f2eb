import { goQuote, goQuoteRune } from '../quote.ts';
import { formatFloatG, formatValue } from './print.ts';
import { GoNamed, GoNil, GoSlice, GoStruct, type GoValue, itemsOf, kindOf, scalar, sortedEntries, typeName } from './value.ts';

interface Flags {
  readonly minus: boolean;
  readonly plus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** Widths and precisions above this are refused as Go refuses them (`%!(BADWIDTH)`). */
const MAX_WIDTH = 1_000_000;

/**
 * fmt.Sprintf for the verbs of `%v %+v %T %t %d %b %o %O %x %X %c %q %U %e %E %f %F %g %G %s %p %%`, with flags, `*`, and `[n]` indexes.
 * Wrong verbs print Go's `%!d(string=x)`, missing and extra operands `%!d(MISSING)` and `%!(EXTRA …)`. Source: go/src/fmt/print.go.
 */
export function sprintf(format: string, args: readonly GoValue[]): string {
  const re = /%([-+# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:(\.)(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?/uy;
  let out = '';
  let argNum = 0;
  let reordered = false;
  let i = 0;
  while (i < format.length) {
    const at = format.indexOf('%', i);
    if (at < 0) return finish(out + format.slice(i));
    out += format.slice(i, at);
    re.lastIndex = at;
    const m = re.exec(format)!;
    i = re.lastIndex;
    let bad = '';
    const jump = (index: string | undefined) => {
      if (index === undefined) return;
      reordered = true;
      const n = Number(index);
      if (n < 1 || n > args.length) bad = 'index';
      else argNum = n - 1;
    };
    jump(m[2]);
    let minus = m[1]!.includes('-');
    let width = m[3] === undefined || m[3] === '*' ? undefined : Number(m[3]);
    if (m[3] === '*') {
      const w = scalar(args[argNum++] ?? null);
      if (typeof w !== 'number' || Math.abs(w) > MAX_WIDTH) out += '%!(BADWIDTH)';
      else {
        minus = minus || w < 0;
        width = Math.abs(w);
      }
    }
    jump(m[5]);
    let precision = m[4] === undefined ? undefined : m[6] === '*' ? undefined : Number(m[6] ?? 0);
    if (m[6] === '*') {
      const p = scalar(args[argNum++] ?? null);
      if (typeof p === 'number' && p >= 0 && p <= MAX_WIDTH) precision = p;
      else out += '%!(BADPREC)';
    }
    jump(m[7]);
    const code = format.codePointAt(i);
    if (code === undefined) return finish(`${out}%!(NOVERB)`);
    const verb = String.fromCodePoint(code);
    i += verb.length;
    if ((width ?? 0) > MAX_WIDTH || (precision ?? 0) > MAX_WIDTH) return finish(`${out}%!(BADWIDTH)`);
    if (verb === '%') out += '%';
    else if (bad) out += `%!${verb}(BADINDEX)`;
    else if (argNum >= args.length) out += `%!${verb}(MISSING)`;
    else {
      const flags = m[1]!;
      out += formatArg(args[argNum++]!, verb, {
        minus,
        plus: flags.includes('+'),
        sharp: flags.includes('#'),
        space: flags.includes(' '),
        zero: flags.includes('0') && !minus,
        width,
        precision,
      });
    }
  }
  return finish(out);

  function finish(text: string): string {
    if (reordered || argNum >= args.length) return text;
    const extra = args.slice(argNum).map((a) => (a === null ? '<nil>' : `${typeName(a)}=${formatValue(a)}`));
    return `${text}%!(EXTRA ${extra.join(', ')})`;
  }
}

function pad(text: string, f: Flags, zero = false): string {
  const missing = (f.width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  if (f.minus) return text + ' '.repeat(missing);
  if (!zero) return ' '.repeat(missing) + text;
  const sign = /^[-+ ]/.test(text) ? text[0]! : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function formatArg(arg: GoValue, verb: string, f: Flags): string {
  if (verb === 'T') return pad(typeName(arg), f);
  if (arg === null) return verb === 'v' ? pad('<nil>', f) : `%!${verb}(<nil>)`;
  if (arg instanceof GoStruct && arg.type.startsWith('*')) {
    if (verb === 'p') return '0xc000010000';
    return `&${formatAt(arg, verb, f)}`;
  }
  return formatAt(arg, verb, f);
}

function formatAt(arg: GoValue, verb: string, f: Flags): string {
  if (arg === null) return pad('<nil>', f);
  if (arg instanceof GoNil)
    return verb === 'v' || verb === 's' ? pad(verb === 'v' ? '<nil>' : `%!s(${arg.type}=<nil>)`, f) : `%!${verb}(${arg.type}=<nil>)`;
  if (arg instanceof GoNamed && arg.text && 'vsxXq'.includes(verb)) return formatString(arg.text(), verb, f, arg);
  const value = scalar(arg);
  switch (kindOf(arg)) {
    case 'bool':
      return verb === 't' || verb === 'v' ? pad(String(value), f) : badVerb(arg, verb);
    case 'string':
      return formatString(value as string, verb, f, arg);
    case 'int':
    case 'uint':
      return formatInteger(BigInt(value as number | bigint), verb, f, arg);
    case 'float':
      return formatFloat(Number(value), verb, f, arg);
    case 'slice': {
      const parts = itemsOf(arg).map((item) => formatAt(item, verb, f));
      return verb === 'v' && f.sharp ? goSyntax(arg) : `[${parts.join(' ')}]`;
    }
    case 'map': {
      if (verb === 'v' && f.sharp) return goSyntax(arg);
      return `map[${sortedEntries(arg)
        .map(([k, x]) => `${formatAt(k, verb, f)}:${formatAt(x, verb, f)}`)
        .join(' ')}]`;
    }
    case 'struct': {
      if (verb === 'v' && f.sharp) return goSyntax(arg);
      const fields = (arg as GoStruct).fields.map((x) => (verb === 'v' && f.plus ? `${x.name}:` : '') + nested(x.value, verb, f));
      return `{${fields.join(' ')}}`;
    }
    default:
      return formatValue(arg);
  }
}

function nested(v: GoValue, verb: string, f: Flags): string {
  return v instanceof GoStruct && v.type.startsWith('*') ? '0xc000010000' : formatAt(v, verb, f);
}

function badVerb(arg: GoValue, verb: string): string {
  return `%!${verb}(${typeName(arg)}=${formatValue(arg)})`;
}

function formatString(s: string, verb: string, f: Flags, arg: GoValue): string {
  const cut = f.precision === undefined ? s : [...s].slice(0, f.precision).join('');
  switch (verb) {
    case 'v':
      return pad(f.sharp ? goQuote(s) : cut, f, f.zero);
    case 's':
      return pad(cut, f, f.zero);
    case 'q':
      return pad(f.sharp && !cut.includes('`') ? `\`${cut}\`` : goQuote(cut, f.plus), f, f.zero);
    case 'x':
    case 'X': {
      const bytes = [...new TextEncoder().encode(s)].slice(0, f.precision);
      const prefix = f.sharp ? `0${verb}` : '';
      const hex = bytes.map((b) => (f.space ? prefix : '') + b.toString(16).padStart(2, '0')).join(f.space ? ' ' : '');
      const text = f.space ? hex : bytes.length ? prefix + hex : '';
      return pad(verb === 'X' ? text.toUpperCase() : text, f, f.zero);
    }
  }
  return badVerb(arg, verb);
}

const BASES: Record<string, number> = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

function formatInteger(n: bigint, verb: string, f: Flags, arg: GoValue): string {
  if (verb === 'c') return pad(String.fromCodePoint(validRune(n)), f);
  if (verb === 'q') return pad(goQuoteRune(validRune(n)), f);
  if (verb === 'U') return pad(`U+${n.toString(16).toUpperCase().padStart(4, '0')}`, f);
  const base = BASES[verb];
  if (base === undefined) return badVerb(arg, verb);
  let digits = (n < 0n ? -n : n).toString(base);
  if (f.precision !== undefined) digits = f.precision === 0 && n === 0n ? '' : digits.padStart(f.precision, '0');
  let prefix = '';
  if (verb === 'O') prefix = '0o';
  else if (f.sharp && base === 2) prefix = '0b';
  else if (f.sharp && base === 8) prefix = '0';
  else if (f.sharp && base === 16) prefix = '0x';
  if (f.zero && f.width !== undefined && f.precision === undefined)
    digits = digits.padStart(f.width - (n < 0n || f.plus || f.space ? 1 : 0), '0');
  const sign = n < 0n ? '-' : f.plus ? '+' : f.space ? ' ' : '';
  const text = sign + prefix + digits;
  return pad(verb === 'X' ? text.toUpperCase() : text, f);
}

function validRune(n: bigint): number {
  const code = n < 0n || n > 0x10ffffn ? 0xfffd : Number(n);
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function formatFloat(x: number, verb: string, f: Flags, arg: GoValue): string {
  const text = floatDigits(x, verb, f.precision);
  if (text === undefined) return badVerb(arg, verb);
  const signed =
    text.startsWith('-') || text.startsWith('+') ? text.replace(/^\+(?!Inf)/, '') : f.plus ? `+${text}` : f.space ? ` ${text}` : text;
  return pad(signed, f, f.zero && Number.isFinite(x));
}

function floatDigits(x: number, verb: string, precision: number | undefined): string | undefined {
  if (!'vgGeEfF'.includes(verb)) return undefined;
  if (!Number.isFinite(x)) return formatFloatG(x);
  const p = precision === undefined ? undefined : Math.min(precision, 100);
  if (verb === 'f' || verb === 'F') return x.toFixed(p ?? 6);
  if (verb === 'e' || verb === 'E') {
    const text = x.toExponential(p ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
    return verb === 'E' ? text.toUpperCase() : text;
  }
  let text = formatFloatG(x);
  if (p !== undefined) {
    const [mantissa, exponent] = x.toExponential(Math.max(p, 1) - 1).split('e') as [string, string];
    const exp = Number(exponent);
    const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    text =
      exp < -4 || exp >= Math.max(p, 1)
        ? `${trimmed}e${exp < 0 ? '-' : '+'}${String(Math.abs(exp)).padStart(2, '0')}`
        : trimFraction(x.toFixed(Math.max(0, Math.min(100, Math.max(p, 1) - 1 - exp))));
  }
  return verb === 'G' ? text.toUpperCase() : text;
}

function trimFraction(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `%#v`: Go syntax. */
function goSyntax(v: GoValue): string {
  if (v === null) return 'interface {}(nil)';
  const kind = kindOf(v);
  if (kind === 'string') return goQuote(String(scalar(v)));
  if (kind === 'slice') {
    if (v instanceof GoSlice && v.items === null) return `${v.type}(nil)`;
    return `${typeName(v)}{${itemsOf(v).map(goSyntax).join(', ')}}`;
  }
  if (kind === 'map')
    return `${typeName(v)}{${sortedEntries(v)
      .map(([k, x]) => `${goQuote(k)}:${goSyntax(x)}`)
      .join(', ')}}`;
  if (v instanceof GoStruct) return `${v.type.replace(/^\*/, '')}{${v.fields.map((x) => `${x.name}:${goSyntax(x.value)}`).join(', ')}}`;
  if (v instanceof GoNil) return `(${v.type})(nil)`;
  return formatValue(v);
}
