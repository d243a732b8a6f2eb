import { describe, expect, it } from 'vitest';
import { parseReference } from '../../../reference/index.ts';
import { emptyContent, emptyStore, imageSize, unpackedImageSize } from '../../../store/index.ts';
import { addTestImage, finish, testDaemon, testFile } from '../../../testing/daemon.ts';
import { readBody } from '../../../tree/index.ts';
import type { Daemon } from '../../daemon.ts';
import {
  findImage,
  listImages,
  loadImages,
  pruneImages,
  pullImage,
  pushImage,
  removeImage,
  repoDigestsOf,
  saveImages,
  sweep,
  tagImage,
} from '../index.ts';

const HOST = '127.0.0.1:5000';
const silent = function* () {};
const all = (daemon: Daemon) => listImages(daemon, { all: true, filters: new Map() });

/** An engine with containerd's store that holds images `x:1` and `x:2` of one layer each, and their archive. */
function engine(registries: readonly string[] = []): Daemon {
  const graph = testDaemon();
  addTestImage(graph, [[testFile('a', '1')]], { tag: 'docker.io/library/x:1' });
  addTestImage(graph, [[testFile('a', '1')], [testFile('b', '2')]], { tag: 'docker.io/library/x:2', label: 'two' });
  const daemon = testDaemon(registries);
  daemon.update({ images: { ...emptyStore, content: emptyContent } });
  loadImages(daemon, saveImages(graph, ['x']));
  return daemon;
}

describe("containerd's store", () => {
  it('CTD-1 an image is its manifest: its id, descriptor and digests are one', () => {
    const daemon = engine();
    const image = findImage(daemon, 'x:1');
    expect(image.id).toBe(image.target?.digest);
    expect(repoDigestsOf(daemon, image.id)).toEqual([`x@${image.id}`]);
  });

  it('IMG-1 the beginning of an id needs four digits', () => {
    const daemon = engine();
    const { id } = findImage(daemon, 'x:1');
    const hex = id.slice('sha256:'.length);
    expect(findImage(daemon, hex.slice(0, 4)).id).toBe(id);
    expect(() => findImage(daemon, hex.slice(0, 3))).toThrow('No such image');
  });

  it('CTD-3 every repository of an image has its digest; a list shows that of the last name', () => {
    const daemon = engine();
    tagImage(daemon, 'x:1', 'a:1');
    const { id } = findImage(daemon, 'a:1');
    expect(repoDigestsOf(daemon, id)).toEqual([`a@${id}`, `x@${id}`]);
    expect(all(daemon).find((image) => image.id === id)?.repoDigests).toEqual([`x@${id}`]);
    expect(findImage(daemon, `a@${id}`).id).toBe(id);
    expect(() => findImage(daemon, `b@${id}`)).toThrow('No such image');
  });

  it('CTD-4 sizes are blobs and whole blocks', () => {
    const daemon = engine();
    const image = findImage(daemon, 'x:2');
    const { images } = daemon.state;
    expect(unpackedImageSize(images, image)).toBe(2 * (4096 + 4096));
    expect(all(daemon).find(({ id }) => id === image.id)?.size).toBe(imageSize(images, image) + 2 * 8192);
  });

  it('CTD-5 a name that docker tag takes leaves the other image dangling', () => {
    const daemon = engine();
    const { id } = findImage(daemon, 'x:1');
    tagImage(daemon, 'x:2', 'x:1');
    expect(all(daemon).find((image) => image.id === id)?.repoTags).toEqual([]);
    expect(listImages(daemon, { all: false, filters: new Map([['dangling', ['true']]]) }).map((image) => image.id)).toEqual([id]);
  });

  it('CTD-6 rmi takes names one by one, and the manifest with the last', () => {
    const daemon = engine();
    const { id } = findImage(daemon, 'x:1');
    tagImage(daemon, 'x:1', 'y:1');
    expect(() => removeImage(daemon, id, { force: false, prune: true })).toThrow('image is referenced in multiple repositories');
    expect(removeImage(daemon, 'y:1', { force: false, prune: true })).toEqual([{ untagged: 'y:1' }]);
    expect(removeImage(daemon, 'x:1', { force: false, prune: true })).toEqual([{ untagged: 'x:1' }, { deleted: id }]);
    expect(daemon.state.images.content?.blobs.has(id)).toBe(false);
    removeImage(daemon, 'x:2', { force: false, prune: true });
    expect([daemon.state.images.content?.blobs.size, daemon.state.images.snapshots.size]).toEqual([0, 0]);
  });

  it('CTD-7 by force an image in use loses its name and stays', () => {
    const daemon = engine();
    const { id } = findImage(daemon, 'x:1');
    const container = { id: 'c'.repeat(64), image: id, imageRef: 'x:1', state: { status: 'exited' }, mounts: [] };
    daemon.update({ containers: new Map([['c', container as never]]) });
    expect(() => removeImage(daemon, 'x:1', { force: false, prune: true })).toThrow('container cccccccccccc is using its referenced image');
    expect(removeImage(daemon, 'x:1', { force: true, prune: true })).toEqual([{ untagged: 'x:1' }]);
    expect(all(daemon).some((image) => image.id === id)).toBe(true);
    expect(pruneImages(daemon, new Map()).removals).toEqual([]);
  });

  it('CTD-8 prune tells the names and the manifests that went, and nothing reachable goes', () => {
    const daemon = engine();
    const ids = ['x:1', 'x:2'].map((name) => findImage(daemon, name).id);
    tagImage(daemon, 'x:2', 'x:1');
    expect(pruneImages(daemon, new Map()).removals).toEqual([{ untagged: ids[0] }, { deleted: ids[0] }]);
    expect(sweep(daemon).size).toBe(0);
    const report = pruneImages(daemon, new Map([['dangling', ['false']]]));
    expect(report.removals).toEqual([{ untagged: 'x:1' }, { untagged: 'x:2' }, { deleted: ids[1] }]);
    expect(daemon.state.images.content?.blobs.size).toBe(0);
  });

  it('CTD-9 saving and loading, pushing and pulling keep the id and every byte', () => {
    const daemon = engine([HOST]);
    const { id } = findImage(daemon, 'x:2');
    const archive = readBody(saveImages(daemon, ['x:2']));
    tagImage(daemon, 'x:2', `${HOST}/x:2`);
    finish(daemon, pushImage(daemon, parseReference(`${HOST}/x:2`), { all: false }, silent));
    for (const name of ['x:1', 'x:2', `${HOST}/x:2`]) removeImage(daemon, name, { force: false, prune: true });
    expect(daemon.state.images.images.size).toBe(0);
    finish(daemon, pullImage(daemon, parseReference(`${HOST}/x:2`), {}, silent));
    expect(findImage(daemon, `${HOST}/x:2`).id).toBe(id);
    const other = testDaemon();
    other.update({ images: { ...emptyStore, content: emptyContent } });
    loadImages(other, saveImages(engine(), ['x:2']));
    expect(findImage(other, 'x:2').id).toBe(id);
    expect(readBody(saveImages(other, ['x:2']))).toEqual(archive);
  });
});
