import { Gunzip, gzipSync } from 'fflate';
import { joinBytes } from '../../../tree/index.ts';
import type { Call } from '../applet.ts';

export type Format = 'gzip' | 'bzip2' | 'xz' | 'lzma' | 'compress' | 'lzop';

/** Most bytes that may come out of compressed data. */
const LIMIT = 512 * 1024 * 1024;

const MAGIC: Readonly<Record<Format, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  bzip2: [0x42, 0x5a, 0x68],
  xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  lzma: [0x5d, 0x00, 0x00],
  compress: [0x1f, 0x9d],
  lzop: [0x89, 0x4c, 0x5a, 0x4f],
};

/** Whether data begins as a format's does. */
export const isFormat = (format: Format, bytes: Uint8Array): boolean => MAGIC[format].every((byte, i) => bytes[i] === byte);

/** Data compressed at a fixed level without name and time. Ends the applet for formats that nothing here can write. */
export function compress(a: Call, format: Format, bytes: Uint8Array): Uint8Array {
  if (format !== 'gzip') a.die(`${format} compression is not simulated by Strata`);
  return gzipSync(bytes, { level: 6, mtime: 0 });
}

/** The plain data, or the complaint that says why there is none. Ends the applet for formats that nothing here can read. */
export function decompress(a: Call, format: Format, bytes: Uint8Array): Uint8Array | string {
  if (!isFormat(format, bytes)) return format === 'lzma' ? 'bad lzma header' : 'invalid magic';
  if (format !== 'gzip') a.die(`${format} decompression is not simulated by Strata`);
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  try {
    const stream = new Gunzip((part, final) => {
      ended ||= final;
      size += part.length;
      if (size > LIMIT) throw new RangeError('too large');
      parts.push(part);
    });
    for (let at = 0; at < bytes.length; at += 65_536) stream.push(bytes.slice(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch (error) {
    if (error instanceof RangeError) return 'unpacked data is too large for Strata';
    return /unexpected EOF/.test(String(error)) ? 'unexpected end of file' : 'corrupted data';
  }
  if (!ended) return 'unexpected end of file';
  return joinBytes(parts);
}
