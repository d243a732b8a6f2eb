import { Daemon } from '../daemon/index.ts';
import { Kernel, plainFileSystem, type Step } from '../kernel/index.ts';
import { makeLayer } from '../layer/index.ts';
import { emptyRegistry } from '../registry/index.ts';
import { addImage, addLayer, emptyStore, type Image, type ImageStore, setTag } from '../store/index.ts';
import type { TarEntry } from '../tar/index.ts';
import { textBody } from '../tree/index.ts';
import { emptyEngine } from '../world/index.ts';

/** An engine without images, and the registries of these hosts, empty. */
export function testDaemon(registries: readonly string[] = []): Daemon {
  return new Daemon({
    kernel: new Kernel({ programs: new Map(), now: 1_760_000_000, seed: 1 }),
    hostFiles: plainFileSystem('ext4'),
    network: { registries: new Map(registries.map((host) => [host, emptyRegistry(host)])) },
    state: { ...emptyEngine, images: emptyStore },
    seed: 1,
  });
}

/** Runs a step to its end; the clock jumps to whatever it waits for. */
export function finish<T>(daemon: Daemon, step: Step<T>): T {
  for (let next = step.next('ready'); ; next = step.next('timeout')) {
    if (next.done === true) return next.value;
    if (next.value.deadline !== undefined) daemon.kernel.now = next.value.deadline;
  }
}

export const testFile = (path: string, text: string): TarEntry => ({
  kind: 'file',
  path,
  body: textBody(text),
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: 1_700_000_000,
});

/** Adds an image whose layers hold these files, lowest layer first; tagged when there is a canonical `tag`. */
export function addTestImage(
  daemon: Daemon,
  layers: readonly (readonly TarEntry[])[],
  options: { tag?: string; parent?: Image; label?: string } = {},
): Image {
  let store: ImageStore = daemon.state.images;
  const made = layers.map((entries) => makeLayer(entries));
  let chain: Parameters<typeof addLayer>[1];
  for (const layer of made) ({ store, chainID: chain } = addLayer(store, chain, layer));
  const created = `2025-01-01T00:00:${String(store.images.size).padStart(2, '0')}Z`;
  const text = JSON.stringify({
    architecture: 'amd64',
    config: { Labels: { of: options.label ?? '' } },
    created,
    history: made.map((_, index) => ({ created, created_by: `step ${index}` })),
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: made.map(({ diffID }) => diffID) },
  });
  const added = addImage(store, text, options.parent?.id);
  const tagged = options.tag === undefined ? added.store : setTag(added.store, options.tag, added.image.id, daemon.now());
  daemon.update({ images: tagged });
  return added.image;
}
