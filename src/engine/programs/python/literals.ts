import type { Token } from './tokens.ts';
import { SourceError } from './tokens.ts';

/** A number as it is written: whole ones are exact, others are doubles. */
export function numberOf(token: Token): bigint | number {
  const text = token.text.replaceAll('_', '');
  if (/[jJ]$/.test(text)) throw new SourceError('strata: complex numbers are not simulated', token.line, token.at);
  if (/^0[xXoObB]/.test(text)) return BigInt(text);
  if (/^\d+$/.test(text)) {
    if (/^0+[1-9]/.test(text))
      throw new SourceError(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        token.line,
        token.at,
      );
    if (text.length > 4300) throw new SourceError('Exceeds the limit (4300 digits) for integer string conversion', token.line, token.at);
    return BigInt(text);
  }
  return Number(text);
}

export interface StringParts {
  readonly prefix: string;
  readonly body: string;
}

export function splitString(text: string): StringParts {
  const [opening = '', prefix = '', quote = ''] = /^([a-zA-Z]*)("""|'''|"|')/.exec(text)!;
  return { prefix: prefix.toLowerCase(), body: text.slice(opening.length, text.length - quote.length) };
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** Text with its escapes resolved; of bytes only those that stand for bytes. */
export function unescaped(body: string, bytes: boolean): string {
  if (!body.includes('\\')) return body;
  return body.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{[^}]*\}|([\s\S]))/g,
    (
      all,
      octal: string | undefined,
      hex: string | undefined,
      short: string | undefined,
      long: string | undefined,
      one: string | undefined,
    ) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (bytes) return one !== undefined && Object.hasOwn(SIMPLE, one) ? SIMPLE[one]! : all;
      if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16));
      if (long !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(long, 16)));
      return one !== undefined && Object.hasOwn(SIMPLE, one) ? SIMPLE[one]! : all;
    },
  );
}
