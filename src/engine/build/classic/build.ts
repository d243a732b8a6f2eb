import { imageEvent } from '../../daemon/events/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import type { ImageID } from '../../digest/index.ts';
import {
  type Dockerfile,
  DockerfileError,
  environmentOfMap,
  expandWord,
  parseDockerfile,
  parsePlatform,
  type Stage,
  type StageInstruction,
} from '../../dockerfile/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process, Step } from '../../kernel/index.ts';
import { familiarString, fromCanonical } from '../../reference/index.ts';
import { type Image, imageTree, mustGet, setTag } from '../../store/index.ts';
import { Tree } from '../../tree/index.ts';
import { findLocalImage } from '../base-image.ts';
import type { Draft } from '../draft.ts';
import type { MissReason } from '../miss.ts';
import type { BuildOutcome, BuildRequest } from '../request.ts';
import { contextTrace } from '../trace/index.ts';
import { BuildArgs } from './build-args.ts';
import { StepCache } from './cache.ts';
import { type ClassicBuild, dispatch, runTriggers } from './dispatch.ts';
import type { ClassicEvent } from './event.ts';
import { explainMiss } from './explain.ts';
import { StepContainers } from './run-step.ts';
import { beginStage, type StageState } from './stage.ts';
import { FinishedStages } from './stages.ts';
import { StepTracer } from './step-tracer.ts';

export interface ClassicOptions {
  /** `always`: --force-rm. `never`: --rm=false. */
  readonly removal: 'always' | 'on-success' | 'never';
}

/**
 * Builds as `docker build` with DOCKER_BUILDKIT=0 does: instruction by instruction, each an image of its own. Images made before a failure stay.
 * Source: moby builder/dockerfile.
 */
export function* buildClassic(
  daemon: Daemon,
  process: Process,
  request: BuildRequest,
  options: ClassicOptions,
  emit: (event: ClassicEvent) => Step<void>,
): Step<BuildOutcome> {
  const builder = new ClassicBuilder(daemon, process, request, options, emit);
  try {
    return { ok: true, image: yield* builder.build() };
  } catch (error) {
    builder.failed(error);
    if (error instanceof DockerError) return { ok: false, error };
    if (error instanceof DockerfileError) return { ok: false, error: new DockerError('InvalidArgument', error.message) };
    throw error;
  }
}

class ClassicBuilder {
  readonly #daemon: Daemon;
  readonly #request: BuildRequest;
  readonly #emit: (event: ClassicEvent) => Step<void>;
  readonly #stages = new FinishedStages();
  readonly #cache: StepCache;
  readonly #build: Omit<ClassicBuild, 'escapeToken'>;
  readonly #cacheUsed: boolean;
  readonly #traced: StepTracer;
  /** The variables of the instruction at hand, for telling why it runs. */
  #env: readonly string[] = [];

  constructor(daemon: Daemon, process: Process, request: BuildRequest, options: ClassicOptions, emit: (event: ClassicEvent) => Step<void>) {
    this.#daemon = daemon;
    this.#request = request;
    this.#traced = new StepTracer(daemon, request.tracer);
    const traced = this.#traced;
    const env = (): readonly string[] => this.#env;
    this.#emit = (event) => {
      traced.heard(event, env());
      return emit(event);
    };
    this.#cacheUsed = !request.noCache;
    this.#cache = new StepCache(daemon, { off: request.noCache, from: request.cacheFrom });
    this.#build = {
      daemon,
      process,
      context: request.context,
      contextSums: request.contextSums ?? new Map(),
      cache: this.#cache,
      containers: new StepContainers(daemon, { network: request.network, extraHosts: request.extraHosts ?? [] }),
      emit: this.#emit,
      removal: options.removal,
      sourceOf: (from) => this.#sourceOf(from),
      because: (parent, config) => this.#because(parent, config),
      traced: this.#traced,
    };
  }

  /** The instruction at hand did not come to its end. */
  failed(error: unknown): void {
    this.#traced.failed(error);
  }

  *build(): Step<ImageID> {
    const file = parseDockerfile(this.#request.dockerfile);
    this.#traceStart(file);
    if (file.error !== undefined) {
      const prefix = file.error === file.syntaxError ? `failed to parse ${this.#request.dockerfileName}: ` : '';
      throw new DockerError('InvalidArgument', prefix + file.error.message);
    }
    const stages = this.#untilTarget(file.stages);
    this.#traced.skipped(stages.length, file.stages.length);
    const labels = [...this.#request.labels].sort(([a], [b]) => (a < b ? -1 : 1));
    const total = file.metaArgs.length + stages.reduce((sum, stage) => sum + 1 + stage.instructions.length, 0) + labels.length;
    for (const { message } of file.warnings) yield* this.#note('stderr', `[WARNING]: ${message}\n`);
    if (file.warnings.length > 0)
      yield* this.#note('stderr', '[WARNING]: Empty continuation lines will become errors in a future release.\n');
    let number = 1;
    const build: ClassicBuild = { ...this.#build, escapeToken: file.escapeToken };
    const args = new BuildArgs(this.#request.args);
    const step = (source: string): Step<void> => this.#emit({ type: 'step', number: number++, total, source });
    for (const meta of file.metaArgs) {
      yield* step(meta.source);
      for (const { key, value } of meta.args) args.addMeta(key, value === undefined ? undefined : this.#word(value, args.allowed(), build));
    }
    let state: StageState | undefined;
    for (const [index, stage] of stages.entries()) {
      this.#stages.checkName(stage.from.stage);
      this.#traced.stage(index);
      const place = { number, total };
      yield* step(stage.from.source);
      state = yield* this.#begin(build, stage, args, place);
      yield* this.#emit({ type: 'image', image: state.image });
      const instructions: { i: StageInstruction; literal: boolean }[] = stage.instructions.map((i) => ({ i, literal: false }));
      if (index === stages.length - 1)
        for (const [key, value] of labels) instructions.push({ i: labelInstruction(key, value, stage), literal: true });
      for (const { i, literal } of instructions) {
        this.#traced.enter(i, false, { number, total });
        yield* step(i.source);
        yield* dispatch(build, state, i, literal);
        this.#traced.leave(state);
        yield* this.#emit({ type: 'image', image: state.image });
      }
      this.#stages.add(stage.from.stage, state.image);
    }
    const unused = args.unused();
    if (unused.length > 0) yield* this.#note('stdout', `[Warning] One or more build-args [${unused.join(' ')}] were not consumed\n`);
    // The engine's handler falls over a stage that is not there, and the connection ends.
    if (state === undefined) throw new DockerError('System', 'unexpected EOF');
    if (state.image === '') throw new DockerError('System', 'No image was generated. Is your Dockerfile empty?');
    yield* this.#finish(state.image);
    return state.image;
  }

  #traceStart(file: Dockerfile): void {
    const { tracer, contextSource, context } = this.#request;
    tracer?.parsed(file);
    if (tracer !== undefined && contextSource !== undefined) tracer.context = contextTrace(contextSource, context);
  }

  #untilTarget(stages: readonly Stage[]): readonly Stage[] {
    const { target } = this.#request;
    if (target === '') return stages;
    const wanted = target.toLowerCase();
    const at = stages.findLastIndex((stage) => stage.from.stage !== '' && stage.from.stage.toLowerCase() === wanted);
    if (at < 0) throw new DockerError('InvalidArgument', `target stage "${target}" could not be found`);
    return stages.slice(0, at + 1);
  }

  *#begin(
    build: ClassicBuild,
    stage: Stage,
    args: BuildArgs,
    place: { readonly number: number; readonly total: number },
  ): Step<StageState> {
    this.#cache.reset();
    const base = yield* this.#base(build, stage, args);
    const state = beginStage(base, args.forStage());
    const triggers = state.draft.onBuild ?? [];
    state.draft.image = state.image;
    this.#traced.based(state, base, place.number, place.total);
    if (triggers.length > 0) {
      state.draft.onBuild = undefined;
      yield* runTriggers(build, state, triggers);
    }
    state.draft.image = state.image;
    return state;
  }

  *#base(build: ClassicBuild, stage: Stage, args: BuildArgs): Step<Image | undefined> {
    const platform = this.#word(stage.from.platform, args.meta(), build);
    const parsed = platform === '' ? undefined : parsePlatform(platform);
    if (parsed?.ok === false) throw new DockerError('InvalidArgument', `failed to parse platform ${platform}: ${parsed.error}`);
    const name = this.#word(stage.from.base, args.meta(), build);
    if (name === '') throw new DockerError('InvalidArgument', `base name (${stage.from.base}) should not be blank`);
    const earlier = this.#stages.byName(name);
    if (earlier !== undefined) return earlier === '' ? undefined : mustGet(this.#daemon.state.images.images, earlier);
    if (name === 'scratch') return undefined;
    return yield* this.#image(name);
  }

  *#image(name: string): Step<Image> {
    const local = this.#request.pull ? undefined : findLocalImage(this.#daemon.state.images, name);
    return local ?? (yield* this.#request.fetch(name, this.#request.platform));
  }

  *#sourceOf(from: string): Step<Tree> {
    const wrap = (error: unknown): never => {
      if (error instanceof DockerError)
        throw new DockerError(error.code, `invalid from flag value ${from}: ${error.message}`, error.exitCode);
      throw error;
    };
    try {
      const stage = this.#stages.find(from);
      if (stage === '') return Tree.empty(this.#daemon.now());
      const image = stage === undefined ? yield* this.#image(from) : mustGet(this.#daemon.state.images.images, stage);
      return imageTree(this.#daemon.state.images, image);
    } catch (error) {
      return wrap(error);
    }
  }

  #word(word: string, values: ReadonlyMap<string, string>, { escapeToken }: ClassicBuild): string {
    return expandWord(word, environmentOfMap(values), { escapeToken }).text;
  }

  #because(parent: ImageID | '', config: Draft): MissReason {
    this.#env = config.env;
    if (!this.#cacheUsed) return { kind: 'no-cache' };
    return this.#cache.missedBefore ? { kind: 'parent-changed' } : explainMiss(this.#daemon.state.images, parent, config);
  }

  *#note(stream: 'stdout' | 'stderr', text: string): Step<void> {
    yield* this.#emit({ type: 'note', stream, text });
  }

  *#finish(image: ImageID): Step<void> {
    yield* this.#emit({ type: 'built', image });
    for (const tag of this.#request.tags) {
      this.#daemon.update({ images: setTag(this.#daemon.state.images, tag, image, this.#daemon.now()) });
      imageEvent(this.#daemon, image, 'tag', familiarString(fromCanonical(tag)));
      yield* this.#emit({ type: 'tagged', reference: familiarString(fromCanonical(tag)) });
    }
  }
}

function labelInstruction(key: string, value: string, stage: Stage): StageInstruction {
  return { ...stage.from, kind: 'LABEL', name: 'label', source: `LABEL ${key}=${value}`, pairs: [{ key, value, legacy: false }] };
}
