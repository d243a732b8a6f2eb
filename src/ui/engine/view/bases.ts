// Which image the lowest layers of another one are.
import { imageKey } from '../../../engine/build/cache-usage.ts';
import { repoDigestsOf, repoTagsOf } from '../../../engine/daemon/image/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { ChainID } from '../../../engine/digest/index.ts';
import { type Image, stackOf, topOf } from '../../../engine/store/index.ts';
import type { BaseView } from '../../session/view/index.ts';

interface Named {
  readonly name: string;
  readonly pulled: boolean;
  /** Rows of history: of images with equal layers the shorter one is the base. */
  readonly rows: number;
}

/** Tells bases by the layer they end with: tagged images of the engine, and images that BuildKit pulled to build on. */
export class Bases {
  readonly #named = new Map<ChainID, Named>();
  readonly #daemon: Daemon;

  constructor(daemon: Daemon) {
    this.#daemon = daemon;
    for (const image of daemon.state.images.images.values()) {
      const [name] = repoTagsOf(daemon, image.id);
      const top = topOf(image);
      if (name === undefined || top === undefined) continue;
      const one = { name, pulled: repoDigestsOf(daemon, image.id).length > 0, rows: rowsOf(image) };
      const known = this.#named.get(top);
      if (known === undefined || one.rows < known.rows) this.#named.set(top, one);
    }
  }

  /** The base with most layers; one from a registry goes before one that was made here. */
  of(image: Image): BaseView | undefined {
    const stack = stackOf(image);
    let local: BaseView | undefined;
    for (let layers = stack.length; layers > 0; layers--) {
      const chainID = stack[layers - 1]!;
      const found = this.#pulled(chainID) ?? this.#named.get(chainID);
      if (found === undefined || (layers === stack.length && found.rows >= rowsOf(image))) continue;
      const base = { name: found.name, layers, pulled: found.pulled };
      if (found.pulled) return base;
      local ??= base;
    }
    return local;
  }

  /** BuildKit notes what it pulled: `pulled from docker.io/library/alpine:3.20@sha256:…`. */
  #pulled(chainID: ChainID): Named | undefined {
    const note = this.#daemon.state.cache.sources?.get(imageKey(chainID))?.description;
    const name = note?.startsWith('pulled from ') ? note.slice('pulled from '.length) : undefined;
    if (name === undefined) return undefined;
    return { name: name.replace(/@sha256:.*$/, '').replace(/^docker\.io\/(library\/)?/, ''), pulled: true, rows: 0 };
  }
}

const rowsOf = ({ config }: Image): number => config.history?.length ?? 0;
