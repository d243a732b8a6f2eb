import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesBody, generatedBody, readBody, textBody } from '../tree/index.ts';
import { decompress, gzip } from './compression.ts';

/** `printf 'hello\\n' | zstd --no-check`. */
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, 0x31, 0x00, 0x00, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x0a];
const bytes = (list: readonly number[]) => bytesBody(new Uint8Array(list));
const text = (body: ReturnType<typeof bytesBody>): string => new TextDecoder().decode(readBody(body));

describe('compressed archives', () => {
  it('ARC-10 gzip and zstd are told by their first bytes; what is neither is left as it is', () => {
    expect(text(decompress(bytesBody(gzipSync(new TextEncoder().encode('hello')))))).toBe('hello');
    expect(text(decompress(bytes(ZSTD)))).toBe('hello\n');
    const plain = textBody('BZip');
    expect(decompress(plain)).toBe(plain);
    expect(() => decompress(bytes([0x42, 0x5a, 0x68, 0x39]))).toThrow('bzip2 archives are not simulated');
    expect(() => decompress(bytes([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]))).toThrow('xz archives are not simulated');
  });

  it('ARC-11 equal bytes give equal blobs, which are gzip without a time', () => {
    const body = generatedBody({ seed: 3, size: 100_000 });
    const blob = readBody(gzip(body));
    expect([...blob.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    expect(readBody(gzip(generatedBody({ seed: 3, size: 100_000 })))).toEqual(blob);
    expect(decompress(bytesBody(blob)).digest()).toBe(body.digest());
  });

  it('ARC-12 damaged and cut off data is refused', () => {
    const blob = gzipSync(new TextEncoder().encode('hello '.repeat(1000)));
    expect(() => decompress(bytesBody(blob.slice(0, 30)))).toThrow('unexpected EOF');
    expect(() => decompress(bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7, 7]))).toThrow('unexpected EOF');
    expect(() => decompress(bytes([0x28, 0xb5, 0x2f, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))).toThrow('unexpected EOF');
  });
});
