import type { Step } from '../../kernel/index.ts';
import type { Tree } from '../../tree/index.ts';
import { fetchRemote, type RemoteFile } from '../remote-file.ts';
import { SolveError } from './error.ts';
import type { SolverPorts } from './solve.ts';
import type { Operation, Source, Vertex } from './vertex.ts';

type HttpSource = Extract<Source, { kind: 'http' }>;

/** The URLs of one build: each step's is fetched once, before any step runs, as its cache key depends on the content. Source: buildkit source/http. */
export class RemoteSources {
  readonly #ports: SolverPorts;
  readonly #next: () => number;
  readonly #files = new Map<HttpSource, RemoteFile>();

  /** `next` numbers progress lines. */
  constructor(ports: SolverPorts, next: () => number) {
    this.#ports = ports;
    this.#next = next;
  }

  /** What has been fetched. */
  tree(source: HttpSource): Tree | undefined {
    return this.#files.get(source)?.tree;
  }

  /** Fetches what the steps of a graph need and have not got. Throws SolveError. */
  *fetchAll(graph: readonly Vertex[]): Step<void> {
    for (const { operation } of graph) {
      if (operation.kind !== 'file') continue;
      for (const action of operation.actions) if (action.kind === 'copy' && action.from.kind === 'http') yield* this.fetch(action.from);
    }
  }

  /** The tree with the one file of a URL. Throws SolveError. */
  *fetch(source: HttpSource): Step<Tree> {
    const known = this.#files.get(source);
    if (known !== undefined) return known.tree;
    const { emit, process, daemon } = this.#ports;
    const vertex = this.#next();
    yield* emit({ type: 'started', vertex, name: source.name, time: daemon.now(), because: { kind: 'first-build' } });
    const found = yield* fetchRemote(process, source.url);
    let problem: SolveError | undefined;
    const step = { step: { name: source.name, logs: [] } };
    if (typeof found === 'string') problem = new SolveError(`failed to load cache key: ${found}`, step);
    else if ('status' in found) problem = new SolveError(`failed to load cache key: invalid response status ${found.status}`, step);
    else if (source.checksum !== '' && source.checksum !== found.digest)
      problem = new SolveError(`digest mismatch ${found.digest}: ${source.checksum}`, step);
    if (problem !== undefined) {
      yield* emit({ type: 'failed', vertex, message: problem.message.replace(/^failed to load cache key: /, ''), time: daemon.now() });
      throw problem;
    }
    yield* emit({ type: 'done', vertex, time: daemon.now() });
    const file = found as RemoteFile;
    this.#files.set(source, file);
    return file.tree;
  }

  /** An operation whose copies from URLs name the file that was fetched. */
  located<T extends Operation>(operation: T): T {
    if (operation.kind !== 'file') return operation;
    const actions = operation.actions.map((action) => {
      if (action.kind !== 'copy' || action.from.kind !== 'http') return action;
      const file = this.#files.get(action.from);
      return file === undefined ? action : { ...action, src: `/${file.name}` };
    });
    return { ...operation, actions };
  }
}
