import { goUnquote } from '../quote.ts';
import type { NumberConstant } from './node.ts';

/** Reads a number or character constant of a template. A string result is Go's error. Source: parse/node.go, newNumber. */
export function numberConstant(pos: number, text: string): NumberConstant | string {
  if (text.startsWith("'")) {
    const value = goUnquote(text);
    if (value === undefined || [...value].length !== 1) return `malformed character constant: ${text}`;
    const code = BigInt(value.codePointAt(0)!);
    return { kind: 'number', pos, text, int: code, float: Number(code), isChar: true };
  }
  const digits = goodUnderscores(text);
  const int = digits === undefined ? undefined : parseInteger(digits);
  if (int !== undefined) {
    if (int > 0xffffffffffffffffn || int < -0x8000000000000000n) return `integer overflow: "${text}"`;
    return { kind: 'number', pos, text, int, float: Number(int), isChar: false };
  }
  const float = digits === undefined ? undefined : parseFloating(digits);
  if (float === undefined) return `illegal number syntax: "${text}"`;
  if (!/[.eEpP]/.test(text) && !/^[+-]?0/.test(text)) return `integer overflow: "${text}"`;
  const whole = Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined;
  return { kind: 'number', pos, text, int: whole, float, isChar: false };
}

function goodUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text;
  const ok = /^[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[oObB]?(?:_?[0-7])+|[0-9](?:_?[0-9])*)$/.test(text);
  return ok ? text.replaceAll('_', '') : undefined;
}

function parseInteger(text: string): bigint | undefined {
  const [, sign, body] = /^([+-]?)(.*)$/.exec(text)!;
  if (!/^(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/.test(body!)) return undefined;
  const octal = /^0[0-7]+$/.test(body!) ? `0o${body!.slice(1)}` : body!;
  const value = BigInt(octal);
  return sign === '-' ? -value : value;
}

function parseFloating(text: string): number | undefined {
  const hexadecimal = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/.exec(text);
  if (hexadecimal) {
    const [, sign, whole, fraction, exponent] = hexadecimal;
    if (!whole && !fraction) return undefined;
    const mantissa = Number(BigInt(`0x${whole}${fraction}`));
    return (sign === '-' ? -1 : 1) * mantissa * 2 ** (Number(exponent) - 4 * fraction!.length);
  }
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
