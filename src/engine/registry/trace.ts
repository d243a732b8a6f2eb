import type { Digest } from '../digest/index.ts';

/** Whose conduct towards registries an engine has: the graph drivers' (moby distribution/), or containerd's (core/remotes/docker). */
export type ClientKind = 'moby' | 'containerd';

/** Field names and values, as they were sent. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** One HTTP request of a transfer and its answer. */
export interface RequestTrace {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT';
  /** Set when it is another host than the registry: where tokens are given out. */
  readonly host?: string;
  /** Path and query. */
  readonly path: string;
  /** 0 when nobody answered. */
  readonly status: number;
  /** Bytes of the body that was sent, and of the one that came back. */
  readonly sent: number;
  readonly received: number;
  /** Fields of the request that say something about the protocol. */
  readonly asked: Fields;
  /** The same of the answer. */
  readonly answered: Fields;
  /** The blob or manifest that it is about, where it names one. */
  readonly digest?: Digest;
}

/** Who is told of requests. */
export type RequestListener = (request: RequestTrace) => void;

const ASKED = new Set(['accept', 'content-type', 'range', 'content-range']);
const ANSWERED = new Set(['docker-content-digest', 'location', 'range', 'content-type', 'content-length', 'www-authenticate', 'link']);

/** The fields that a reader of the protocol wants to see. */
export const askedFields = (fields: Fields): Fields => fields.filter(([name]) => ASKED.has(name.toLowerCase()));
export const answeredFields = (fields: Fields): Fields => fields.filter(([name]) => ANSWERED.has(name.toLowerCase()));

/** The digest that a path or query names, written with a colon or escaped. */
export function digestIn(path: string): Digest | undefined {
  const [, hex] = /sha256(?::|%3A)([0-9a-f]{64})/.exec(path) ?? [];
  return hex === undefined ? undefined : (`sha256:${hex}` as Digest);
}
