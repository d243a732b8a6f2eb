import { usesContainerd } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import { type CacheKey, chainID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process, Step } from '../../kernel/index.ts';
import type { Layer } from '../../layer/index.ts';
import { type Image, imageTree, stackOf, topOf } from '../../store/index.ts';
import type { Tree } from '../../tree/index.ts';
import { type CacheRecord, useSource } from '../cache.ts';
import { imageKey } from '../cache-usage.ts';
import { selectContent, selectedPaths } from '../files/content-digest.ts';
import type { MissReason } from '../miss.ts';
import { type BuildTracer, causeOf, type LayerTrace } from '../trace/index.ts';
import { cacheKey, explainMiss, type KeyParts, stepText } from './cache-key.ts';
import { CANCELED, SolveError } from './error.ts';
import type { BuildEvent } from './event.ts';
import { killedText, runExec } from './exec-step.ts';
import { runFileActions } from './file-step.ts';
import { graphOf, inputsOf, isStep, readsOf, type StepOperation } from './graph.ts';
import { type Ref, scratchRef } from './ref.ts';
import { RemoteSources } from './remote-sources.ts';
import { stepLayer } from './step-layer.ts';
import { StepLog } from './step-log.ts';
import type { CopyAction, ExecMount, Source, Vertex } from './vertex.ts';

export interface SolverPorts {
  readonly daemon: Daemon;
  readonly process: Process;
  readonly emit: (event: BuildEvent) => Step<void>;
  /** The build context, loaded when first needed. */
  readonly context: () => Step<Tree>;
  /** The same without a word: to know beforehand what the cache has. */
  readonly contextTree: () => Tree;
  readonly secret: (id: string) => Uint8Array | undefined;
  readonly noCache: boolean;
  readonly tracer?: BuildTracer;
}

/** Solves vertices: each once, what it needs first, from the cache when its key is known. What was made before a failure stays in the cache. */
export class Solver {
  readonly #ports: SolverPorts;
  readonly #solved = new Map<Vertex, Ref>();
  readonly #shown = new Set<CacheKey>();
  /** Steps done in this build: an equal one elsewhere is the same step. */
  readonly #steps = new Map<CacheKey, Ref>();
  readonly #peeked = new Map<Vertex, Ref | 'miss'>();
  /** Cache mounts that steps without the cache have begun anew. */
  readonly #emptied = new Set<string>();
  #graph: ReadonlySet<Vertex> = new Set();
  #vertices = 0;
  #context: Tree | undefined;

  readonly #remote: RemoteSources;

  constructor(ports: SolverPorts) {
    this.#ports = ports;
    this.#remote = new RemoteSources(ports, () => this.next());
  }

  /** The number the next progress line gets. */
  next(): number {
    return ++this.#vertices;
  }

  get #now(): number {
    return this.#ports.daemon.now();
  }

  /** The files of the build context that steps ask for: only these are sent. */
  contextFiles(tree: Tree): ReadonlySet<string> {
    const out = new Set<string>();
    for (const { operation } of this.#graph)
      for (const { from, path, options } of isStep(operation) ? readsOf(operation) : [])
        if (from.kind === 'context') for (const found of selectedPaths(tree, path, options)) out.add(found);
    return out;
  }

  /** The paths of the context that steps read, as patterns for the client. */
  contextPaths(): string[] {
    const paths = [...this.#graph].flatMap(({ operation }) => (isStep(operation) ? readsOf(operation) : []));
    return [...new Set(paths.flatMap(({ from, path }) => (from.kind === 'context' ? [path.replace(/^\/+/, '')] : [])))].sort();
  }

  /** Refuses a graph that cannot be run at all, before any of it runs. */
  check(vertices: readonly Vertex[]): void {
    this.#graph = graphOf(vertices);
    for (const step of this.#graph)
      if (step.operation.kind === 'exec' && step.operation.args.length === 0)
        throw new SolveError('failed to marshal LLB definition: arguments are required');
  }

  *solve(vertex: Vertex): Step<Ref> {
    const known = this.#solved.get(vertex);
    if (known !== undefined) return known;
    const chain: Vertex[] = [];
    for (let at: Vertex | undefined = vertex; at !== undefined && !this.#solved.has(at); ) {
      chain.push(at);
      at = isStep(at.operation) ? at.operation.base : undefined;
    }
    for (const step of chain.reverse()) {
      const ref = yield* this.#one(step);
      this.#solved.set(step, ref);
      this.#ports.tracer?.reached(step, ref.tree);
    }
    return this.#solved.get(vertex)!;
  }

  *#one(vertex: Vertex): Step<Ref> {
    const { operation } = vertex;
    if (operation.kind === 'scratch') return scratchRef(this.#now);
    if (operation.kind === 'image') return yield* this.#image(vertex, operation.image);
    const base = yield* this.solve(operation.base);
    yield* this.#remote.fetchAll([...this.#graph, vertex]);
    return yield* this.#step(vertex, this.#remote.located(operation), base);
  }

  /** An image is shown once, as cached when its files are needed and an earlier build has needed them before. */
  *#image(vertex: Vertex, image: Image): Step<Ref> {
    const ref = imageRef(this.#ports.daemon, image);
    this.#ports.tracer?.set(vertex, { ground: groundOf(this.#ports.daemon, image) });
    if (this.#shown.has(ref.key!)) return ref;
    this.#shown.add(ref.key!);
    this.#noteBase(vertex, image, ref);
    const number = this.next();
    const { emit, daemon } = this.#ports;
    const before = [...daemon.state.cache.records.values()].some((record) => record.parent === ref.key);
    if (before && this.#isLoaded(ref.key!)) yield* emit({ type: 'cached', vertex: number, name: vertex.name, time: this.#now });
    else {
      yield* emit({ type: 'started', vertex: number, name: vertex.name, time: this.#now });
      yield* emit({ type: 'done', vertex: number, time: this.#now });
    }
    return ref;
  }

  /** The base image as the cache lists it: nothing of its own when it is an image of the engine. */
  #noteBase({ name }: Vertex, image: Image, { key, base }: Ref): void {
    const { daemon } = this.#ports;
    const here = !usesContainerd(daemon) && daemon.state.images.images.has(image.id);
    const size =
      here || base === undefined
        ? 0
        : stackOf(image).reduce((sum, id) => sum + (daemon.state.images.snapshots.get(id)?.layer.size ?? 0), 0);
    const description = here ? 'from local ' : `pulled from ${name.replace(/^.*\bFROM /, '')}`;
    daemon.update({ cache: useSource(daemon.state.cache, key!, { type: 'regular', description, size, mutable: false }, this.#now) });
  }

  /** Whether a step that stands on an image or takes files from it has to run. */
  #isLoaded(key: CacheKey): boolean {
    for (const step of this.#graph) {
      const uses = inputsOf(step).some(
        ({ operation }) => operation.kind === 'image' && imageRef(this.#ports.daemon, operation.image).key === key,
      );
      if (uses && this.#peek(step) === undefined) return true;
    }
    return false;
  }

  /** What a vertex gives when nothing has to run for it; undefined when something has. */
  #peek(vertex: Vertex): Ref | undefined {
    const { operation } = vertex;
    if (operation.kind === 'scratch') return scratchRef(this.#now);
    if (operation.kind === 'image') return imageRef(this.#ports.daemon, operation.image);
    if (vertex.ignoreCache || this.#ports.noCache) return undefined;
    const known = this.#peeked.get(vertex);
    if (known !== undefined) return known === 'miss' ? undefined : known;
    const ref = this.#lookUp(operation);
    this.#peeked.set(vertex, ref ?? 'miss');
    return ref;
  }

  #lookUp(operation: StepOperation): Ref | undefined {
    const base = this.#peek(operation.base);
    if (base === undefined) return undefined;
    const trees = new Map<Source, Tree>();
    for (const { from: source } of readsOf(operation)) {
      const tree = this.#known(source);
      if (tree === undefined) return undefined;
      trees.set(source, tree);
    }
    try {
      const record = this.#ports.daemon.state.cache.records.get(cacheKey(this.#key(this.#remote.located(operation), base, trees).parts));
      return record === undefined ? undefined : refOf(base, record);
    } catch (error) {
      // A malformed pattern, complained of when the context is loaded.
      if (error instanceof DockerError) return undefined;
      throw error;
    }
  }

  /** The tree of a source without a word; undefined when something has to run for it. */
  #known(source: Source): Tree | undefined {
    if (source.kind === 'tree') return source.tree;
    if (source.kind === 'context') return this.#ports.contextTree();
    return source.kind === 'http' ? this.#remote.tree(source) : this.#peek(source.vertex)?.tree;
  }

  *#step(vertex: Vertex, operation: StepOperation, base: Ref): Step<Ref> {
    const { daemon, emit, tracer } = this.#ports;
    const trees = yield* this.#inputs(operation);
    const { parts, sources } = this.#key(operation, base, trees);
    const key = cacheKey(parts);
    const same = this.#steps.get(key);
    tracer?.set(vertex, { sources });
    if (same !== undefined) {
      tracer?.set(vertex, { state: 'same', ...layerOf(same) });
      return same;
    }
    const hit = vertex.ignoreCache || this.#ports.noCache ? undefined : daemon.state.cache.records.get(key);
    const number = this.next();
    if (hit !== undefined) {
      this.#touch(hit);
      yield* emit({ type: 'cached', vertex: number, name: vertex.name, time: this.#now });
      const ref = refOf(base, hit);
      this.#steps.set(key, ref);
      tracer?.set(vertex, { state: 'cached', ...layerOf(ref) });
      return ref;
    }
    const description = vertex.name.replace(/^\[[^\]]*\] /, '');
    const because: MissReason =
      vertex.ignoreCache || this.#ports.noCache ? { kind: 'no-cache' } : explainMiss(daemon.state.cache, parts, sources, description);
    yield* emit({ type: 'started', vertex: number, name: vertex.name, time: this.#now, because });
    tracer?.began(vertex, causeOf(because, daemon.state.cache, { ...parts, sources }), this.#now);
    const logs = new StepLog(this.#now);
    let over = false;
    try {
      const tree = yield* this.#run(vertex, operation, base, trees, number, logs);
      const layer = stepLayer(daemon, base, tree);
      const record = this.#remember(key, parts, sources, description, aboutStep(vertex), layer, tree);
      yield* emit({ type: 'done', vertex: number, time: this.#now });
      const ref = refOf(base, record);
      this.#steps.set(key, ref);
      tracer?.ended(vertex, 'ran', this.#now);
      tracer?.set(vertex, layerOf(ref));
      over = true;
      return ref;
    } catch (error) {
      over = true;
      if (!(error instanceof SolveError)) throw error;
      tracer?.ended(vertex, 'failed', this.#now);
      tracer?.set(vertex, { error: error.message });
      yield* emit({ type: 'failed', vertex: number, message: error.message, time: this.#now });
      throw new SolveError(error.prefix + error.message, {
        lines: vertex.lines === undefined ? [] : [vertex.lines],
        step: { name: vertex.name, logs: logs.last() },
      });
    } finally {
      if (!over) yield* this.#canceled(vertex, number);
    }
  }

  /** The client went away while the step ran. */
  *#canceled(vertex: Vertex, number: number): Step<void> {
    const { emit, tracer } = this.#ports;
    const { operation } = vertex;
    const killed = operation.kind === 'exec' ? `${killedText(operation.args)}: ${CANCELED}: ` : '';
    tracer?.ended(vertex, 'failed', this.#now);
    tracer?.set(vertex, { error: CANCELED });
    yield* emit({ type: 'failed', vertex: number, message: killed + CANCELED, time: this.#now, canceled: true });
  }

  *#run(vertex: Vertex, operation: StepOperation, base: Ref, trees: ReadonlyMap<Source, Tree>, number: number, logs: StepLog): Step<Tree> {
    const { daemon, process, emit, secret, tracer } = this.#ports;
    const missing = this.#missing(operation, trees);
    if (missing !== undefined) throw this.#checksumError(missing);
    if (operation.kind === 'file')
      return runFileActions(
        base.tree,
        operation.actions,
        (action: CopyAction) => trees.get(action.from)!,
        this.#now,
        `/var/lib/docker/overlay2/${daemon.newID().slice(0, 25)}/merged`,
      );
    return yield* runExec(base.tree, operation, {
      daemon,
      process,
      sourceTree: (mount: ExecMount) => trees.get(mount.from!)!,
      secret,
      ...(vertex.ignoreCache || this.#ports.noCache ? { emptied: this.#emptied } : {}),
      log: (stream, bytes) => {
        logs.add(bytes, this.#now);
        tracer?.log(vertex, stream, bytes, this.#now);
        return emit({ type: 'log', vertex: number, stream, bytes, time: this.#now });
      },
    });
  }

  /** The source of a copy or mount that is not there: found when its checksum is taken, before the step runs. */
  #missing(operation: StepOperation, trees: ReadonlyMap<Source, Tree>): string | undefined {
    for (const { from, required, options } of readsOf(operation))
      for (const path of required) if (!selectContent(trees.get(from)!, path, options).found) return path;
    return undefined;
  }

  #checksumError(path: string): SolveError {
    const ref = `${this.#ports.daemon.newID().slice(0, 25)}::${this.#ports.daemon.newID().slice(0, 25)}`;
    const message = `failed to calculate checksum of ref ${ref}: "${path.replace(/\/+$/, '') || '/'}": not found`;
    return new SolveError(message, { prefix: 'failed to compute cache key: ' });
  }

  /** The trees that a step's copies and mounts read. */
  *#inputs(operation: StepOperation): Step<Map<Source, Tree>> {
    const out = new Map<Source, Tree>();
    for (const { from: source } of readsOf(operation)) {
      if (source.kind === 'tree') out.set(source, source.tree);
      else if (source.kind === 'context') out.set(source, (this.#context ??= yield* this.#ports.context()));
      else if (source.kind === 'http') out.set(source, yield* this.#remote.fetch(source));
      else out.set(source, (yield* this.solve(source.vertex)).tree);
    }
    return out;
  }

  #key(operation: StepOperation, base: Ref, trees: ReadonlyMap<Source, Tree>): { parts: KeyParts; sources: Map<string, string> } {
    const content: string[] = [];
    const sources = new Map<string, string>();
    for (const { from, path, options } of readsOf(operation)) {
      const selection = selectContent(trees.get(from)!, path, options);
      content.push(selection.digest);
      for (const [file, digest] of selection.files) sources.set(file, digest);
    }
    const env = operation.kind === 'exec' ? operation.env : [];
    return { parts: { parent: base.key, step: stepText(operation), env, content }, sources };
  }

  #remember(
    key: CacheKey,
    parts: KeyParts,
    sources: ReadonlyMap<string, string>,
    description: string,
    about: string,
    layer: Layer,
    tree: Tree,
  ): CacheRecord {
    const { daemon } = this.#ports;
    const now = this.#now;
    const record: CacheRecord = {
      key,
      parent: parts.parent,
      description,
      about,
      step: parts.step,
      env: parts.env,
      sources,
      layer,
      tree,
      created: now,
      lastUsed: now,
      uses: 1,
    };
    const records = new Map(daemon.state.cache.records);
    records.delete(key);
    daemon.update({ cache: { ...daemon.state.cache, records: records.set(key, record) } });
    return record;
  }

  #touch(record: CacheRecord): void {
    const { daemon } = this.#ports;
    const records = new Map(daemon.state.cache.records);
    records.set(record.key, { ...record, lastUsed: this.#now, uses: record.uses + 1 });
    daemon.update({ cache: { ...daemon.state.cache, records } });
  }
}

const imageRef = ({ state }: Daemon, image: Image): Ref => {
  const top = topOf(image);
  return { key: imageKey(top ?? image.id), base: top, layers: [], tree: imageTree(state.images, image) };
};

/** The layer a result ends with. */
function layerOf({ base, layers }: Ref): { readonly layer?: LayerTrace } {
  let id = base;
  for (const { layer } of layers) id = chainID(id, layer.diffID);
  const top = layers.at(-1)?.layer;
  return top === undefined || id === undefined ? {} : { layer: { diffID: top.diffID, chainID: id, size: top.size } };
}

const groundOf = ({ state }: Daemon, image: Image): LayerTrace[] =>
  stackOf(image).flatMap((id) => {
    const layer = state.images.snapshots.get(id)?.layer;
    return layer === undefined ? [] : [{ diffID: layer.diffID, chainID: id, size: layer.size }];
  });

/** A step as the cache describes what it made. */
const aboutStep = ({ name, operation }: Vertex): string =>
  operation.kind === 'exec' ? `mount / from exec ${operation.args.join(' ')}` : name.replace(/^\[(?=\s*\d+\/\d)/, '[stage-0 ');

const refOf = (base: Ref, record: CacheRecord): Ref => ({
  key: record.key,
  base: base.base,
  layers: [...base.layers, { layer: record.layer, created: record.created }],
  tree: record.tree,
});
