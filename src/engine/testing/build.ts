import './preload.ts';
import { type BuildEvent, type BuildkitOutcome, buildBuildkit, buildClassic, type ClassicEvent, printClassic } from '../build/index.ts';
import { Daemon } from '../daemon/index.ts';
import type { ImageID } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { Kernel, Namespace, type Process, plainFileSystem, type Step } from '../kernel/index.ts';
import { diff, makeLayer, packEntries } from '../layer/index.ts';
import { withPrograms } from '../programs/index.ts';
import { addImage, addLayer, emptyStore, type Image, imageTree, setTag } from '../store/index.ts';
import { readBody, resolveIn, Tree, TreeEdit, textBody } from '../tree/index.ts';
import { emptyEngine } from '../world/index.ts';
import { busyboxTree } from './machine.ts';

const START = 1_760_000_000;

/** A tree of text files: `{ 'a/b': 'text' }`. */
export function filesTree(files: Readonly<Record<string, string>>): Tree {
  const edit = new TreeEdit(Tree.empty());
  for (const [path, text] of Object.entries(files)) {
    let dir = 1;
    const parts = path.split('/');
    const name = parts.pop()!;
    for (const part of parts) {
      dir = edit.child(dir, part)?.ino ?? edit.create(dir, part, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: START });
    }
    edit.create(dir, name, { kind: 'file', body: textBody(text), mode: 0o644, uid: 0, gid: 0, mtime: START });
  }
  return edit.tree();
}

/** An engine with busybox and both builders, for tests. */
export class BuildBench {
  readonly daemon: Daemon;
  readonly events: BuildEvent[] = [];
  readonly classicEvents: ClassicEvent[] = [];
  #kernel: Kernel;

  constructor() {
    const layer = makeLayer(packEntries(diff(Tree.empty(), busyboxTree())));
    const added = addLayer(emptyStore, undefined, layer);
    const text = JSON.stringify({
      architecture: 'amd64',
      config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Cmd: ['sh'] },
      created: '2025-01-01T00:00:00Z',
      history: [{ created: '2025-01-01T00:00:00Z', comment: 'Imported from -' }],
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [layer.diffID] },
    });
    const { store, image } = addImage(added.store, text);
    const images = setTag(store, 'docker.io/library/busybox:latest', image.id, START);
    this.#kernel = new Kernel({ programs: withPrograms({}), now: START, seed: 1 });
    this.daemon = new Daemon({
      kernel: this.#kernel,
      hostFiles: plainFileSystem('ext4'),
      network: { registries: new Map() },
      state: { ...emptyEngine, images },
      seed: 1,
    });
  }

  /** Builds with BuildKit; events of this build only are in `events`. */
  buildkit(
    dockerfile: string,
    context: Tree = Tree.empty(),
    options: { args?: Record<string, string>; target?: string; noCache?: boolean; secrets?: Record<string, string> } = {},
  ): BuildkitOutcome {
    this.events.length = 0;
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    return this.#run((process) =>
      buildBuildkit(
        this.daemon,
        process,
        {
          dockerfile: encode(dockerfile),
          dockerfileName: 'Dockerfile',
          context: () => context,
          ignoreSize: undefined,
          secrets: new Map(Object.entries(options.secrets ?? {}).map(([id, text]) => [id, encode(text)])),
          tags: [],
          args: new Map(Object.entries(options.args ?? {})),
          labels: new Map(),
          target: options.target ?? '',
          noCache: options.noCache ?? false,
          cacheFrom: [],
          pull: false,
          platform: '',
          network: '',
          fetch: missing,
          store: true,
        },
        this.#collect(this.events),
      ),
    );
  }

  /** Builds with the classic builder; the text it printed. */
  classic(dockerfile: string, context: Tree = Tree.empty()): { text: string; image: ImageID | undefined; error: DockerError | undefined } {
    this.classicEvents.length = 0;
    const outcome = this.#run((process) =>
      buildClassic(
        this.daemon,
        process,
        {
          dockerfile: new TextEncoder().encode(dockerfile),
          dockerfileName: 'Dockerfile',
          context,
          tags: [],
          args: new Map(),
          labels: new Map(),
          target: '',
          noCache: false,
          cacheFrom: [],
          pull: false,
          platform: '',
          network: '',
          fetch: missing,
        },
        { removal: 'on-success' },
        this.#collect(this.classicEvents),
      ),
    );
    const text = this.classicEvents.map((event) => new TextDecoder().decode(printClassic(event))).join('');
    return { text, image: outcome.ok ? outcome.image : undefined, error: outcome.ok ? undefined : outcome.error };
  }

  image(id: ImageID): Image {
    return this.daemon.state.images.images.get(id)!;
  }

  /** A text file of an image. */
  read(id: ImageID, path: string): string {
    const inode = resolveIn(imageTree(this.daemon.state.images, this.image(id)), path);
    return inode?.kind === 'file' ? new TextDecoder().decode(readBody(inode.body)) : '';
  }

  /** Names of the steps that came from the cache. */
  cached(): string[] {
    return this.events.flatMap((event) => (event.type === 'cached' ? [event.name] : []));
  }

  #collect<T>(list: T[]): (event: T) => Step<void> {
    return function* (event) {
      list.push(event);
    };
  }

  #run<T>(work: (process: Process) => Step<T>): T {
    const ns = new Namespace({ id: 'host', hostname: 'host', root: plainFileSystem('ext4') });
    const process = this.#kernel.start({ ns, argv: ['docker'], env: new Map(), credentials: { uid: 0, gid: 0, groups: [] }, files: [] });
    let result: { value: T } | undefined;
    process.run = (function* () {
      result = { value: yield* work(process) };
      return 0;
    })();
    for (let turns = 0; process.status === undefined; turns++) {
      if (turns > 500_000) throw new Error('the build does not end');
      if (this.#kernel.step()) continue;
      const next = this.#kernel.nextDeadline();
      if (next === undefined) throw new Error('the build waits for ever');
      this.#kernel.advance(next);
    }
    return result!.value;
  }
}

function* missing(reference: string): Step<Image> {
  throw new DockerError('NotFound', `${reference} is not here`);
}
