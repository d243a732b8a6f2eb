import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesBody, generatedBody, readBody, textBody } from '../tree/index.ts';
import { readTar, type TarEntry, TarError, tarBody, tarPieces } from './index.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`testdata/${name}`, import.meta.url)));
const bytesOf = (entries: readonly TarEntry[]): Uint8Array => Buffer.concat([...tarPieces(entries)]);
const meta = { mode: 0o644, uid: 0, gid: 0, mtime: 1_700_000_000 };
const file = (path: string, text = ''): TarEntry => ({ kind: 'file', path, body: textBody(text), ...meta });
const long = 'd'.repeat(90);

const path = fc.array(fc.stringMatching(/^[a-zé ]{1,60}$/), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
const attrs = {
  path,
  mode: fc.nat(0o7777),
  uid: fc.constantFrom(0, 1000, 2_097_151, 2_097_152, 3_000_000_000),
  gid: fc.constantFrom(0, 7, 4_294_967_294),
  mtime: fc.constantFrom(0, -5, 1_700_000_000, 8_589_934_592),
};
const entry: fc.Arbitrary<TarEntry> = fc.oneof(
  fc.record({ ...attrs, kind: fc.constant('file' as const), body: fc.uint8Array({ maxLength: 1200 }).map(bytesBody) }),
  fc.record({ ...attrs, kind: fc.constantFrom('dir' as const, 'fifo' as const) }),
  fc.record({ ...attrs, kind: fc.constant('symlink' as const), linkname: fc.stringMatching(/^[a-z/.é]{1,130}$/) }),
  fc.record({ ...attrs, kind: fc.constant('hardlink' as const), linkname: path }),
  fc.record({ ...attrs, kind: fc.constantFrom('char' as const, 'block' as const), major: fc.nat(4095), minor: fc.nat(1_048_575) }),
);
const plain = (entries: readonly TarEntry[]): unknown[] =>
  entries.map((item) => (item.kind === 'file' ? { ...item, body: [...readBody(item.body)] } : item));

describe('archives', () => {
  it('ARC-1 what Docker 28 wrote is written again byte by byte: ustar, split names, PAX path, uid and mtime', () => {
    const archive = fixture('docker-28-layer.tar');
    expect(Buffer.compare(bytesOf(readTar(bytesBody(archive))), archive)).toBe(0);
  });

  it('ARC-2 writing and reading is the identity', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        expect(plain(readTar(tarBody(entries)))).toEqual(plain(entries));
      }),
      { numRuns: 300 },
    );
  });

  it('ARC-3 extended attributes are SCHILY.xattr records, sorted', () => {
    const xattrs = new Map([
      ['user.b', new Uint8Array([0, 255])],
      ['security.capability', new Uint8Array([1])],
    ]);
    const bytes = bytesOf([{ ...file('f'), xattrs }]);
    const text = Buffer.from(bytes.subarray(512, 1024)).toString('latin1').replace(/\0+$/, '');
    expect(text).toBe('38 SCHILY.xattr.security.capability=\x01\n26 SCHILY.xattr.user.b=\0\xff\n');
    expect([...(readTar(bytesBody(bytes))[0]?.xattrs ?? [])].map(([key, value]) => [key, ...value])).toEqual([
      ['security.capability', 1],
      ['user.b', 0, 255],
    ]);
  });

  it('ARC-4 pieces and body are the same bytes, whatever the sizes', () => {
    const entries = [file('a', 'x'), { ...file('big'), body: generatedBody({ seed: 1, size: 3_000_001 }) } as TarEntry, file('z', 'y')];
    expect(Buffer.compare(bytesOf(entries), readBody(tarBody(entries)))).toBe(0);
  });

  it.each(['gnu', 'pax', 'ustar', 'v7'])('ARC-5 GNU tar lists what we write and we read what it writes (%s)', (format) => {
    const dir = mkdtempSync(`${tmpdir()}/strata-tar-`);
    try {
      const names = format === 'gnu' || format === 'pax' ? [`${long}/${long}/${long}`, 'é'] : ['f'];
      for (const name of names) {
        execFileSync('mkdir', ['-p', `${dir}/in/${name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''}`]);
        writeFileSync(`${dir}/in/${name}`, 'content');
      }
      execFileSync('tar', ['-cf', `${dir}/t.tar`, `--format=${format}`, '--owner=7', '--group=8', '-C', `${dir}/in`, '.']);
      const read = readTar(bytesBody(new Uint8Array(readFileSync(`${dir}/t.tar`))));
      for (const name of names) expect(read.find((item) => item.path === name)).toMatchObject({ kind: 'file', uid: 7, gid: 8 });
      writeFileSync(`${dir}/ours.tar`, bytesOf(read));
      const listed = execFileSync('tar', ['-tf', `${dir}/ours.tar`, '--quoting-style=literal'], { encoding: 'utf8' })
        .trim()
        .split('\n');
      expect(listed.map((line) => line.replace(/^\.?\/?|\/$/g, '')).sort()).toEqual(read.map((item) => item.path).sort());
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

describe('broken archives', () => {
  const whole = bytesOf([file('a', 'hello'), file('b', 'x'.repeat(1000))]);
  const read = (bytes: Uint8Array) => () => readTar(bytesBody(bytes));

  it('ARC-6 an archive cut off inside a member is truncated, one without its end is not', () => {
    expect(read(whole.subarray(0, 514))).toThrow(expect.objectContaining({ problem: 'truncated', message: 'unexpected EOF' }));
    expect(read(whole.subarray(0, 100))).toThrow(expect.objectContaining({ problem: 'truncated' }));
    expect(readTar(bytesBody(whole.subarray(0, whole.length - 1024)))).toHaveLength(2);
    expect(readTar(bytesBody(new Uint8Array(0)))).toEqual([]);
  });

  it('ARC-7 a wrong checksum or number is an invalid header', () => {
    const flipped = whole.slice();
    flipped[0] = 0x7a;
    expect(read(flipped)).toThrow(expect.objectContaining({ problem: 'header', message: 'archive/tar: invalid tar header' }));
    expect(read(new Uint8Array(512).fill(0x41))).toThrow(expect.objectContaining({ problem: 'header' }));
  });

  it('ARC-8 sparse members and unknown types are refused', () => {
    const sparse = whole.slice();
    sparse[156] = 0x53;
    let sum = 256;
    for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += sparse[i]!;
    sparse.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    expect(read(sparse)).toThrow(expect.objectContaining({ problem: 'unsupported' }));
  });

  it('ARC-9 random bytes give members or a TarError, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(whole.length), (noise, at) => {
        const bytes = whole.slice();
        bytes.set(noise.subarray(0, Math.min(noise.length, bytes.length - at)), at);
        try {
          readTar(bytesBody(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(TarError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
