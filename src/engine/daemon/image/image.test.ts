import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReference } from '../../reference/index.ts';
import { imageTree, stackOf } from '../../store/index.ts';
import { readTar, type TarEntry, tarBody } from '../../tar/index.ts';
import { addTestImage, finish, testDaemon, testFile } from '../../testing/daemon.ts';
import { bytesBody, readBody, textBody } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import {
  findImage,
  imageHistory,
  listImages,
  loadImages,
  pruneImages,
  pullImage,
  pushImage,
  removeImage,
  saveImages,
  tagImage,
} from './index.ts';

const HUB = 'docker.io/library/';
const HOST = '127.0.0.1:5000';
const silent = function* () {};
const namesOf = (daemon: Daemon): string[] => listImages(daemon, { all: true, filters: new Map() }).flatMap((image) => image.repoTags);

function family(): { daemon: Daemon; base: ReturnType<typeof addTestImage>; child: ReturnType<typeof addTestImage> } {
  const daemon = testDaemon();
  const base = addTestImage(daemon, [[testFile('a', '1')]], { tag: `${HUB}base:latest` });
  const child = addTestImage(daemon, [[testFile('a', '1')], [testFile('b', '2')]], { tag: `${HUB}child:latest`, parent: base });
  return { daemon, base, child };
}

describe('names and ids', () => {
  it('IMG-1 an image is found by tag, whole id, id prefix and sha256: prefix', () => {
    const { daemon, base } = family();
    for (const text of ['base', 'docker.io/base:latest', base.id, base.id.slice(7), base.id.slice(7, 19), base.id.slice(0, 15)])
      expect(findImage(daemon, text).id).toBe(base.id);
    expect(() => findImage(daemon, 'nope')).toThrow('No such image: nope:latest');
    expect(() => findImage(daemon, `sha256:${'0'.repeat(64)}`)).toThrow(`No such image: sha256:${'0'.repeat(64)}`);
  });

  it('IMG-2 a tag moves to the image it is put on and leaves the other dangling', () => {
    const { daemon, base, child } = family();
    tagImage(daemon, 'child', 'base');
    expect(findImage(daemon, 'base').id).toBe(child.id);
    expect(listImages(daemon, { all: true, filters: new Map() }).find(({ id }) => id === base.id)?.repoTags).toEqual([]);
  });
});

describe('removing', () => {
  it('IMG-3 the last tag takes the image and the layers that nobody else has', () => {
    const { daemon, child } = family();
    const layers = stackOf(child);
    expect(removeImage(daemon, 'child', { force: false, prune: true })).toEqual([
      { untagged: 'child:latest' },
      { deleted: child.id },
      { deleted: layers[1] },
    ]);
    expect(daemon.state.images.snapshots.has(layers[0]!)).toBe(true);
  });

  it('IMG-4 an image with children is untagged by name and refused by id, even by force', () => {
    const { daemon, base } = family();
    const message = `conflict: unable to delete ${base.id.slice(7, 19)} (cannot be forced) - image has dependent child images`;
    expect(() => removeImage(daemon, base.id, { force: true, prune: true })).toThrow(message);
    expect(removeImage(daemon, 'base', { force: false, prune: true })).toEqual([{ untagged: 'base:latest' }]);
    expect(daemon.state.images.images.has(base.id)).toBe(true);
    const removed = removeImage(daemon, 'child', { force: false, prune: true });
    expect(removed.at(-2)).toEqual({ deleted: base.id });
    expect(daemon.state.images.snapshots.size).toBe(0);
  });

  it('IMG-5 by id, an image with tags in several repositories must be forced', () => {
    const { daemon, child } = family();
    tagImage(daemon, 'child', 'other');
    expect(() => removeImage(daemon, child.id, { force: false, prune: true })).toThrow(
      `conflict: unable to delete ${child.id.slice(7, 19)} (must be forced) - image is referenced in multiple repositories`,
    );
    expect(removeImage(daemon, child.id, { force: true, prune: false }).filter((item) => 'untagged' in item)).toHaveLength(2);
  });

  it('IMG-6 prune removes dangling images only, with dangling=false all that no container uses; what is left can be reached', () => {
    const { daemon } = family();
    addTestImage(daemon, [[testFile('c', 'three')]]);
    expect(pruneImages(daemon, new Map()).reclaimed).toBe(5);
    expect(namesOf(daemon)).toEqual(['child:latest', 'base:latest']);
    pruneImages(daemon, new Map([['dangling', ['false']]]));
    expect([daemon.state.images.images.size, daemon.state.images.snapshots.size, daemon.state.images.tags.size]).toEqual([0, 0, 0]);
  });

  it('IMG-7 history has an id for each image that is here and <missing> for the others', () => {
    const { daemon, base, child } = family();
    expect(imageHistory(daemon, findImage(daemon, 'child')).map(({ id }) => id)).toEqual([child.id, base.id]);
    const archive = saveImages(daemon, ['child']);
    const fresh = testDaemon();
    loadImages(fresh, archive);
    expect(imageHistory(fresh, findImage(fresh, 'child')).map(({ id }) => id)).toEqual([child.id, '<missing>']);
  });
});

describe('states', () => {
  it('IMG-14 what a container stands on outlives its image', () => {
    const { daemon, child } = family();
    const layers = stackOf(child);
    const container = { image: child.id, base: layers.at(-1), state: { status: 'exited' }, mounts: [] };
    daemon.update({ containers: new Map([['c', container as never]]) });
    const removed = removeImage(daemon, 'child', { force: true, prune: true });
    expect(removed).toEqual([{ untagged: 'child:latest' }, { deleted: child.id }]);
    expect(layers.every((id) => daemon.state.images.snapshots.has(id))).toBe(true);
  });

  it('IMG-15 no operation changes the state it began with', () => {
    const daemon = testDaemon([HOST]);
    addTestImage(daemon, [[testFile('a', '1')], [testFile('b', '2')]], { tag: `${HOST}/app:1` });
    const before = daemon.state.images;
    const registry = daemon.network.registries.get(HOST)!;
    const facts = () =>
      JSON.stringify([
        [...before.images.keys()],
        [...before.tags],
        [...before.digests],
        [...before.snapshots.keys()],
        [...before.remote],
        [...registry.blobs.keys()],
      ]);
    const known = facts();
    const archive = saveImages(daemon, [`${HOST}/app`]);
    tagImage(daemon, `${HOST}/app:1`, 'other');
    finish(daemon, pushImage(daemon, parseReference(`${HOST}/app`), { all: true }, silent));
    removeImage(daemon, 'other', { force: true, prune: true });
    pruneImages(daemon, new Map([['dangling', ['false']]]));
    loadImages(daemon, archive);
    finish(daemon, pullImage(daemon, parseReference(`${HOST}/app`), { all: true }, silent));
    expect(facts()).toBe(known);
  });
});

const layer = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'd/e', 'd/.wh.e', '.wh.a', 'é'), fc.string({ maxLength: 30 })), { maxLength: 5 });
const content = fc.array(
  layer.map((files) => [...new Map(files)].map(([path, text]): TarEntry => testFile(path, text))),
  { minLength: 1, maxLength: 4 },
);

describe('archives of images', () => {
  it('IMG-8 save then load is the identity: ids, layers and files', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), (images) => {
        const daemon = testDaemon();
        const names = images.map((layers, index) => {
          addTestImage(daemon, layers, { tag: `${HUB}i${index}:v`, label: String(index) });
          return `i${index}:v`;
        });
        const fresh = testDaemon();
        loadImages(fresh, saveImages(daemon, names));
        for (const name of names) {
          const before = findImage(daemon, name);
          const after = findImage(fresh, name);
          expect([after.id, after.configText]).toEqual([before.id, before.configText]);
          expect(filesOf(fresh, name)).toEqual(filesOf(daemon, name));
        }
        expect(readBody(saveImages(fresh, names))).toEqual(readBody(saveImages(daemon, names)));
      }),
      { numRuns: 60 },
    );
  });

  it('IMG-9 an archive that is wrong anywhere is refused and changes nothing', () => {
    const { daemon } = family();
    const whole = readTar(saveImages(daemon, ['child']));
    const layerPath = `blobs/sha256/${findImage(daemon, 'child').config.rootfs.diff_ids[1]!.slice(7)}`;
    const edits: [string, TarEntry[]][] = [
      ['no such file or directory', whole.filter(({ path }) => path !== layerPath)],
      [
        'invalid diffID for layer 1',
        whole.map((item) => (item.path === layerPath ? { ...item, kind: 'file', body: tarBody([testFile('evil', 'x')]) } : item)),
      ],
      ['invalid entry name "../evil"', [...whole, testFile('../evil', 'x')]],
      ['unexpected EOF', whole.map((item) => (item.path === 'manifest.json' ? { ...item, kind: 'file', body: textBody('[{') } : item))],
      [
        'manifest cannot be null',
        whole.map((item) => (item.path === 'manifest.json' ? { ...item, kind: 'file', body: textBody('null') } : item)),
      ],
      ['repositories: no such file or directory', []],
      [
        'docker-import-0/bin/json: no such file or directory',
        [testFile('.dockerenv', ''), testFile('bin/sh', 'x'), testFile('etc/motd', 'x')],
      ],
    ];
    for (const [message, entries] of edits) {
      const fresh = testDaemon();
      const before = fresh.state;
      expect(() => loadImages(fresh, tarBody(entries)), message).toThrow(message);
      expect(fresh.state).toBe(before);
    }
    const cut = readBody(saveImages(daemon, ['child'])).slice(0, 5000);
    expect(() => loadImages(testDaemon(), bytesBody(cut))).toThrow('unexpected EOF');
  });

  it('IMG-10 random damage to an archive gives the same image or a DockerError, never anything else', () => {
    const { daemon, child } = family();
    const archive = readBody(saveImages(daemon, ['child']));
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.uint8Array({ minLength: 1, maxLength: 200 }), (at, noise) => {
        const bytes = archive.slice();
        bytes.set(noise.subarray(0, bytes.length - at), at);
        const fresh = testDaemon();
        const before = fresh.state;
        try {
          loadImages(fresh, bytesBody(bytes));
        } catch (error) {
          expect((error as Error).constructor.name).toBe('DockerError');
          expect(fresh.state).toBe(before);
          return;
        }
        for (const image of fresh.state.images.images.values())
          if (image.id === child.id) expect(filesOf(fresh, image.id)).toEqual(filesOf(daemon, child.id));
      }),
      { numRuns: 400 },
    );
  });
});

function filesOf(daemon: Daemon, name: string): string[] {
  const image = findImage(daemon, name);
  return [...imageTree(daemon.state.images, image).walk()].map(
    ([path, inode]) => `${path} ${inode.kind === 'file' ? inode.body.digest() : inode.kind}`,
  );
}

describe('registries', () => {
  it('REG-1 push then pull keeps the image id and the manifest digest', () => {
    fc.assert(
      fc.property(content, (layers) => {
        const daemon = testDaemon([HOST]);
        const image = addTestImage(daemon, layers, { tag: `${HOST}/app:1` });
        const pushed = lines(daemon, (emit) => pushImage(daemon, parseReference(`${HOST}/app:1`), { all: false }, emit));
        const digest = /digest: (\S+)/.exec(pushed.at(-1)!)![1]!;
        expect([...daemon.state.images.digests.keys()]).toEqual([`${HOST}/app@${digest}`]);
        const other = testDaemon();
        other.network.registries = daemon.network.registries;
        const pulled = lines(other, (emit) => pullImage(other, parseReference(`${HOST}/app:1`), {}, emit));
        expect(pulled).toContain(`Digest: ${digest}`);
        expect(findImage(other, `${HOST}/app:1`).id).toBe(image.id);
        expect(filesOf(other, image.id)).toEqual(filesOf(daemon, image.id));
      }),
      { numRuns: 40 },
    );
  });

  it('REG-2 a layer is uploaded once to a registry: then it exists already, or is mounted from another repository', () => {
    const daemon = testDaemon([HOST]);
    const layers = [[testFile('a', '1')], [testFile('b', '2')]];
    addTestImage(daemon, layers, { tag: `${HOST}/a:1` });
    const push = (name: string) => lines(daemon, (emit) => pushImage(daemon, parseReference(`${HOST}/${name}`), { all: false }, emit));
    const states = (name: string) => push(name).flatMap((line) => /: (Pushed|Layer already exists|Mounted from .*)$/.exec(line)?.[1] ?? []);
    expect(states('a:1')).toEqual(['Pushed', 'Pushed']);
    expect(states('a:1')).toEqual(['Layer already exists', 'Layer already exists']);
    tagImage(daemon, `${HOST}/a:1`, `${HOST}/b/c:1`);
    expect(states('b/c:1')).toEqual(['Mounted from a', 'Mounted from a']);
  });

  it('REG-12 localhost is another name for 127.0.0.1', () => {
    const daemon = testDaemon([HOST]);
    addTestImage(daemon, [[testFile('a', '1')]], { tag: 'localhost:5000/a:1' });
    const push = (name: string) => lines(daemon, (emit) => pushImage(daemon, parseReference(name), { all: false }, emit));
    expect(push('localhost:5000/a:1')[2]).toMatch(/: Pushed$/);
    tagImage(daemon, 'localhost:5000/a:1', `${HOST}/a:2`);
    expect(push(`${HOST}/a:2`)[2]).toMatch(/: Layer already exists$/);
    expect(lines(daemon, (emit) => pullImage(daemon, parseReference('localhost:5000/a:2'), {}, emit)).at(-1)).toBe(
      'Status: Downloaded newer image for localhost:5000/a:2',
    );
  });

  it('REG-3 a registry that is not there refuses the connection; a name outside is no host', () => {
    const daemon = testDaemon();
    const pull = (name: string) => () => finish(daemon, pullImage(daemon, parseReference(name), {}, silent));
    expect(pull('127.0.0.1:5000/x')).toThrow('Get "http://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused');
    expect(pull('busybox')).toThrow('Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host');
  });

  it('REG-4 what a registry does not have is unknown to it', () => {
    const daemon = testDaemon([HOST]);
    const pull =
      (name: string, all = false) =>
      () =>
        finish(daemon, pullImage(daemon, parseReference(`${HOST}/${name}`), { all }, silent));
    expect(pull('x:1')).toThrow(`manifest for ${HOST}/x:1 not found: manifest unknown: manifest unknown`);
    expect(pull('x', true)).toThrow(`repository ${HOST}/x not found: name unknown: repository name not known to registry`);
  });
});

function lines(
  daemon: Daemon,
  run: (emit: (event: { id?: string; status: string }) => Generator<never, void, never>) => Generator,
): string[] {
  const out: string[] = [];
  finish(
    daemon,
    run(function* ({ id, status }) {
      out.push(id === undefined ? status : `${id}: ${status}`);
    }) as never,
  );
  return out;
}
