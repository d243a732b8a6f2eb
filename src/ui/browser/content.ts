// What an answer holds, by its header and its bytes. Pure.
import type { Visit } from '../session/index.ts';

export type Answer = Extract<Visit, { readonly status: number }>;

export type Content =
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'bytes'; readonly type: string; readonly size: number }
  | { readonly kind: 'nothing' };

export function header({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

/** Longest text that is shown, in characters. */
const LONGEST = 200_000;

export function contentOf(answer: Answer): Content {
  const { body } = answer;
  if (body.length === 0) return { kind: 'nothing' };
  const [given = '', ...parameters] = (header(answer, 'content-type') ?? '').toLowerCase().split(';');
  const type = given.trim() || sniffed(body);
  const charset = parameters
    .map((one) => one.trim())
    .find((one) => one.startsWith('charset='))
    ?.slice(8)
    .replace(/"/g, '');
  if (type === 'text/html' || type === 'application/xhtml+xml') return { kind: 'html', text: decoded(body, charset) };
  if (type.startsWith('image/')) return { kind: 'image', type, bytes: body };
  if (type === 'application/json' || type.endsWith('+json')) return { kind: 'text', text: pretty(decoded(body, charset)) };
  if (type.startsWith('text/') || /xml|javascript|yaml|x-sh|form-urlencoded/.test(type))
    return { kind: 'text', text: decoded(body, charset).slice(0, LONGEST) };
  return { kind: 'bytes', type, size: body.length };
}

function decoded(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** What browsers take an answer without a type for. */
function sniffed(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  if (/^<(!doctype html|html|head|body|h1|p|div|title)[\s>]/i.test(start)) return 'text/html';
  return /[\x00-\x08\x0e-\x1a]/.test(start) ? 'application/octet-stream' : 'text/plain';
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2).slice(0, LONGEST);
  } catch {
    return text.slice(0, LONGEST);
  }
}

/** Bytes as an address that needs no network. */
export function dataAddress(type: string, bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:${type};base64,${btoa(text)}`;
}
