import { PatternMatcher } from '../../context/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import {
  type Dockerfile,
  DockerfileError,
  detectSyntax,
  environmentOfMap,
  expandWord,
  formatPlatform,
  formatShort,
  type LineRange,
  lint,
  linuxAmd64,
  type Platform,
  parseDockerfile,
  parsePlatform,
} from '../../dockerfile/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process, Step } from '../../kernel/index.ts';
import type { Tree } from '../../tree/index.ts';
import { useSource } from '../cache.ts';
import { readImageName } from '../image-name.ts';
import { contextTrace } from '../trace/index.ts';
import { asWritten, nextWorkdir } from '../workdir.ts';
import { BaseImages, wantedPlatforms } from './base-images.ts';
import { ignoredBy, localBases } from './check-context.ts';
import { type DispatchOptions, dispatch } from './dispatch.ts';
import { CANCELED, SolveError } from './error.ts';
import type { BuildEvent } from './event.ts';
import { imageText } from './export.ts';
import { exportResults } from './export-results.ts';
import { globalArgs } from './global-args.ts';
import { NamedContexts } from './named-contexts.ts';
import { Progress, shownSize } from './progress.ts';
import type { BuildFacts } from './provenance.ts';
import type { BuildkitOutcome, BuildkitRequest, PlatformResult } from './request.ts';
import { Solver } from './solve.ts';
import { sourceDateEpoch } from './source-date-epoch.ts';
import type { StageState } from './stage-state.ts';
import { StageTracer } from './stage-tracer.ts';
import { Stages } from './stages.ts';
import { fileTransferSize, transferSize } from './transfer-size.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const PROXIES = /^(?:https?|ftp|no|all)_proxy$/i;

/**
 * Builds as BuildKit does: only the stages the target needs, each step once, from the cache when what it depends on is known. What was made before
 * a failure stays in the cache. Source: moby/buildkit frontend/dockerfile, solver.
 */
export function* buildBuildkit(
  daemon: Daemon,
  process: Process,
  request: BuildkitRequest,
  emit: (event: BuildEvent) => Step<void>,
): Step<BuildkitOutcome> {
  const open = new Set<number>();
  const build = new BuildkitBuild(daemon, process, request, (event) => {
    if (event.type === 'started') open.add(event.vertex);
    else if (event.type === 'done' || event.type === 'failed') open.delete(event.vertex);
    return emit(event);
  });
  let over = false;
  try {
    const outcome = yield* build.run();
    over = true;
    return outcome;
  } catch (error) {
    over = true;
    const { warnings } = build;
    if (error instanceof SolveError)
      return {
        ok: false,
        warnings,
        failure: { message: error.message, lines: error.lines, step: error.step, notSimulated: false, ofClient: error.ofClient },
      };
    if (error instanceof DockerfileError)
      return { ok: false, warnings, failure: { message: error.message, lines: error.locations, step: undefined, notSimulated: false } };
    if (error instanceof DockerError)
      return {
        ok: false,
        warnings,
        failure: { message: error.message, lines: [], step: undefined, notSimulated: error.code === 'NotSimulated' },
      };
    throw error;
  } finally {
    // The client went away: what had begun is told to be cancelled.
    if (!over) for (const vertex of open) yield* emit({ type: 'failed', vertex, message: CANCELED, time: daemon.now(), canceled: true });
  }
}

/** The stages for one platform, before they are turned into steps. */
interface Prepared {
  readonly file: Dockerfile;
  /** What the result is for. */
  readonly platform: Platform;
  /** The same, unless nothing was asked for. */
  readonly asked: Platform | undefined;
  readonly stages: Stages;
  readonly target: StageState;
  readonly reached: ReadonlySet<StageState>;
  readonly global: ReadonlyMap<string, string>;
}

class BuildkitBuild {
  readonly #daemon: Daemon;
  readonly #request: BuildkitRequest;
  readonly #emit: (event: BuildEvent) => Step<void>;
  readonly #solver: Solver;
  readonly #progress: Progress;
  warnings: string[] = [];
  readonly #contexts: NamedContexts;
  #context: Tree | undefined;
  readonly #images: BaseImages;
  readonly #started: number;

  constructor(daemon: Daemon, process: Process, request: BuildkitRequest, emit: (event: BuildEvent) => Step<void>) {
    this.#daemon = daemon;
    this.#request = request;
    this.#started = daemon.now();
    this.#emit = emit;
    this.#contexts = new NamedContexts(request.contexts);
    this.#solver = new Solver({
      daemon,
      process,
      emit,
      context: () => this.#loadContext(),
      contextTree: () => (this.#context ??= request.context()),
      secret: (id) => request.secrets.get(id),
      noCache: request.noCache,
      ...(request.tracer === undefined ? {} : { tracer: request.tracer }),
    });
    this.#progress = new Progress(daemon, emit, () => this.#solver.next());
    this.#images = new BaseImages({ daemon, request, emit, solver: this.#solver, contexts: this.#contexts });
  }

  *run(): Step<BuildkitOutcome> {
    const file = parseDockerfile(this.#request.dockerfile);
    this.#request.tracer?.parsed(file);
    const platforms = wantedPlatforms(this.#request);
    const error = yield* this.#definition(file, platforms[0] ?? linuxAmd64);
    if (error !== undefined && (file.error !== undefined || file.stages.length === 0)) throw error;
    const prepared: Prepared[] = [];
    for (const platform of platforms) prepared.push(yield* this.#prepare(file, error, platform, platforms.length > 1));
    yield* this.#ignoreFile();
    for (const { file: dockerfile, stages, reached, target, global } of prepared) {
      const traced = stages === prepared[0]?.stages ? new StageTracer(this.#request.tracer, stages, reached) : undefined;
      const options = this.#dispatchOptions(dockerfile, global);
      for (const state of stages.all) {
        if (!reached.has(state) || state.done) continue;
        this.#start(state);
        traced?.began(state);
        for (const command of state.commands) {
          const before = state.vertex;
          this.#located(command.instruction.lines, () => dispatch(state, command, options));
          traced?.did(state, command, before);
        }
        state.done = true;
      }
      this.#label(target);
    }
    this.#solver.check(prepared.map(({ target }) => target.vertex));
    const results: PlatformResult[] = [];
    for (const { target, platform, asked } of prepared) {
      const ref = yield* this.#solver.solve(target.vertex);
      const facts = this.#facts(platform);
      results.push({ platform, ref, configText: imageText(this.#daemon, target, ref, asked), facts });
    }
    const image = yield* exportResults(this.#daemon, this.#request, results, this.#progress);
    return { ok: true, ...image, warnings: this.warnings };
  }

  /** The stages for one platform, and the images they are built on. */
  *#prepare(file: Dockerfile, error: DockerfileError | undefined, wanted: Platform | undefined, many: boolean): Step<Prepared> {
    const platform = wanted ?? linuxAmd64;
    const last = file.stages.at(-1)!;
    const global = globalArgs(file, this.#request.args, platform, this.#request.target || last.from.stage);
    const stages = new Stages(file.stages, this.#baseNames(file, global, error));
    for (const [i, { from }] of file.stages.entries()) stages.all[i]!.platform = this.#stagePlatform(file, from.platform, global, error);
    const epoch = sourceDateEpoch(this.#request.args);
    for (const state of stages.all) {
      state.epoch = epoch;
      state.target = platform;
      state.manyPlatforms = many;
    }
    this.#contexts.replaceStages(stages);
    const target = stages.target(this.#request.target);
    if (target === undefined) throw error ?? new SolveError(`target stage "${this.#request.target}" could not be found`);
    const reached = yield* this.#images.resolve(stages, target, wanted);
    this.#throwIfReached(error, file, stages, reached);
    return { file, platform, asked: wanted, stages, target, reached, global };
  }

  /** The first progress line: the Dockerfile is read and checked. Gives the error the checks came to. */
  *#definition(file: Dockerfile, platform: Platform): Step<DockerfileError | undefined> {
    const { dockerfile, dockerfileName } = this.#request;
    const number = yield* this.#progress.begin(`[internal] load build definition from ${dockerfileName}`);
    yield* this.#progress.status(
      number,
      `transferring dockerfile: ${shownSize(fileTransferSize(dockerfileName, dockerfile.length, 0o644, this.#started))}`,
    );
    this.#sent('dockerfile', 'dockerfile', dockerfile.length);
    const result = lint(file, {
      imageName: readImageName,
      buildArgs: this.#request.args,
      target: this.#request.target || (file.stages.at(-1)?.from.stage ?? ''),
      platform,
      baseImage: localBases(this.#daemon),
      isIgnored: ignoredBy(this.#request.ignore ?? []),
      ...(this.#request.args.has('BUILDKIT_DOCKERFILE_CHECK') ? { check: this.#request.args.get('BUILDKIT_DOCKERFILE_CHECK')! } : {}),
    });
    this.warnings = result.diagnostics.map(formatShort);
    for (const text of this.warnings) yield* this.#emit({ type: 'warning', vertex: number, text });
    yield* this.#progress.done(number);
    const syntax = detectSyntax(file.text);
    if (syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(-upstream)?(:|@|$)/.test(syntax.reference))
      throw new DockerError('NotSimulated', `other front ends than docker/dockerfile are not simulated: ${syntax.reference}`);
    return result.error;
  }

  #stagePlatform(
    file: Dockerfile,
    text: string,
    global: ReadonlyMap<string, string>,
    error: DockerfileError | undefined,
  ): Platform | undefined {
    if (text === '') return undefined;
    const parsed = parsePlatform(expandWord(text, environmentOfMap(global), { escapeToken: file.escapeToken }).text);
    if (!parsed.ok && error !== undefined) throw error;
    return parsed.ok ? parsed.value : undefined;
  }

  #baseNames(file: Dockerfile, global: ReadonlyMap<string, string>, error: DockerfileError | undefined): string[] {
    return file.stages.map(({ from }) => {
      const name = expandWord(from.base, environmentOfMap(global), { escapeToken: file.escapeToken }).text;
      if (name === '') throw error ?? new DockerfileError('stage', `base name (${from.base}) should not be blank`, [from.lines]);
      return name;
    });
  }

  /** The checks go through every stage; an error in one that is not built does not count. */
  #throwIfReached(error: DockerfileError | undefined, file: Dockerfile, stages: Stages, reached: ReadonlySet<StageState>): void {
    if (error === undefined) return;
    const line = error.locations[0]?.start;
    if (line === undefined) throw error;
    const index = file.stages.findLastIndex(({ from }) => from.lines.start <= line);
    const state = stages.all[index];
    if (state === undefined || reached.has(state)) throw error;
  }

  *#ignoreFile(): Step<void> {
    const number = yield* this.#progress.begin('[internal] load .dockerignore');
    const { ignoreSize, ignore = [] } = this.#request;
    try {
      new PatternMatcher(ignore);
    } catch (error) {
      throw new SolveError(error instanceof Error ? error.message : 'syntax error in pattern');
    }
    this.#sent('ignore', 'context', ignoreSize ?? 0);
    yield* this.#progress.status(
      number,
      `transferring context: ${shownSize(ignoreSize === undefined ? 2 : fileTransferSize('.dockerignore', ignoreSize, 0o644, this.#started))}`,
    );
    yield* this.#progress.done(number);
  }

  /** Notes files that the client has sent, which the cache keeps by directory. */
  #sent(what: 'context' | 'dockerfile' | 'ignore', name: 'context' | 'dockerfile', size: number): void {
    const daemon = this.#daemon;
    const place = this.#request.places?.[name] ?? daemon.newID();
    const source = { type: 'source.local', description: `local source for ${name}`, size, mutable: true } as const;
    daemon.update({ cache: useSource(daemon.state.cache, `local ${what} ${place}`, source, daemon.now()) });
  }

  #dispatchOptions(file: Dockerfile, global: ReadonlyMap<string, string>): DispatchOptions {
    const { args, network, extraHosts = [] } = this.#request;
    return {
      escapeToken: file.escapeToken,
      globalArgs: global,
      buildArgs: args,
      network,
      extraHosts,
      proxies: [...args]
        .filter(([name]) => PROXIES.test(name))
        .flatMap(([name, value]) => [`${name.toUpperCase()}=${value}`, `${name.toLowerCase()}=${value}`]),
    };
  }

  #start(state: StageState): void {
    state.start();
    const { draft } = state;
    state.ignoreCache = (this.#request.noCacheFilter ?? []).includes(state.name.toLowerCase()) && state.name !== '';
    if (!draft.env.some((item) => item.startsWith('PATH='))) draft.env.push(`PATH=${DEFAULT_PATH}`);
    for (const item of draft.env) {
      const equals = item.indexOf('=');
      state.setVariable(equals < 0 ? item : item.slice(0, equals), equals < 0 ? '' : item.slice(equals + 1));
    }
    if (draft.workingDir !== '') {
      draft.workingDir = asWritten(draft.workingDir, draft.workingDir);
      state.workdir = nextWorkdir('/', draft.workingDir);
    }
    state.user = draft.user;
  }

  #located(lines: LineRange, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (error instanceof DockerfileError && error.locations.length === 0) throw error.at(lines);
      if (error instanceof DockerError) throw new SolveError(error.message, { lines: [lines] });
      throw error;
    }
  }

  #label(target: StageState): void {
    if (this.#request.labels.size === 0) return;
    target.draft.labels ??= new Map();
    for (const [key, value] of this.#request.labels) target.draft.labels.set(key, value);
  }

  *#loadContext(): Step<Tree> {
    const tree = (this.#context ??= this.#request.context());
    const sent = yield* this.#contextFiles(tree);
    const number = yield* this.#progress.begin('[internal] load build context');
    let bytes = 0;
    for (const [path, inode] of tree.walk()) if (inode.kind === 'file' && sent.has(path)) bytes += inode.body.size;
    this.#sent('context', 'context', bytes);
    const { tracer, contextSource } = this.#request;
    if (tracer !== undefined && contextSource !== undefined) tracer.context = contextTrace(contextSource, tree, sent);
    yield* this.#progress.status(number, `transferring context: ${shownSize(transferSize(tree, sent))}`);
    yield* this.#progress.done(number);
    return tree;
  }

  /** What the steps read of the context; the client refuses patterns that cannot be read. */
  *#contextFiles(tree: Tree): Step<ReadonlySet<string>> {
    try {
      return this.#solver.contextFiles(tree);
    } catch (error) {
      // A malformed pattern is all that matching complains of.
      if (!(error instanceof DockerError)) throw error;
      const message = `rpc error: code = Unknown desc = invalid includepatterns: [${this.#solver.contextPaths().join(' ')}]: ${error.message}`;
      return yield* this.#progress.during('[internal] load build context', function* (log) {
        yield* log('transferring context: done');
        throw new SolveError(message);
      });
    }
  }

  #facts(platform: Platform): BuildFacts {
    const { dockerfileName, args, labels, target, network, tags } = this.#request;
    const materials = this.#images.used();
    const shown = formatPlatform(platform, false);
    return { dockerfileName, args, labels, target, network, materials, tags, platform: shown, started: this.#started };
  }
}
