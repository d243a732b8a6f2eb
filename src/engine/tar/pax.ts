import { TarError } from './error.ts';

export const XATTR = 'SCHILY.xattr.';

/** Longest extended header that is read (Go archive/tar, maxSpecialFileSize). */
export const MAX_SPECIAL = 1 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One record, `LENGTH key=value\n`, where LENGTH counts itself. */
export function paxRecord(key: string, value: Uint8Array): Uint8Array {
  const tail = encoder.encode(` ${key}=`);
  const rest = tail.length + value.length + 1;
  let size = rest + String(rest).length;
  if (String(size).length !== String(rest).length) size = rest + String(size).length;
  const out = new Uint8Array(size);
  const head = encoder.encode(String(size));
  out.set(head, 0);
  out.set(tail, head.length);
  out.set(value, head.length + tail.length);
  out[size - 1] = 0x0a;
  return out;
}

/** Records of an extended header, values as bytes. Throws TarError for anything malformed. */
export function readPax(data: Uint8Array, offset: number): Map<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const digits = blank < 0 ? '' : decoder.decode(data.subarray(at, blank));
    const size = /^[0-9]{1,7}$/.test(digits) ? Number(digits) : 0;
    const equals = data.indexOf(0x3d, blank);
    const end = at + size;
    if (size < 5 || end > data.length || data[end - 1] !== 0x0a || equals < 0 || equals >= end || equals === blank + 1)
      throw new TarError('header', 'archive/tar: invalid tar header', offset);
    records.set(decoder.decode(data.subarray(blank + 1, equals)), data.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

/** The whole seconds of a record such as `1700000000.25` or `-5.5`, rounded down. Undefined when it is no number. */
export function paxSeconds(text: string): number | undefined {
  return /^-?[0-9]+(\.[0-9]*)?$/.test(text) ? Math.floor(Number(text)) : undefined;
}
