import { type Process, toBytes } from '../../kernel/index.ts';
import { bytesBody, joinBytes } from '../../tree/index.ts';
import { sha1 } from '../busybox/text/digest/sha1.ts';
import { exists, putFile } from '../package-data/index.ts';

export type ObjectKind = 'blob' | 'tree' | 'commit';

/** A zlib stream that stores its bytes as they are (RFC 1950, 1951): what loose objects are written as. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / 65_535));
  const out = new Uint8Array(2 + bytes.length + 5 * blocks + 4);
  out.set([0x78, 0x01]);
  let at = 2;
  let [a, b] = [1, 0];
  for (let block = 0; block < blocks; block++) {
    const part = bytes.subarray(block * 65_535, (block + 1) * 65_535);
    out.set([block === blocks - 1 ? 1 : 0, part.length & 255, part.length >> 8, ~part.length & 255, (~part.length >> 8) & 255], at);
    out.set(part, at + 5);
    at += 5 + part.length;
    for (const byte of part) {
      a = (a + byte) % 65_521;
      b = (b + a) % 65_521;
    }
  }
  out.set([b >> 8, b & 255, a >> 8, a & 255], at);
  return out;
}

function joined(kind: ObjectKind, content: Uint8Array): Uint8Array {
  const head = toBytes(`${kind} ${content.length}\0`);
  const all = new Uint8Array(head.length + content.length);
  all.set(head);
  all.set(content, head.length);
  return all;
}

/** The name of an object: the SHA-1 of its kind, length and content. */
export function objectId(kind: ObjectKind, content: Uint8Array): string {
  const hash = sha1();
  hash.update(joined(kind, content));
  return hash.digest();
}

/** Writes a loose object and gives its name. */
export function writeObject(p: Process, git: string, kind: ObjectKind, content: Uint8Array): string {
  const id = objectId(kind, content);
  const path = `${git}/objects/${id.slice(0, 2)}/${id.slice(2)}`;
  if (!exists(p, path)) putFile(p, path, bytesBody(stored(joined(kind, content))), { mode: 0o444 });
  return id;
}

/** The content of a loose object that Strata wrote; undefined for one that is not there or compressed. */
export function readObject(p: Process, git: string, id: string): Uint8Array | undefined {
  const path = `${git}/objects/${id.slice(0, 2)}/${id.slice(2)}`;
  if (!exists(p, path)) return undefined;
  const bytes = p.fs.readFile(path);
  if (bytes[1] !== 0x01) return undefined;
  const parts: Uint8Array[] = [];
  for (let at = 2, last = false; !last; ) {
    last = bytes[at] === 1;
    const length = bytes[at + 1]! | (bytes[at + 2]! << 8);
    parts.push(bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  const all = joinBytes(parts);
  return all.subarray(all.indexOf(0) + 1);
}
