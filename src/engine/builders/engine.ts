import { type Connector, Daemon, type Network } from '../daemon/index.ts';
import type { MachineFacts } from '../kernel/index.ts';
import type { Registry } from '../registry/index.ts';
import { emptyContent } from '../store/index.ts';
import { type EngineState, emptyEngine } from '../world/index.ts';
import { type BuilderNode, stateVolume } from './node.ts';
import type { BuilderState } from './state.ts';

const isLocal = (domain: string): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/.test(domain);

/** What a builder's BuildKit reaches: as the engine does, but this host's own addresses only from a container on the host's network. */
function networkOf(host: Daemon, node: BuilderNode): Network {
  const shared = host.network;
  if (node.DriverOpts?.network === 'host') return shared;
  return {
    get registries(): ReadonlyMap<string, Registry> {
      return new Map([...shared.registries].filter(([domain]) => !isLocal(domain)));
    },
    set registries(changed: ReadonlyMap<string, Registry>) {
      shared.registries = new Map([...shared.registries, ...changed]);
    },
    connectors: (shared.connectors ?? []).map(
      (connector): Connector =>
        function* (_daemon, domain) {
          return isLocal(domain) ? undefined : yield* connector(host, domain);
        },
    ),
  };
}

/**
 * The BuildKit of a builder, seen as an engine of its own: what it keeps is in its volume of the engine that runs it, and goes with that volume.
 * Two views of one node at the same time would overwrite each other's changes.
 */
export class BuilderEngine extends Daemon {
  readonly #host: Daemon;
  readonly #volume: string;

  constructor(host: Daemon, node: BuilderNode) {
    const volume = stateVolume(node);
    const kept = host.state.volumes.has(volume) ? host.state.builders?.get(volume) : undefined;
    const known: BuilderState = kept ?? { images: { ...emptyEngine.images, content: emptyContent }, cache: emptyEngine.cache };
    super({
      kernel: host.kernel,
      hostFiles: host.hostFiles,
      network: networkOf(host, node),
      state: { ...emptyEngine, images: known.images, cache: known.cache },
      seed: host.seed,
    });
    this.#host = host;
    this.#volume = volume;
  }

  override get machine(): MachineFacts {
    return this.#host.machine;
  }

  override newID(): string {
    return this.#host.newID();
  }

  override update(part: Partial<EngineState>): void {
    super.update(part);
    const { images, cache } = this.state;
    this.#host.update({ builders: new Map(this.#host.state.builders).set(this.#volume, { images, cache }) });
  }
}

export const builderEngine = (host: Daemon, node: BuilderNode): BuilderEngine => new BuilderEngine(host, node);
