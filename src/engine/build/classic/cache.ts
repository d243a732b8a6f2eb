import type { Daemon } from '../../daemon/index.ts';
import type { DiffID, ImageID } from '../../digest/index.ts';
import { profileFacts } from '../../profile/index.ts';
import { addImage, type Image } from '../../store/index.ts';
import { findLocalImage } from '../base-image.ts';
import { copyDraft, type Draft } from '../draft.ts';
import { classicImageText, platformOf } from '../image-config.ts';
import { cachedChild, continues, descends } from './probe.ts';

/**
 * The classic builder's cache: the images themselves. After the first miss of a stage nothing is looked up any more. With `--cache-from`
 * only steps that lead to the named images count. Source: moby builder/dockerfile/imageprobe.go, image/cache/cache.go.
 */
export class StepCache {
  readonly #daemon: Daemon;
  readonly #off: boolean;
  readonly #from: readonly string[];
  #sources: Image[] = [];
  #missed = false;
  #missedBefore = false;

  constructor(daemon: Daemon, options: { off: boolean; from: readonly string[] }) {
    this.#daemon = daemon;
    this.#off = options.off;
    this.#from = options.from;
  }

  /** Starts a stage. */
  reset(): void {
    this.#missed = false;
    this.#missedBefore = false;
    this.#sources = this.#from.flatMap((name) => this.#named(name) ?? []);
  }

  /** Whether an earlier step of the stage than the last one asked for missed. */
  get missedBefore(): boolean {
    return this.#missedBefore;
  }

  /** The image a step would make, when it is here. */
  find(parent: ImageID | '', config: Draft): ImageID | undefined {
    this.#missedBefore = this.#missed;
    if (this.#off || this.#missed) return undefined;
    const id = this.#from.length === 0 ? this.#local(parent, config) : this.#fromSources(parent, config);
    if (id === undefined) this.#missed = true;
    return id;
  }

  #local(parent: ImageID | '', config: Draft): ImageID | undefined {
    return cachedChild(this.#daemon.state.images, parent, config)?.id;
  }

  #named(name: string): Image | undefined {
    try {
      return findLocalImage(this.#daemon.state.images, name);
    } catch {
      return undefined;
    }
  }

  #fromSources(parentId: ImageID | '', config: Draft): ImageID | undefined {
    const { images } = this.#daemon.state;
    const local = this.#local(parentId, config);
    if (local !== undefined && this.#sources.some(({ id }) => id === local || descends(images, id, local))) return local;
    const parent = parentId === '' ? undefined : images.images.get(parentId);
    const at = parent?.config.history?.length ?? 0;
    if (images.content !== undefined) return undefined;
    for (const target of this.#sources) {
      const history = target.config.history ?? [];
      if (!continues(target, parent) || (config.cmd ?? []).join(' ') !== history[at]?.created_by) continue;
      if (history.length - 1 === at) return target.id;
      this.#sources = [target];
      return this.#restore(parent, target, at, config);
    }
    return undefined;
  }

  /** The intermediate image a pulled image must have gone through: made from its history. */
  #restore(parent: Image | undefined, target: Image, at: number, config: Draft): ImageID {
    const history = [...(parent?.config.history ?? []), target.config.history![at]!];
    const layer = layerOfRow(target, at);
    const diffIDs = [...(parent?.config.rootfs.diff_ids ?? []), ...(layer === undefined ? [] : [layer])];
    const text = classicImageText({
      ...platformOf(target.config),
      author: target.config.author ?? '',
      created: history.at(-1)?.created ?? '0001-01-01T00:00:00Z',
      history,
      diffIDs,
      config: copyDraft(config),
      container: '',
      containerConfig: copyDraft(config),
      hostname: '',
      version: profileFacts(this.#daemon.state).version,
    });
    const { store, image } = addImage(this.#daemon.state.images, text, parent?.id);
    this.#daemon.update({ images: store });
    return image.id;
  }
}

function layerOfRow(image: Image, index: number): DiffID | undefined {
  const history = image.config.history ?? [];
  if (history[index]?.empty_layer === true) return undefined;
  const number = history.slice(0, index).filter((row) => row.empty_layer !== true).length;
  return image.config.rootfs.diff_ids[number];
}
