import { GoNamed, GoNil, GoSlice, GoStruct, type GoValue, itemsOf, kindOf, sortedEntries } from './value.ts';

/** Bound on nesting while printing: values are trees made by commands, never cyclic by design. */
const MAX_DEPTH = 100;

/** `%v`, or `%+v` with `plus`. A top-level pointer to a struct prints as `&{…}`; nested ones as an address, which here is constant. */
export function formatValue(v: GoValue, plus = false, depth = 0): string {
  if (depth > MAX_DEPTH) return '...';
  if (v === null) return '<nil>';
  if (v instanceof GoNil) return '<nil>';
  if (v instanceof GoNamed) return v.text ? v.text() : v.kind === 'float' ? formatFloatG(Number(v.value)) : String(v.value);
  if (typeof v === 'number') return Number.isInteger(v) ? v.toString() : formatFloatG(v);
  if (v instanceof GoStruct) {
    if (v.type.startsWith('*')) return depth > 0 ? '0xc000010000' : `&${structText(v, plus, depth)}`;
    return structText(v, plus, depth);
  }
  const kind = kindOf(v);
  if (kind === 'slice') {
    const bytes = v instanceof GoSlice && v.type === '[]uint8';
    return `[${itemsOf(v)
      .map((item) => (bytes ? String(item) : formatValue(item, plus, depth + 1)))
      .join(' ')}]`;
  }
  if (kind === 'map') {
    const parts = sortedEntries(v).map(([k, x]) => `${k}:${formatValue(x, plus, depth + 1)}`);
    return `map[${parts.join(' ')}]`;
  }
  return String(v);
}

function structText(v: GoStruct, plus: boolean, depth: number): string {
  return `{${v.fields.map((f) => (plus ? `${f.name}:` : '') + formatValue(f.value, plus, depth + 1)).join(' ')}}`;
}

/** What `{{.X}}` and `print` write: pointers are looked through. */
export function printable(v: GoValue | undefined): string {
  if (v === undefined) return '<no value>';
  if (v instanceof GoStruct && v.type.startsWith('*')) return structText(v, false, 0);
  return formatValue(v);
}

/** fmt.Sprint: a space between two operands when neither is a string. */
export function sprint(args: readonly GoValue[]): string {
  let out = '';
  let previousString = true;
  for (const [i, arg] of args.entries()) {
    const isString = typeof arg === 'string' || (arg instanceof GoNamed && arg.kind === 'string');
    if (i > 0 && !isString && !previousString) out += ' ';
    out += formatValue(arg);
    previousString = isString;
  }
  return out;
}

/** fmt.Sprintln: always spaces, then a newline. */
export function sprintln(args: readonly GoValue[]): string {
  return `${args.map((a) => formatValue(a)).join(' ')}\n`;
}

/** Go's `%v` of a float: `%g` with the shortest digits, exponent form below 1e-4 and from 1e6. */
export function formatFloatG(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '+Inf' : '-Inf';
  if (x === 0) return Object.is(x, -0) ? '-0' : '0';
  const [mantissa, exponent] = x.toExponential().split('e') as [string, string];
  const exp = Number(exponent);
  if (exp < -4 || exp >= 6) return `${mantissa}e${exp < 0 ? '-' : '+'}${String(Math.abs(exp)).padStart(2, '0')}`;
  return expandDecimal(x, mantissa, exp);
}

function expandDecimal(x: number, mantissa: string, exp: number): string {
  const digits = mantissa.replace(/[-.]/g, '');
  const sign = x < 0 ? '-' : '';
  if (exp < 0) return `${sign}0.${'0'.repeat(-exp - 1)}${digits}`;
  if (digits.length <= exp + 1) return sign + digits.padEnd(exp + 1, '0');
  return `${sign}${digits.slice(0, exp + 1)}.${digits.slice(exp + 1)}`;
}
