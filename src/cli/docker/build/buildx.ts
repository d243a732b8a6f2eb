import {
  type BuildEvent,
  type BuildFailure,
  type BuildkitOutcome,
  type BuildkitRequest,
  buildBuildkit,
} from '../../../engine/build/index.ts';
import { type BuilderGroup, builderEngine, fetchForBuilder, fetchForEngine } from '../../../engine/builders/index.ts';
import { usesContainerd } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { sourceExcerpt } from '../../../engine/dockerfile/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { BOOTING, bootBuilder } from '../buildx/boot.ts';
import { chosenBuilder, firstNode, isContainer } from '../buildx/choose.ts';
import { BuildxError } from '../buildx/error.ts';
import { Instances } from '../buildx/instances.ts';
import { type Attestations, attestations } from './attestation.ts';
import { buildContextError, readBuildContexts } from './build-contexts.ts';
import { BuildError } from './build-error.ts';
import { type BuildkitContext, buildkitContext } from './buildkit-context.ts';
import { CANCELED, cancelable } from './cancelable.ts';
import { checkOptions, checkPlatforms, checkSsh } from './check-options.ts';
import { checkEntitlements } from './entitlements.ts';
import { builderExporters, fileExporters, mobyPush } from './exporters.ts';
import { metadataText } from './metadata.ts';
import { checkDestination, type Output, plannedOutputs, unsupported } from './output.ts';
import { choosePrinter } from './progress/choose.ts';
import type { Printer } from './progress/printer.ts';
import { ticking } from './progress/ticking.ts';
import { BEAT } from './progress/tty.ts';
import { buildArgs } from './request-options.ts';
import { removeResult, writeResult } from './result-file.ts';
import { readSecrets } from './secrets.ts';
import { subrequest } from './subrequest.ts';
import { keepTrace, tracerFor } from './traced.ts';

/** `docker build` with BuildKit; the value is the exit status. Source: docker/buildx commands/build.go. */
export function* buildxBuild(context: Context, flags: ParsedFlags, path: string): Step<number> {
  try {
    return yield* new BuildxRun(context, flags, chosenBuilder(context, flags)).run(path);
  } catch (error) {
    if (error instanceof BuildxError) {
      yield* context.err(`ERROR: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof BuildError)) throw error;
    yield* context.err(`ERROR: failed to build: ${error.message}\n`);
    return 1;
  }
}

class BuildxRun {
  readonly #context: Context;
  readonly #flags: ParsedFlags;
  readonly #group: BuilderGroup;
  readonly #printer: Printer | undefined;
  readonly #quiet: boolean;
  /** The engine that builds: the host's, or the one in a builder's container. */
  #engine: Daemon;

  constructor(context: Context, flags: ParsedFlags, group: BuilderGroup) {
    this.#context = context;
    this.#flags = flags;
    this.#group = group;
    this.#engine = context.daemon;
    this.#quiet = flags.bool('quiet') || flags.string('progress') === 'quiet';
    this.#printer = choosePrinter(context, flags, { name: group.Name, driver: group.Driver });
  }

  /** Whether BuildKit is the engine's own (the docker driver). */
  get #isMoby(): boolean {
    return !isContainer(this.#group);
  }

  *run(path: string): Step<number> {
    const { quiet, progress } = { quiet: this.#flags.bool('quiet'), progress: this.#flags.string('progress') };
    if (quiet && !['', 'auto', 'quiet'].includes(progress)) {
      yield* this.#context.err(`ERROR: progress=${progress} and quiet cannot be used together\n`);
      return 1;
    }
    if (this.#printer === undefined) {
      yield* this.#context.err(`ERROR: invalid progress mode ${this.#flags.string('progress')}\n`);
      return 1;
    }
    for (const item of [...this.#flags.list('build-arg'), ...this.#flags.list('label')]) {
      if (item !== '' && !item.startsWith('=')) continue;
      yield* this.#context.err(`ERROR: invalid key-value pair ${JSON.stringify(item)}: empty key\n`);
      return 1;
    }
    try {
      if (this.#flags.string('iidfile') !== '')
        removeResult(this.#context.process, this.#flags.string('iidfile'), 'removing image ID file: ');
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      yield* this.#context.err(`ERROR: ${error.message}\n`);
      return 1;
    }
    const malformed = buildContextError(this.#flags.list('build-context'));
    if (malformed !== undefined) {
      yield* this.#context.err(`ERROR: ${malformed}\n`);
      return 1;
    }
    const { process } = this.#context;
    const outputs = plannedOutputs(this.#flags.list('output'), { push: this.#flags.bool('push'), load: this.#flags.bool('load') });
    for (const output of outputs) checkDestination(process, output);
    const tags = [...new Set([...this.#flags.list('tag'), ...outputs.flatMap((output) => (output.kind === 'image' ? output.names : []))])];
    const names = tagsOf(tags);
    if (outputs.some((output) => output.kind === 'image' && output.push) && names.length === 0)
      throw new BuildError('tag is needed when pushing to registry');
    if (this.#flags.list('tag').some((tag) => parseReference(tag).digest !== undefined))
      throw new BuildError('failed to solve: refusing to create a tag with a digest reference');
    const contexts = readBuildContexts(process, this.#flags.list('build-context'));
    const secrets = readSecrets(this.#context, this.#flags.list('secret'));
    checkSsh(this.#flags.list('ssh'));
    checkEntitlements(this.#flags.list('allow'));
    const platforms = this.#flags
      .list('platform')
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
    checkPlatforms(platforms);
    const attest = this.#checkDriver(outputs, platforms);
    checkOptions(this.#flags);
    const files = yield* buildkitContext(process, path, this.#flags.string('file'));
    const call = this.#flags.bool('check') ? 'check' : this.#flags.string('call') || 'build';
    const request = { ...this.#request(files, names, secrets, platforms), contexts };
    if (call !== 'build') return yield* subrequest(this.#context, call, request, files);
    const booted = yield* this.#boot();
    const build = { ...request, ...this.#destinations(outputs, attest) };
    const outcome = yield* this.#traced(files, build, booted ? 1 : 0);
    return outcome.ok
      ? yield* this.#succeeded(outcome, names, outputs)
      : yield* this.#failed(outcome.failure, outcome.warnings, files, outputs);
  }

  /** What a driver refuses. Throws BuildError. Source: docker/buildx build/opt.go. */
  #checkDriver(outputs: readonly Output[], platforms: readonly string[]): Attestations {
    const limited = this.#isMoby && !usesContainerd(this.#context.daemon);
    const attest = attestations(this.#context, this.#flags, !limited);
    const exportsCache = this.#flags.list('cache-to').filter((text) => !/(?:^|,)type=inline(?:,|$)/.test(text) && text !== 'inline');
    if (limited && exportsCache.length > 0) throw unsupported('Cache export', 'build-cache-backends');
    const docker = outputs.filter((output) => output.kind === 'docker');
    if (limited && outputs.some(({ kind }) => kind === 'oci')) throw unsupported('OCI exporter', 'build-exporters');
    if (!usesContainerd(this.#context.daemon) && docker.length > 0 && !this.#isMoby && (platforms.length > 1 || attest.explicit))
      throw new BuildError(
        docker.some(({ dest }) => dest !== undefined)
          ? 'docker exporter does not support exporting manifest lists, use the oci exporter instead'
          : 'docker exporter does not currently support exporting manifest lists',
      );
    if (limited && docker.some(({ dest }) => dest !== undefined)) throw unsupported('Docker exporter', 'build-exporters');
    if (limited && platforms.length > 1) throw unsupported('Multi-platform build', 'build-multi-platform');
    if (!limited && this.#flags.list('annotation').length > 0) throw new BuildError('strata: --annotation is not simulated');
    if (exportsCache.length > 0) throw new BuildError('strata: --cache-to is not simulated but for type=inline');
    return attest;
  }

  /** Starts the builder's container, and builds in it from here on. Whether it had to be started. Throws BuildError. */
  *#boot(): Step<boolean> {
    if (this.#isMoby) return false;
    try {
      const booted = yield* bootBuilder(this.#context, this.#group, 1, (event) => this.#emit(event));
      this.#engine = builderEngine(this.#context.daemon, firstNode(this.#group));
      return booted;
    } catch (error) {
      if (!(error instanceof BuildxError)) throw error;
      yield* this.#context.err(`${this.#printer!.end(this.#context.daemon.now(), [])}------\n > ${BOOTING}:\n------\n`);
      throw new BuildError(error.message);
    }
  }

  /** Where the result goes. */
  #destinations(outputs: readonly Output[], { wanted, explicit }: Attestations): Pick<BuildkitRequest, 'store' | 'attest' | 'exporters'> {
    const { daemon, process } = this.#context;
    if (!this.#isMoby)
      return {
        store: false,
        exporters: builderExporters(this.#engine, daemon, process, outputs, { attest: wanted, explicit, oci: false }),
      };
    const images = outputs.filter((output) => output.kind === 'image' || (output.kind === 'docker' && output.dest === undefined));
    const archives = outputs.filter((output) => output.kind === 'oci' || (output.kind === 'docker' && output.dest !== undefined));
    const exporters = [
      ...fileExporters(process, outputs),
      ...builderExporters(daemon, daemon, process, archives, { attest: wanted, explicit, oci: false }),
      ...(outputs.some((output) => output.kind === 'image' && output.push) ? [mobyPush(daemon)] : []),
    ];
    return { store: outputs.length === 0 || images.length > 0, attest: wanted, exporters };
  }

  /** Builds, and leaves a trace of it with the engine. */
  *#traced(files: BuildkitContext, request: BuildkitRequest, offset: number): Step<BuildkitOutcome> {
    const directory = files.places?.dockerfile;
    const { dockerfileName } = files;
    const dockerfilePath = directory === undefined ? undefined : `${directory === '/' ? '' : directory}/${dockerfileName}`;
    const tracer = tracerFor(this.#context, { ...request, builder: 'buildkit', dockerfilePath });
    const source = files.source === undefined ? {} : { contextSource: files.source };
    const building = cancelable(this.#context.process, this.#build(files, { ...request, ...source, tracer }, offset));
    const outcome = (yield* this.#ticking(building)) ?? canceledOutcome;
    if (!outcome.ok) tracer.failedAt(outcome.failure.lines, outcome.failure.message);
    const line = outcome.ok ? undefined : outcome.failure.lines[0]?.start;
    keepTrace(
      this.#context.daemon,
      tracer,
      outcome.ok
        ? { ok: true, ...(outcome.image === undefined ? {} : { image: outcome.image }) }
        : { ok: false, message: outcome.failure.message, ...(line === undefined ? {} : { line }) },
    );
    return outcome;
  }

  /** Lets a display show how time passes while a step waits. */
  #ticking<T>(step: Step<T>): Step<T> {
    const context = this.#context;
    const printer = this.#printer!;
    if (printer.tick === undefined) return step;
    return ticking(context.process, step, BEAT, () => context.err(printer.tick?.(context.daemon.now()) ?? ''));
  }

  /** `offset` steps of the progress came before. */
  *#build(files: BuildkitContext, request: BuildkitRequest, offset: number): Step<BuildkitOutcome> {
    if (files.dockerfile !== undefined)
      return yield* buildBuildkit(this.#engine, this.#context.process, request, (event) =>
        this.#emit({ ...event, vertex: event.vertex + offset }),
      );
    const time = this.#context.daemon.now();
    yield* this.#emit({ type: 'started', vertex: 1, name: `[internal] load build definition from ${files.dockerfileName}`, time });
    yield* this.#emit({ type: 'status', vertex: 1, text: 'transferring dockerfile: 2B', seconds: 0, timed: false });
    yield* this.#emit({ type: 'done', vertex: 1, time });
    const message = `failed to read dockerfile: open ${files.dockerfileName}: no such file or directory`;
    return { ok: false, warnings: [], failure: { message, lines: [], step: undefined, notSimulated: false } };
  }

  #request(
    files: BuildkitContext,
    tags: readonly string[],
    secrets: ReadonlyMap<string, Uint8Array>,
    platforms: readonly string[],
  ): BuildkitRequest {
    const flags = this.#flags;
    const args = new Map<string, string>();
    for (const [name, value] of buildArgs(this.#context, flags.list('build-arg'))) if (value !== undefined) args.set(name, value);
    const epoch = this.#context.env('SOURCE_DATE_EPOCH') ?? '';
    if (epoch !== '' && !args.has('SOURCE_DATE_EPOCH')) args.set('SOURCE_DATE_EPOCH', epoch);
    return {
      dockerfile: files.dockerfile ?? new Uint8Array(0),
      dockerfileName: files.dockerfileName,
      context: files.tree,
      ...(files.places === undefined ? {} : { places: files.places }),
      ignore: files.ignore,
      ignoreSize: files.ignoreSize,
      secrets,
      tags,
      args,
      labels: flags.map('label'),
      target: flags.string('target'),
      noCache: flags.bool('no-cache'),
      noCacheFilter: flags.list('no-cache-filter').map((name) => name.toLowerCase()),
      cacheFrom: flags.list('cache-from'),
      pull: flags.bool('pull') || !this.#isMoby,
      platform: platforms[0] ?? '',
      ...(platforms.length > 1 ? { platforms } : {}),
      network: flags.string('network') === 'default' ? '' : flags.string('network'),
      extraHosts: flags.list('add-host'),
      fetch: (reference, platform) => (usesContainerd(this.#engine) ? fetchForBuilder : fetchForEngine)(this.#engine, reference, platform),
      store: false,
    };
  }

  *#emit(event: BuildEvent): Step<void> {
    const text = this.#printer!.print(event);
    if (text !== '') yield* this.#context.err(text);
  }

  *#succeeded(outcome: Extract<BuildkitOutcome, { ok: true }>, tags: readonly string[], outputs: readonly Output[]): Step<number> {
    yield* this.#end(outcome.warnings, outputs);
    const { process, daemon } = this.#context;
    const { digest = '', config = '' } = outcome.response;
    const image = outcome.image ?? (outputs.some((output) => output.kind === 'image' && output.push) || config === '' ? digest : config);
    const iidFile = this.#flags.string('iidfile');
    const metadata = this.#flags.string('metadata-file');
    const wantsProvenance = !/^(?:0|f|false|disabled)$/i.test(this.#context.env('BUILDX_METADATA_PROVENANCE') ?? '');
    new Instances(this.#context).touch(this.#group.Name);
    if (this.#quiet && image !== '') yield* this.#context.out(`${image}\n`);
    try {
      if (iidFile !== '') writeResult(process, iidFile, image, 'writing image ID file: ');
      if (metadata !== '') writeResult(process, metadata, metadataText(daemon, { group: this.#group, outcome, tags, wantsProvenance }));
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      yield* this.#context.err(`ERROR: ${error.message}\n`);
      return 1;
    }
    return 0;
  }

  /** What comes when the progress is over: the step that failed, then the warnings. */
  *#end(warnings: readonly string[], outputs: readonly Output[], step?: BuildFailure['step']): Step<void> {
    const failed =
      step === undefined || this.#quiet ? '' : `------\n > ${step.name}:\n${step.logs.map((line) => `${line}\n`).join('')}------\n`;
    yield* this.#context.err(this.#printer!.end(this.#context.daemon.now(), warnings, failed));
    if (!this.#isMoby && outputs.length === 0)
      yield* this.#context.err(
        `WARNING: No output specified with ${this.#group.Driver} driver. Build result will only remain in the build cache. To push result image into registry use --push or to load image into docker use --load\n`,
      );
  }

  *#failed(failure: BuildFailure, warnings: readonly string[], files: BuildkitContext, outputs: readonly Output[]): Step<number> {
    const { err } = { err: (text: string): Step<void> => this.#context.err(text) };
    yield* this.#end(warnings, outputs, failure.step);
    if (failure.notSimulated) {
      yield* err(`strata: ${failure.message}\n`);
      return 1;
    }
    const text = new TextDecoder().decode(files.dockerfile ?? new Uint8Array(0));
    yield* err(failure.lines.map((lines) => sourceExcerpt(text, files.dockerfileName, [lines])).join(''));
    yield* err(`ERROR: failed to build: ${failure.ofClient ? '' : 'failed to solve: '}${failure.message}\n`);
    return failure === canceledOutcome.failure ? CANCELED : 1;
  }
}

const canceledOutcome = {
  ok: false,
  warnings: [],
  failure: { message: 'Canceled: context canceled', lines: [], step: undefined, notSimulated: false },
} as const satisfies BuildkitOutcome;

/** Canonical references of `-t`, each once. Throws BuildError with buildx's text. */
function tagsOf(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const item of list) {
    try {
      const text = canonicalString(withDefaultTag(parseReference(item)));
      if (!out.includes(text)) out.push(text);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      const why = /repository name .*must be lowercase/.test(error.message) ? 'repository name must be lowercase' : error.message;
      throw new BuildError(`invalid tag ${JSON.stringify(item)}: ${why}`);
    }
  }
  return out;
}
