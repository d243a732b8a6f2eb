import { inflateSync } from 'fflate';
import { fromBytes } from '../../../kernel/index.ts';

/** One entry of a ZIP archive, from its central directory (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Seconds since 1970 of a time without zone. */
  readonly time: { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number };
  /** Unix mode; 0 when the archive says none. */
  readonly mode: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

/** The entries of an archive in order; undefined when the bytes are none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  let end = bytes.length - 22;
  while (end >= 0 && u32(bytes, end) !== END) end--;
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = u32(bytes, end + 16);
  for (let left = u16(bytes, end + 10); left > 0; left--) {
    if (u32(bytes, at) !== CENTRAL) return undefined;
    const nameLength = u16(bytes, at + 28);
    const date = u16(bytes, at + 14);
    const clock = u16(bytes, at + 12);
    entries.push({
      name: fromBytes(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: u16(bytes, at + 10),
      crc: u32(bytes, at + 16),
      packed: u32(bytes, at + 20),
      size: u32(bytes, at + 24),
      time: { year: 1980 + (date >> 9), month: (date >> 5) & 15, day: date & 31, hour: clock >> 11, minute: (clock >> 5) & 63 },
      mode: bytes[at + 5] === 3 ? u32(bytes, at + 38) >>> 16 : 0,
      offset: u32(bytes, at + 42),
    });
    at += 46 + nameLength + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  return entries;
}

/** The plain content of an entry; a text that says why there is none. */
export function zipContent(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | string {
  if (u32(bytes, entry.offset) !== LOCAL) return 'invalid zip magic';
  const from = entry.offset + 30 + u16(bytes, entry.offset + 26) + u16(bytes, entry.offset + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) return 'short read';
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return `unsupported method ${entry.method}`;
  if (entry.size > limit) return 'unpacked data is too large for Strata';
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    return 'corrupted data';
  }
}
