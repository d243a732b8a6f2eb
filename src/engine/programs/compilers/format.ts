/** A value of a compiled program: strings are byte strings. */
export type Value =
  | number
  | string
  | boolean
  | null
  | readonly Value[]
  | { readonly lambda: readonly string[]; readonly body: unknown }
  | { readonly object: string; readonly data: unknown };

/** A value as Go's %v writes it. */
export function show(value: Value | undefined): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map((each: Value) => show(each)).join(' ')}]`;
  if (typeof value === 'object') return '0x0';
  return String(value);
}

/** printf: %d %i %u %s %c %x %X %o %f %g %v %q %t %p %%, with flags, width and precision. */
export function format(text: string, values: readonly Value[]): string {
  let at = 0;
  return text.replace(
    /%([-+ 0#]*)(\*|\d+)?(?:\.(\d+))?(?:hh|h|ll|l|z|j|t)?([a-zA-Z%])/g,
    (whole, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      const wide = width === '*' ? Number(values[at++] ?? 0) : Number(width ?? 0);
      const value = values[at++];
      if (value === undefined) return `%!${verb}(MISSING)`;
      const made = convert(verb, value, flags, precision) ?? whole;
      if (flags.includes('-')) return made.padEnd(wide);
      return flags.includes('0') && /[dixXuof]/.test(verb)
        ? made.startsWith('-')
          ? `-${made.slice(1).padStart(wide - 1, '0')}`
          : made.padStart(wide, '0')
        : made.padStart(wide);
    },
  );
}

function convert(verb: string, value: Value, flags: string, precision: string | undefined): string | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : 0;
  const sign = flags.includes('+') && number >= 0 ? '+' : '';
  switch (verb) {
    case 'd':
    case 'i':
      return `${sign}${Math.trunc(number)}`;
    case 'u':
      return String(Math.trunc(number) >>> 0);
    case 'x':
      return typeof value === 'string'
        ? [...value].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')
        : (number >>> 0).toString(16);
    case 'X':
      return (number >>> 0).toString(16).toUpperCase();
    case 'o':
      return (number >>> 0).toString(8);
    case 'c':
      return String.fromCharCode(number & 0xff);
    case 'f':
    case 'F':
      return `${sign}${number.toFixed(Number(precision ?? 6))}`;
    case 'g':
      return String(number);
    case 's':
      return precision === undefined ? (value === null ? '(null)' : show(value)) : show(value).slice(0, Number(precision));
    case 'v':
    case 't':
      return show(value);
    case 'q':
      return `"${show(value)
        .replace(/(["\\])/g, '\\$1')
        .replaceAll('\n', '\\n')}"`;
    case 'T':
      return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'int' : 'bool';
    case 'p':
      return '0x7ffd5e8a3c10';
  }
  return undefined;
}
