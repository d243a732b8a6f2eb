import { type BuildRequest, buildClassic, type ClassicEvent, printClassic } from '../../../engine/build/index.ts';
import { findImage } from '../../../engine/daemon/image/index.ts';
import { parsePlatform } from '../../../engine/dockerfile/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import { parseReference } from '../../../engine/reference/index.ts';
import type { Image } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import { flagErrorText, type ParsedFlags } from '../../flags/index.ts';
import { humanSize } from '../../format/index.ts';
import type { CommandSpec } from '../../help/index.ts';
import { daemonError } from '../daemon-error.ts';
import { pullImage } from '../image/pull.ts';
import { BuildError } from './build-error.ts';
import { CANCELED, cancelable } from './cancelable.ts';
import { type ClassicContext, classicContext } from './classic-context.ts';
import { buildArgs, canonicalTags } from './request-options.ts';
import { removeResult, writeResult } from './result-file.ts';
import { keepTrace, tracerFor } from './traced.ts';

const encoder = new TextEncoder();

/** `docker build` with the classic builder; the value is the exit status. Source: docker/cli cli/command/image/build.go runBuild. */
export function* classicBuild(context: Context, flags: ParsedFlags, path: string, spec: CommandSpec): Step<number> {
  if (flags.changed('squash') && flags.bool('squash')) {
    yield* context.err('"--squash" is only supported on a Docker daemon with experimental features enabled\n');
    return 1;
  }
  for (const tag of flags.list('tag')) {
    const error = tagError(tag);
    if (error === undefined) continue;
    yield* context.err(flagErrorText(spec, `invalid argument ${JSON.stringify(tag)} for "-t, --tag" flag: ${error}`));
    return 125;
  }
  try {
    const iidFile = flags.string('iidfile');
    if (iidFile !== '') removeResult(context.process, iidFile, 'Removing image ID file: ');
    const files = yield* classicContext(context.process, path, flags.string('file'));
    const build = new ClassicRun(context, flags, files);
    return yield* build.run(iidFile);
  } catch (error) {
    if (error instanceof BuildError) {
      yield* context.err(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

class ClassicRun {
  readonly #context: Context;
  readonly #flags: ParsedFlags;
  readonly #files: ClassicContext;
  /** With `--quiet` everything is held back and shown only when the build fails. */
  readonly #held: Uint8Array[] = [];
  readonly #quiet: boolean;
  /** The engine has begun to answer: what goes wrong now is part of the answer, not a refusal. */
  #answered = false;

  constructor(context: Context, flags: ParsedFlags, files: ClassicContext) {
    this.#context = context;
    this.#flags = flags;
    this.#files = files;
    this.#quiet = flags.bool('quiet');
  }

  *run(iidFile: string): Step<number> {
    const sent = `Sending build context to Docker daemon  ${humanSize(this.#files.size)}\r\r\n`;
    yield* this.#write(encoder.encode(this.#context.outIsTerminal ? sent : sent.replaceAll('\r', '')));
    const refused = this.#files.refused ?? this.#refusal();
    if (refused !== undefined) return yield* this.#failed(refused);
    const asked = this.#request();
    const tracer = tracerFor(this.#context, { ...asked, builder: 'classic', dockerfilePath: this.#files.dockerfilePath });
    const request = { ...asked, tracer, ...(this.#files.source === undefined ? {} : { contextSource: this.#files.source }) };
    const removal = this.#flags.bool('force-rm') ? 'always' : this.#flags.bool('rm') ? 'on-success' : 'never';
    const { process, daemon } = this.#context;
    let gone = false;
    const building = buildClassic(daemon, process, request, { removal }, (event) => (gone ? silence() : this.#emit(event)));
    const outcome = yield* cancelable(process, building, () => {
      gone = true;
    });
    // A client that goes away says nothing; the engine takes down what it runs.
    if (outcome === undefined) return CANCELED;
    keepTrace(
      this.#context.daemon,
      tracer,
      outcome.ok
        ? { ok: true, ...(outcome.image === undefined ? {} : { image: outcome.image }) }
        : { ok: false, message: outcome.error.message },
    );
    if (!outcome.ok) return yield* this.#failed(outcome.error);
    const image = outcome.image!;
    if (this.#quiet) yield* this.#context.out(`${image}\n`);
    if (iidFile !== '') writeResult(this.#context.process, iidFile, this.#quiet ? `${image}\n` : image);
    return 0;
  }

  /** What the engine refuses before it begins. */
  #refusal(): DockerError | undefined {
    const isolation = this.#flags.string('isolation');
    if (!['', 'default'].includes(isolation.toLowerCase()))
      return new DockerError('InvalidArgument', `unsupported isolation: ${JSON.stringify(isolation)}`);
    if (this.#flags.list('security-opt').length > 0)
      return new DockerError('InvalidArgument', 'security options are not supported on linux');
    const platform = this.#flags.string('platform');
    const parsed = platform === '' ? undefined : parsePlatform(platform);
    return parsed === undefined || parsed.ok ? undefined : new DockerError('InvalidArgument', parsed.error);
  }

  #request(): BuildRequest {
    const flags = this.#flags;
    return {
      dockerfile: this.#files.dockerfile,
      dockerfileName: this.#files.dockerfileName,
      context: this.#files.tree,
      contextSums: this.#files.sums,
      tags: canonicalTags(flags.list('tag')),
      args: buildArgs(this.#context, flags.list('build-arg')),
      labels: flags.map('label'),
      target: flags.string('target'),
      noCache: flags.bool('no-cache'),
      cacheFrom: flags.list('cache-from'),
      pull: flags.bool('pull'),
      platform: flags.string('platform'),
      network: flags.string('network'),
      extraHosts: flags.list('add-host'),
      fetch: (reference, platform) => this.#fetch(reference, platform),
    };
  }

  *#fetch(reference: string, platform: string): Step<Image> {
    yield* pullImage(this.#context, reference, { quiet: this.#quiet, platform, progress: 1 });
    this.#answered = true;
    return findImage(this.#context.daemon, reference);
  }

  *#emit(event: ClassicEvent): Step<void> {
    this.#answered = true;
    yield* this.#write(printClassic(event, profileFacts(this.#context.daemon.state).release));
  }

  *#write(bytes: Uint8Array): Step<void> {
    if (this.#quiet) this.#held.push(bytes.slice());
    else yield* this.#context.process.write(1, bytes);
  }

  *#failed(error: DockerError): Step<number> {
    if (this.#quiet) for (const bytes of this.#held) yield* this.#context.process.write(2, bytes);
    yield* this.#context.err(`${this.#answered && error.code !== 'NotSimulated' ? error.message : daemonError(error)}\n`);
    return error.exitCode ?? 1;
  }
}

function* silence(): Step<void> {}

function tagError(tag: string): string | undefined {
  try {
    parseReference(tag);
    return undefined;
  } catch (error) {
    if (error instanceof DockerError) return error.message;
    throw error;
  }
}
