import { encodeText } from '../../kernel/index.ts';

/** Header fields in order, names as they were written. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A request line, its fields and its body. `target` is what stands in the request line: `/path?query`, or a whole URL for a proxy. */
export interface HttpRequest {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface HttpResponse {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The first field of a name, whatever its case. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/** Fields with one of them set: in the place of the old one, or last. */
export function withHeader(headers: Headers, name: string, value: string): Headers {
  const wanted = name.toLowerCase();
  const at = headers.findIndex(([each]) => each.toLowerCase() === wanted);
  const rest = headers.filter(([each]) => each.toLowerCase() !== wanted);
  return at < 0 ? [...rest, [name, value]] : [...rest.slice(0, at), [name, value], ...rest.slice(at)];
}

/** Bytes of a body given as text. */
export const bodyOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A body as text. */
export const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);

/** `GET / HTTP/1.1` … with the empty line, as a byte string. */
export function headText(first: string, headers: Headers): string {
  return encodeText(`${first}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}
