import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesBody, generatedBody, readBody, textBody } from '../tree/index.ts';
import { readTar, type TarEntry, TarError, tarBody, tarPieces } from './index.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`testdata/${name}`, import.meta.url)));
const bytesOf = (entries: readonly TarEntry[]): Uint8Array => Buffer.concat([...tarPieces(entries)]);

describe('an archive that Docker wrote', () => {
  it('LAY-20 is written again byte by byte from its members: ustar, split names, PAX path, uid and mtime', () => {
    const archive = fixture('docker-28-layer.tar');
    expect(Buffer.compare(bytesOf(readTar(bytesBody(archive))), archive)).toBe(0);
  });
});
