import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompress } from '../../archive/index.ts';
import { apply, LayerError } from '../../layer/index.ts';
import { emptyContent, emptyStore } from '../../store/index.ts';
import { readTar, type TarEntry, tarBody } from '../../tar/index.ts';
import { addTestImage, testDaemon, testFile } from '../../testing/daemon.ts';
import { bytesBody, readBody, Tree, textBody } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { findImage, loadImages, saveImages } from './index.ts';

/** An engine of either store, with nothing in it. */
function engine(containerd: boolean): Daemon {
  const daemon = testDaemon();
  if (containerd) daemon.update({ images: { ...emptyStore, content: emptyContent } });
  return daemon;
}

/** The archive of an image of two layers, as either store writes it. */
function archiveOf(containerd: boolean): Uint8Array {
  const daemon = testDaemon();
  addTestImage(daemon, [[testFile('a', '1')], [testFile('d/b', '2'), testFile('.wh.a', '')]], { tag: 'docker.io/library/x:1' });
  const graph = saveImages(daemon, ['x:1']);
  if (!containerd) return readBody(graph);
  const other = engine(true);
  loadImages(other, graph);
  return readBody(saveImages(other, ['x:1']));
}

/** Loads what may be damaged: it loads as the image it was, or is refused with the engine unchanged. */
function tryLoad(containerd: boolean, bytes: Uint8Array, config: string | undefined): void {
  const daemon = engine(containerd);
  const before = daemon.state;
  try {
    loadImages(daemon, bytesBody(bytes));
  } catch (error) {
    expect(`${(error as Error).constructor.name}: ${(error as Error).message}`).toMatch(/^DockerError: ./);
    expect(daemon.state).toBe(before);
    return;
  }
  if (config === undefined || !daemon.state.images.tags.has('docker.io/library/x:1')) return;
  expect(findImage(daemon, 'x:1').configText).toBe(config);
}

for (const containerd of [false, true]) {
  const store = containerd ? 'containerd' : 'a graph driver';
  const archive = archiveOf(containerd);
  const whole = engine(containerd);
  loadImages(whole, bytesBody(archive));
  const config = findImage(whole, 'x:1').configText;

  describe(`hostile archives with ${store}`, () => {
    it('ARC-13 an archive cut anywhere is refused or complete, and changes nothing when refused', () => {
      for (let end = 0; end <= archive.length; end += 512) tryLoad(containerd, archive.slice(0, end), config);
      const packed = new Uint8Array(gzipSync(archive));
      for (let end = 0; end < packed.length; end += 97) tryLoad(containerd, packed.slice(0, end), config);
      tryLoad(containerd, packed, config);
    });

    it('ARC-14 any JSON in place of any value of an archive gives a DockerError or an image', () => {
      const entries = readTar(bytesBody(archive));
      const texts = entries.filter((item) => item.kind === 'file' && readBody(item.body)[0] !== undefined && /^[[{]/.test(textIn(item)));
      fc.assert(
        fc.property(fc.nat(texts.length - 1), fc.nat(40), fc.jsonValue({ maxDepth: 3 }), (which, where, value) => {
          const chosen = texts[which]!;
          const text = JSON.stringify(replaced(JSON.parse(textIn(chosen)), where, value));
          const changed = entries.map((item): TarEntry => (item === chosen ? { ...item, kind: 'file', body: textBody(text) } : item));
          tryLoad(containerd, readBody(tarBody(changed)), undefined);
        }),
        { numRuns: 400 },
      );
    });

    it('ARC-15 members that were renamed, doubled, dropped or turned into links give a DockerError or an image', () => {
      const entries = readTar(bytesBody(archive));
      const path = fc.oneof(
        fc.constantFrom('../x', '/etc/x', 'index.json', 'manifest.json', 'blobs', 'a/../../b'),
        fc.string({ maxLength: 20 }),
      );
      fc.assert(
        fc.property(
          fc.nat(entries.length - 1),
          fc.constantFrom('rename', 'double', 'drop', 'symlink', 'hardlink'),
          path,
          (at, how, name) => {
            const item = entries[at]!;
            const { mode, uid, gid, mtime } = item;
            const meta = { mode, uid, gid, mtime };
            const changes: Record<string, TarEntry[]> = {
              rename: [{ ...item, path: name }],
              double: [item, { ...item, path: item.path }],
              drop: [],
              symlink: [{ kind: 'symlink', path: item.path, linkname: name, ...meta }],
              hardlink: [{ kind: 'hardlink', path: item.path, linkname: name, ...meta }],
            };
            const changed = entries.flatMap((other) => (other === item ? changes[how]! : [other]));
            let bytes: Uint8Array;
            try {
              bytes = readBody(tarBody(changed));
            } catch {
              return;
            }
            tryLoad(containerd, bytes, config);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('ARC-16 noise in place of bytes never gives another image under the same id', () => {
      fc.assert(
        fc.property(fc.nat(archive.length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), (at, noise) => {
          const bytes = archive.slice();
          bytes.set(noise.subarray(0, bytes.length - at), at);
          tryLoad(containerd, bytes, undefined);
        }),
        { numRuns: 300 },
      );
    });
  });
}

const textIn = (item: TarEntry): string => (item.kind === 'file' ? new TextDecoder().decode(readBody(item.body)) : '');

/** A JSON value with the `where`th value in it (counted from the outside) replaced. */
function replaced(value: unknown, where: number, by: unknown): unknown {
  let left = where;
  const visit = (at: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(at)) return at.map(visit);
    if (typeof at === 'object' && at !== null) return Object.fromEntries(Object.entries(at).map(([key, inner]) => [key, visit(inner)]));
    return at;
  };
  return visit(value);
}

describe('hostile layers', () => {
  const name = fc.constantFrom('a', 'b', 'd', 'l', '.wh.a', '.wh..wh..opq', '..', '.', 'é');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const entry = fc
    .tuple(fc.constantFrom('file', 'dir', 'symlink', 'hardlink', 'fifo', 'char'), path, path, fc.boolean())
    .map(([kind, at, to, absolute]): TarEntry => {
      const meta = { path: at, mode: 0o755, uid: 0, gid: 0, mtime: 0 };
      const linkname = `${absolute ? '/' : '../'}${to}`;
      if (kind === 'file') return { kind, body: textBody(at), ...meta };
      if (kind === 'symlink' || kind === 'hardlink') return { kind, linkname, ...meta };
      if (kind === 'char') return { kind, major: 1, minor: 3, ...meta };
      return { kind, ...meta } as TarEntry;
    });

  it('ARC-17 any members give a tree below one root, or a LayerError', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 12 }), (below, above) => {
        let tree = Tree.empty();
        try {
          for (const layer of [below, above]) tree = apply(tree, layer);
        } catch (error) {
          expect(error).toBeInstanceOf(LayerError);
          return;
        }
        for (const [at] of tree.walk()) expect(at.split('/').includes('..')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('ARC-17 paths longer than Linux takes are refused', () => {
    const file = (at: string): TarEntry => ({ kind: 'file', path: at, body: textBody(''), mode: 0o644, uid: 0, gid: 0, mtime: 0 });
    expect(() => apply(Tree.empty(), [file('a/'.repeat(100_000))])).toThrow('file name too long');
    expect(() => apply(Tree.empty(), [file(`${'n'.repeat(300)}/f`)])).toThrow('file name too long');
  });
});

it('ARC-18 a bomb is refused at the limit, and zeros below it take no memory', () => {
  const zeros = bytesBody(new Uint8Array(gzipSync(new Uint8Array(24 << 20))));
  expect(zeros.size).toBeLessThan(100_000);
  expect(() => decompress(zeros, 8 << 20)).toThrow('archive is larger than 8388608 bytes when unpacked');
  expect(decompress(zeros).size).toBe(24 << 20);
});

it('ARC-18 an archive with very many names is refused', () => {
  const many = JSON.stringify(Array.from({ length: 20_000 }, () => ({ Config: 'c', RepoTags: [], Layers: [] })));
  expect(() => loadImages(testDaemon(), tarBody([testFile('manifest.json', many)]))).toThrow('archive has more than 10000 image names');
});
