import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from '../tree/index.ts';
import { CatalogBody } from './body.ts';
import { crc32, crcShift } from './crc32.ts';
import { deflatePiece } from './deflate.ts';
import type { Texture } from './filler.ts';
import { archiveParts, gzipPieces } from './layer-blob.ts';
import { parseTree } from './tree-text.ts';

const join = (parts: Iterable<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat([...parts]));
const context = { platform: 'amd64', mtime: 1_700_000_000, salt: 's', text: () => 'some text\n', packages: () => [] };
const TREE = `/etc/ m700 o1:2
/etc/motd "hello\\n"
/etc/passwd <passwd
/bin/sh @dash 125k
/bin/ash -> sh
/usr/lib/libx.so 1.3M
/usr/share/doc/x.txt 70k
/usr/lib/archive.jar 300k
/bin/sh2 => /bin/sh
. /usr/bin/ a:3 b:40 c>a
- /old`;

test('HUB-1 the blob is gzip of the archive, whatever is in it', () => {
  const parts = [...archiveParts(parseTree(TREE, context))];
  const plain = join(parts.map((part) => ('deflated' in part ? part.bytes : part)));
  const blob = join(gzipPieces(parts));
  expect(Buffer.compare(gunzipSync(blob), plain)).toBe(0);
  expect(blob.length).toBeLessThan(plain.length * 0.6);
});

test('HUB-1 pieces of deflate follow one another', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 600 }),
          fc.nat(2000).map((n) => new Uint8Array(n)),
        ),
      ),
      (pieces) => {
        const parts = pieces.filter(({ length }) => length > 0);
        expect(Buffer.compare(gunzipSync(join(gzipPieces(parts))), join(parts))).toBe(0);
      },
    ),
  );
});

test('HUB-1 a CRC is carried over a block of known length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ minLength: 256, maxLength: 256 }), (a, b) => {
      expect((crcShift(256)(crc32(a)) ^ crc32(b)) >>> 0).toBe(crc32(join([a, b])));
    }),
  );
  expect(deflatePiece(new Uint8Array(0)).slice(-4)).toEqual(new Uint8Array([0, 0, 0xff, 0xff]));
});

test('HUB-2 a generated file reads the same in any pieces', () => {
  const texture = fc.constantFrom<Texture>('code', 'text', 'conf', 'packed');
  fc.assert(
    fc.property(texture, fc.nat(200_000), fc.nat(300), fc.nat(200_000), fc.nat(80_000), (kind, size, headSize, offset, length) => {
      const body = new CatalogBody({ head: new Uint8Array(headSize).fill(7), texture: kind, seed: size, size });
      const whole = join([...body.parts()].map((part) => ('deflated' in part ? part.bytes : part)));
      expect(whole.length).toBe(size);
      expect(Buffer.compare(body.read(offset, length), whole.subarray(offset, offset + length))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('HUB-2 a tree has the parents, modes, owners and kinds that its text says', () => {
  const entries = new Map(parseTree(TREE, context).map((entry) => [entry.path, entry]));
  expect(entries.get('etc')).toMatchObject({ kind: 'dir', mode: 0o700, uid: 1, gid: 2 });
  expect(entries.get('usr')).toMatchObject({ kind: 'dir', mode: 0o755 });
  expect(entries.get('bin/ash')).toMatchObject({ kind: 'symlink', linkname: 'sh' });
  expect(entries.get('bin/sh2')).toMatchObject({ kind: 'hardlink', linkname: 'bin/sh' });
  expect(entries.get('usr/bin/c')).toMatchObject({ kind: 'symlink', linkname: 'a' });
  expect(entries.get('.wh.old')).toMatchObject({ kind: 'file' });
  const motd = entries.get('etc/motd');
  expect(motd?.kind === 'file' && new TextDecoder().decode(readBody(motd.body))).toBe('hello\n');
  expect([...entries.keys()]).toEqual([...entries.keys()].sort((a, b) => (a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1)));
});

test('HUB-2 files of /etc are comments from the first line to the last', () => {
  const [entry] = parseTree('/etc/profile 300k', context).filter(({ kind }) => kind === 'file');
  const text = entry?.kind === 'file' ? new TextDecoder().decode(readBody(entry.body)) : '';
  expect(text.length).toBe(300 * 1024);
  expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([]);
});
