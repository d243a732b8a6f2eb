// A lab's state as the part of an address after #: version, check sum, compressed text. Nothing in it is ever sent to a server.
// Knows texts and bytes; refuses to know sessions and pages.
import { deflateSync, Inflate } from 'fflate';
import { fromBase64url, toBase64url } from './base64url.ts';
import { dictionary } from './dictionary.ts';
import { type Squeezed, squeeze, unsqueeze } from './squeeze.ts';

/** What a link carries. */
export interface Shared {
  /** The session's own text. */
  readonly saved: string;
  /** Id of the lab it was made in. */
  readonly lab: string;
  readonly title: string;
}

/** Why a link cannot be opened. */
export type LinkTrouble = 'damaged' | 'newer' | 'large';

export class LinkError extends Error {
  readonly trouble: LinkTrouble;
  constructor(trouble: LinkTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

const VERSION = '1';
/** Bytes of the text's SHA-256 that stand before it: enough to notice damage; it is no signature. */
const CHECK = 6;
/** Most bytes that may come out of a link: the states of 20,000 events are smaller. */
const MOST_BYTES = 8 << 20;
/** Characters after which mail and chat programs cut addresses, or refuse them. */
export const longestLink = 8000;

/** The fragment without `#`: `s=1…`. */
export async function encodeLink({ saved, lab, title }: Shared): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([lab, title, contentOf(saved)]));
  const packed = deflateSync(text, { level: 9, mem: 12, dictionary });
  const bytes = new Uint8Array(CHECK + packed.length);
  bytes.set((await digestOf(text)).subarray(0, CHECK));
  bytes.set(packed, CHECK);
  return `s=${VERSION}${toBase64url(bytes)}`;
}

/** Reads what `encodeLink` wrote. Rejects with a LinkError; never takes more memory than a large state needs. */
export async function decodeLink(fragment: string): Promise<Shared> {
  const body = /^#?s=(\w)(.*)$/s.exec(fragment.trim());
  if (!body) throw new LinkError('damaged');
  if (body[1] !== VERSION) throw new LinkError(/[2-9a-z]/i.test(body[1] ?? '') ? 'newer' : 'damaged');
  const bytes = fromBase64url(body[2] ?? '');
  if (bytes === undefined || bytes.length <= CHECK) throw new LinkError('damaged');
  const text = inflate(bytes.subarray(CHECK));
  const check = (await digestOf(text)).subarray(0, CHECK);
  if (check.some((byte, index) => byte !== bytes[index])) throw new LinkError('damaged');
  try {
    return sharedIn(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)));
  } catch {
    throw new LinkError('damaged');
  }
}

/** Squeezed where that loses nothing, else as it is. */
function contentOf(saved: string): Squeezed | string {
  try {
    const squeezed = squeeze(JSON.parse(saved));
    return unsqueeze(squeezed, MOST_BYTES) === saved ? squeezed : saved;
  } catch {
    return saved;
  }
}

function sharedIn(value: unknown): Shared {
  if (!Array.isArray(value) || value.length !== 3) throw new Error('not a shared state');
  const [lab, title, content] = value as unknown[];
  if (typeof lab !== 'string' || typeof title !== 'string') throw new Error('not a shared state');
  return { lab, title, saved: typeof content === 'string' ? content : unsqueeze(content, MOST_BYTES) };
}

/** Bytes fed at a time: at most a thousand times as many come out. */
const PIECE = 2048;

function inflate(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate({ dictionary }, (part, final) => {
    size += part.length;
    ended ||= final;
    if (size > MOST_BYTES) throw new LinkError('large');
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) stream.push(packed.slice(at, at + PIECE), at + PIECE >= packed.length);
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('damaged');
  }
  if (!ended) throw new LinkError('damaged');
  const text = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    text.set(part, at);
    at += part.length;
  }
  return text;
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (globalThis.crypto?.subtle !== undefined) return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = await (await import('hash-wasm')).createSHA256();
  return hash.init().update(bytes).digest('binary');
}
