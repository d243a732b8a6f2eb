import type { Container } from '../../container/index.ts';
import { createContainer, defaultHostConfig, killContainer, removeContainer, startContainer } from '../../daemon/container/index.ts';
import { containerEvent } from '../../daemon/events/index.ts';
import type { Daemon, LiveContainer } from '../../daemon/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type Process, SIGNALS, type Step } from '../../kernel/index.ts';
import { type Image, mustGet } from '../../store/index.ts';
import { type Draft, runConfigOf } from '../draft.ts';
import type { ClassicEvent } from './event.ts';

/** The image record of a scratch stage that has made nothing yet: it has no layers and is in no store. */
const SCRATCH: Image = {
  id: '' as ImageID,
  configText: '',
  config: { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } },
  parent: undefined,
  lastTagged: undefined,
};

export const imageOrScratch = (daemon: Daemon, id: ImageID | ''): Image => (id === '' ? SCRATCH : mustGet(daemon.state.images.images, id));

/** The containers a build has made and not removed yet. Source: moby builder/dockerfile/containerbackend.go. */
export class StepContainers {
  readonly #daemon: Daemon;
  readonly #network: string;
  readonly #extraHosts: readonly string[];
  #ids: string[] = [];

  constructor(daemon: Daemon, options: { network: string; extraHosts: readonly string[] }) {
    this.#daemon = daemon;
    this.#network = options.network;
    this.#extraHosts = options.extraHosts;
  }

  create(image: ImageID | '', config: Draft): Container {
    const container = createContainer(this.#daemon, {
      image: imageOrScratch(this.#daemon, image),
      imageRef: image,
      config: runConfigOf(config),
      hostConfig: {
        ...defaultHostConfig,
        NetworkMode: this.#network === '' || this.#network === 'default' ? 'bridge' : this.#network,
        LogConfig: { Type: 'none', Config: {} },
        ...(this.#extraHosts.length === 0 ? {} : { ExtraHosts: this.#extraHosts }),
      },
    });
    this.#ids.push(container.id);
    return container;
  }

  /** Starts a container and passes its output on until it ends. Gives its exit code. Throws DockerError when it cannot be started. */
  *run(container: Container, owner: Process, emit: (event: ClassicEvent) => Step<void>): Step<number> {
    containerEvent(this.#daemon, container, 'attach');
    const live = this.#start(container);
    const output = live.streams.subscribe(owner);
    const ended = (): boolean => this.#daemon.live.get(container.id) !== live;
    try {
      for (;;) {
        for (const { stream, bytes } of output.take()) yield* emit({ type: 'output', stream, bytes });
        if (output.waiting) continue;
        if (ended()) break;
        yield { ready: () => output.waiting || ended() };
      }
    } finally {
      live.streams.unsubscribe(owner);
      if (!ended()) yield* this.#takeDown(container);
    }
    return this.#daemon.state.containers.get(container.id)?.state.exitCode ?? 0;
  }

  /** The build was cancelled while this runs: it goes at once, whatever is said of containers left behind. Source: containerbackend.go Run. */
  *#takeDown({ id }: Container): Step<void> {
    const running = this.#daemon.state.containers.get(id);
    if (running === undefined) return;
    this.#ids = this.#ids.filter((one) => one !== id);
    yield* killContainer(this.#daemon, running, SIGNALS.KILL);
    const killed = this.#daemon.state.containers.get(id);
    if (killed !== undefined) removeContainer(this.#daemon, killed, { volumes: true });
  }

  /** The build's exit code is not the runtime's. */
  #start(container: Container): LiveContainer {
    try {
      return startContainer(this.#daemon, container, { buildStep: true });
    } catch (error) {
      if (error instanceof DockerError) throw new DockerError(error.code, error.message);
      throw error;
    }
  }

  *removeAll(emit: (event: ClassicEvent) => Step<void>): Step<void> {
    const ids = this.#ids;
    this.#ids = [];
    for (const id of ids) {
      const container = this.#daemon.state.containers.get(id);
      if (container === undefined) continue;
      removeContainer(this.#daemon, container, { volumes: true });
      yield* emit({ type: 'removed', container: id });
    }
  }
}

export const unsupported = (option: string): DockerError =>
  new DockerError(
    'InvalidArgument',
    `the --${option} option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled`,
  );
