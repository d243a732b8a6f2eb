import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FiledBox, FileError } from './format.ts';
import { readFile } from './read.ts';
import { fileName, writeFile } from './write.ts';

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const box = (saved: string): FiledBox => ({
  title: '重新打标签 retag',
  lab: 'sandbox',
  created: 1,
  changed: 2,
  record: { version: 2, saved, history: ['docker ps'], commands: 1 },
});
const bytes = new TextEncoder().encode('an archive\nwith a line feed\0');
const trouble = async (file: Blob, limit?: number) => {
  const error = await readFile(file, sha256, limit).catch((caught: unknown) => caught);
  return error instanceof FileError ? error.trouble : error;
};

describe('files of boxes', () => {
  it('KEP-40 any boxes come back as they were, with their uploads', async () => {
    const content = fc.tuple(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(content, async ([texts, uploads]) => {
        const blobs = new Map<string, Uint8Array>();
        for (const upload of uploads) blobs.set(await sha256(upload), upload);
        const written = await writeFile('name', texts.map(box), [...blobs.keys()], async (digest) => blobs.get(digest));
        expect(written.name).toBe(blobs.size === 0 ? 'name.strata.json' : 'name.strata.gz');
        const read = await readFile(written.file, sha256);
        expect(read.boxes).toEqual(texts.map(box));
        expect([...read.blobs].map(([digest, blob]) => [digest, [...blob]])).toEqual(
          [...blobs].map(([digest, blob]) => [digest, [...blob]]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('KEP-41 an upload that is gone is told, and the rest is kept', async () => {
    const here = await sha256(bytes);
    const gone = '0'.repeat(64);
    const written = await writeFile('a', [box('{}')], [gone, here], async (digest) => (digest === here ? bytes : undefined));
    expect(written.missing).toEqual([gone]);
    expect([...(await readFile(written.file, sha256)).blobs.keys()]).toEqual([here]);
  });

  it('KEP-42 a file that is cut, changed, of another program or of a newer version is told so', async () => {
    const { file } = await writeFile('a', [box('{}')], [await sha256(bytes)], async () => bytes);
    const whole = new Uint8Array(await file.arrayBuffer());
    for (let end = 20; end < whole.length; end += 7) {
      const cut = new Blob([whole.slice(0, end)]);
      const why = await trouble(cut);
      // Without its last bytes, which only repeat a sum, nothing is missing.
      if (typeof why === 'string') expect(why).toMatch(/damaged|foreign/);
      else expect([end > whole.length - 9, why]).toEqual([true, await readFile(file, sha256)]);
    }
    const plain = (value: unknown, after = '') => new Blob([`${JSON.stringify(value)}\n${after}`]);
    const head = { strata: 'boxes', version: 1, boxes: [box('')], blobs: [] };
    const named = { ...head, blobs: [{ sha256: await sha256(bytes), size: bytes.length }] };
    expect(await trouble(plain(named, 'An archive\nwith a line feed\0'))).toBe('damaged');
    expect(await trouble(plain(named, 'short'))).toBe('damaged');
    expect(await trouble(plain({ ...head, version: 2 }))).toBe('newer');
    expect(await trouble(plain({ ...head, boxes: [{ ...box(''), record: { version: 3 } }] }))).toBe('newer');
    expect(await trouble(plain({ ...head, boxes: [] }))).toBe('damaged');
    expect(await trouble(plain({ ...head, boxes: [{ ...box(''), title: 7 }] }))).toBe('damaged');
    expect(await trouble(plain({ hello: 1 }))).toBe('foreign');
    expect(await trouble(new Blob(['hello']))).toBe('foreign');
    expect(await trouble(new Blob([]))).toBe('foreign');
    expect(await trouble(new Blob(['{"strata":"boxes","version":1,"boxes":[{']))).toBe('damaged');
    expect(await trouble(new Blob([new Uint8Array([0xff, 0xd8, 1, 2])]))).toBe('foreign');
  });

  it('KEP-43 a bomb is stopped at the limit, whatever its header promises', async () => {
    const bomb = gzipSync(Buffer.alloc(32 << 20));
    expect(await trouble(new Blob([bomb]), 1 << 20)).toBe('large');
    const head = { strata: 'boxes', version: 1, boxes: [box('')], blobs: [{ sha256: '0'.repeat(64), size: 2 ** 50 }] };
    expect(await trouble(new Blob([JSON.stringify(head), '\n', 'x']))).toBe('large');
  });
});

it('KEP-44 a title becomes a file name', () => {
  expect(fileName('Retag lab')).toBe('Retag-lab');
  expect(fileName('重新打标签')).toBe('重新打标签');
  expect(fileName('../../etc/passwd')).toBe('etc-passwd');
  expect(fileName('a: b? <c>|"d"*\n\u202e')).toBe('a-b-c-d');
  expect(fileName(' ... ')).toBe('sandbox');
});
