import { CallError, type TemplateFunction } from './function.ts';
import { goJson } from './json.ts';
import { type GoValue, goStrings, itemsOf, scalar } from './value.ts';

/** What Docker adds to Go's builtins. Source: docker/cli templates/templates.go. */
export const dockerFunctions: Readonly<Record<string, TemplateFunction>> = {
  json: { params: ['any'], call: ([v]) => goJson(v === undefined ? null : v) },
  split: { params: ['string', 'string'], call: ([s, sep]) => goStrings(split(str(s), str(sep))) },
  join: { params: ['[]string', 'string'], call: ([items, sep]) => itemsOf(items!).map(scalar).join(str(sep)) },
  title: { params: ['string'], call: ([s]) => title(str(s)) },
  lower: { params: ['string'], call: ([s]) => mapCase(str(s), (c) => c.toLowerCase()) },
  upper: { params: ['string'], call: ([s]) => mapCase(str(s), (c) => c.toUpperCase()) },
  pad: { params: ['string', 'int', 'int'], call: ([s, before, after]) => pad(str(s), Number(scalar(before!)), Number(scalar(after!))) },
  truncate: { params: ['string', 'int'], call: ([s, n]) => truncate(str(s), Number(scalar(n!))) },
};

/** The same names when a table's header is rendered: headings pass through untouched. Source: HeaderFunctions, ibid. */
export const headerFunctions: Readonly<Record<string, TemplateFunction>> = {
  ...dockerFunctions,
  json: { params: ['string'], call: ([s]) => str(s) },
  split: { params: ['string', 'string'], call: ([s]) => str(s) },
  join: { params: ['string', 'string'], call: ([s]) => str(s) },
  title: { params: ['string'], call: ([s]) => str(s) },
  lower: { params: ['string'], call: ([s]) => str(s) },
  upper: { params: ['string'], call: ([s]) => str(s) },
  truncate: { params: ['string', 'int'], call: ([s]) => str(s) },
};

/** Padding above this is refused, as memory is finite. */
const MAX_PAD = 1_000_000;

function str(v: GoValue | undefined): string {
  return String(scalar(v ?? ''));
}

function split(s: string, sep: string): string[] {
  return sep === '' ? [...s] : s.split(sep);
}

/** Go's case mapping is by single characters: what would become two letters stays. */
function mapCase(s: string, change: (c: string) => string): string {
  let out = '';
  for (const c of s) {
    const changed = change(c);
    out += [...changed].length === 1 ? changed : c;
  }
  return out;
}

/** strings.Title: every letter after a separator in upper case. */
function title(s: string): string {
  return s.replace(
    /(^|[^A-Za-z0-9_\u0080-\u{10ffff}]|\s)(\p{L})/gu,
    (_, before: string, letter: string) => before + mapCase(letter, (c) => c.toUpperCase()),
  );
}

function pad(s: string, before: number, after: number): string {
  if (s === '') return s;
  if (before < 0 || after < 0) throw new CallError('strings: negative Repeat count');
  if (before > MAX_PAD || after > MAX_PAD) throw new CallError('strings: Repeat output length overflow');
  return ' '.repeat(before) + s + ' '.repeat(after);
}

function truncate(s: string, length: number): string {
  const bytes = new TextEncoder().encode(s);
  if (bytes.length < length) return s;
  if (length < 0) throw new CallError(`runtime error: slice bounds out of range [:${length}]`);
  return new TextDecoder().decode(bytes.subarray(0, length));
}
