import type { Connector, HubDoor } from '../../engine/daemon/index.ts';
import type { Hub, HubState } from '../../engine/hub/index.ts';
import { load, type Step } from '../../engine/kernel/index.ts';
import { DEFAULT_DOMAIN } from '../../engine/reference/index.ts';

const hubCode = async (): Promise<typeof import('../../engine/hub/index.ts') & typeof import('../../catalog/index.ts')> => {
  const [hub, catalog] = await Promise.all([import('../../engine/hub/index.ts'), import('../../catalog/index.ts')]);
  return { ...hub, ...catalog };
};

/** Docker Hub of a World; its code and the catalogue are fetched when someone first asks for it. */
export class LazyHub implements HubDoor {
  readonly #before: HubState;
  #hub: Hub | undefined;

  constructor(state: HubState) {
    this.#before = state;
  }

  /** How it stands now, as the World keeps it. */
  get state(): HubState {
    return this.#hub?.state ?? this.#before;
  }

  *open(): Step<Hub> {
    if (this.#hub !== undefined) return this.#hub;
    const { Hub: Opened, catalog } = yield* load(hubCode);
    return (this.#hub ??= new Opened(catalog, this.#before));
  }

  /** The way of engines to it. */
  readonly connector: Connector = (daemon, domain) => this.#connect(daemon, domain);

  *#connect(...[daemon, domain]: Parameters<Connector>): ReturnType<Connector> {
    if (domain !== DEFAULT_DOMAIN) return undefined;
    const { hubRemote } = yield* load(hubCode);
    return hubRemote(yield* this.open(), daemon);
  }
}
