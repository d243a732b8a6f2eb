import { familiarString, parseReference } from '../../reference/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { Stages } from './stages.ts';
import { SCRATCH, type Vertex } from './vertex.ts';

/** What `--build-context NAME=…` puts in the place of an image or a stage: another image, or a directory. */
export type NamedContext =
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'directory'; readonly tree: () => Tree };

/** The key of a name: as people write it, without `:latest`. Throws DockerError for a name that cannot be one. Source: docker/buildx build.ParseContextNames. */
export const contextKey = (name: string): string => familiarString(parseReference(name)).replace(/:latest$/, '');

/** The contexts of a build by name. Source: buildkit frontend/dockerui namedcontext.go. */
export class NamedContexts {
  readonly #contexts: ReadonlyMap<string, NamedContext>;
  readonly #loaded = new Map<string, Vertex>();

  constructor(contexts: ReadonlyMap<string, NamedContext> = new Map()) {
    this.#contexts = contexts;
  }

  find(name: string): NamedContext | undefined {
    if (this.#contexts.size === 0) return undefined;
    const plain = this.#contexts.get(name);
    if (plain !== undefined) return plain;
    try {
      return this.#contexts.get(contextKey(name));
    } catch {
      return undefined;
    }
  }

  /** Stages whose name is a context's are that context; their instructions do not count. */
  replaceStages(stages: Stages): void {
    for (const state of stages.all) {
      if (state.name === '' || this.find(state.name) === undefined) continue;
      state.baseName = state.name;
      state.base = undefined;
      state.commands = [];
      state.needs.clear();
      state.total = 0;
    }
  }

  /** The step that loads a directory: all of it, copied into nothing. */
  load(name: string, context: Extract<NamedContext, { kind: 'directory' }>): Vertex {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const vertex: Vertex = {
      operation: {
        kind: 'file',
        base: SCRATCH,
        actions: [
          {
            kind: 'copy',
            from: { kind: 'tree', tree: context.tree() },
            src: '/',
            dest: '/',
            chown: '',
            chmod: undefined,
            followLinks: false,
            wildcards: false,
            unpack: false,
            includes: [],
            excludes: [],
            required: [],
          },
        ],
      },
      name: `[context ${name}] load from client`,
      lines: undefined,
      ignoreCache: false,
    };
    this.#loaded.set(name, vertex);
    return vertex;
  }
}
