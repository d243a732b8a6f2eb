import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveName } from './archive-name.ts';
import { kindOfFile } from './kind.ts';

const real = readFileSync(new URL('../../engine/queries/testdata/docker-save-28.tar.gz', import.meta.url));
const blob = (...parts: (string | Uint8Array)[]) => new Blob(parts as BlobPart[]);

describe('what a file is', () => {
  it('KEP-50 is told by its bytes, not by its name', async () => {
    const plain = gunzipSync(real);
    expect(await kindOfFile(blob(real))).toBe('archive');
    expect(await kindOfFile(blob(plain))).toBe('archive');
    expect(await kindOfFile(blob(plain.subarray(0, 700)))).toBe('archive');
    expect(await kindOfFile(blob(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0])))).toBe('archive');
    expect(await kindOfFile(blob('{"strata":"boxes","version":1}'))).toBe('state');
    expect(await kindOfFile(blob(gzipSync('{"strata":"boxes","version":1}')))).toBe('state');
    expect(await kindOfFile(blob('BZh91AY'))).toBe('packed');
    expect(await kindOfFile(blob('PK\x03\x04'))).toBe('packed');
    expect(await kindOfFile(blob(new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])))).toBe('packed');
    expect(await kindOfFile(blob('FROM alpine\n'))).toBe('unknown');
    expect(await kindOfFile(blob(gzipSync('FROM alpine\n')))).toBe('unknown');
    expect(await kindOfFile(blob(new Uint8Array([0x1f, 0x8b, 9, 9])))).toBe('unknown');
    expect(await kindOfFile(blob(new Uint8Array(2000)))).toBe('unknown');
    expect(await kindOfFile(blob())).toBe('empty');
  });

  it('KEP-50 any bytes have a kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1200 }), fc.boolean(), async (bytes, packed) => {
        expect(await kindOfFile(blob(packed ? gzipSync(bytes) : bytes))).toMatch(/^(archive|state|packed|empty|unknown)$/);
      }),
    );
  });
});

it('KEP-51 the name in the command line needs no quotes and is not taken', () => {
  expect(archiveName('web.tar', new Set())).toBe('web.tar');
  expect(archiveName('web.tar', new Set(['web.tar', 'web-2.tar']))).toBe('web-3.tar');
  expect(archiveName('web.tar.gz', new Set(['web.tar.gz']))).toBe('web-2.tar.gz');
  expect(archiveName('my image (1).tar', new Set())).toBe('my-image-1.tar');
  expect(archiveName('-o.tar', new Set())).toBe('o.tar');
  expect(archiveName('镜像.tar', new Set())).toBe('archive.tar');
  expect(archiveName('镜像', new Set())).toBe('archive.tar');
  expect(archiveName('noending', new Set())).toBe('noending');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(archiveName(name, new Set())).toMatch(/^[A-Za-z0-9_+][\w.+-]*$/);
    }),
  );
});
