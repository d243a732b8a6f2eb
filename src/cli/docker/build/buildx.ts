import {
  type BuildEvent,
  type BuildFailure,
  type BuildkitOutcome,
  type BuildkitRequest,
  type BuildResult,
  buildBuildkit,
  SolveError,
} from '../../../engine/build/index.ts';
import { fetchBase } from '../../../engine/daemon/image/index.ts';
import { sourceExcerpt } from '../../../engine/dockerfile/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { type Step, SysError } from '../../../engine/kernel/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { wantsAttestation } from './attestation.ts';
import { buildContextError, readBuildContexts } from './build-contexts.ts';
import { BuildError } from './build-error.ts';
import { type BuildkitContext, buildkitContext } from './buildkit-context.ts';
import { absolute } from './host-path.ts';
import { metadataText } from './metadata.ts';
import { checkDestination, type Output, parseOutput } from './output.ts';
import { PlainPrinter } from './progress/plain.ts';
import { type Printer, quietPrinter } from './progress/printer.ts';
import { RawJsonPrinter } from './progress/rawjson.ts';
import { TtyPrinter } from './progress/tty.ts';
import { buildArgs } from './request-options.ts';
import { removeResult, writeResult } from './result-file.ts';
import { readSecrets } from './secrets.ts';
import { subrequest } from './subrequest.ts';
import { writeArchive, writeDirectory } from './write-tree.ts';

/** `docker build` with BuildKit; the value is the exit status. Source: docker/buildx commands/build.go. */
export function* buildxBuild(context: Context, flags: ParsedFlags, path: string): Step<number> {
  try {
    return yield* new BuildxRun(context, flags).run(path);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    yield* context.err(`ERROR: failed to build: ${error.message}\n`);
    return 1;
  }
}

/** Throws BuildError for an `--allow` that does not exist or that the daemon does not grant. */
function checkEntitlements(names: readonly string[]): void {
  for (const name of names) {
    if (name === 'security.insecure')
      throw new BuildError('failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration');
    if (name !== 'network.host' && name !== 'device' && !/^(device|fs|fs\.read|fs\.write)=/.test(name))
      throw new BuildError(`unknown entitlement ${name}`);
  }
}

class BuildxRun {
  readonly #context: Context;
  readonly #flags: ParsedFlags;
  readonly #printer: Printer | undefined;
  readonly #quiet: boolean;

  constructor(context: Context, flags: ParsedFlags) {
    this.#context = context;
    this.#flags = flags;
    this.#quiet = flags.bool('quiet') || flags.string('progress') === 'quiet';
    this.#printer = this.#choosePrinter();
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
    const output = this.#output();
    checkDestination(this.#context.process, output);
    const tags = [...tagsOf(this.#flags.list('tag')), ...(output.kind === 'image' ? tagsOf(output.names) : [])];
    if (output.kind === 'image' && output.push && tags.length === 0) throw new BuildError('tag is needed when pushing to registry');
    if (this.#flags.list('tag').some((tag) => parseReference(tag).digest !== undefined))
      throw new BuildError('failed to solve: refusing to create a tag with a digest reference');
    const contexts = readBuildContexts(this.#context.process, this.#flags.list('build-context'));
    const secrets = readSecrets(this.#context, this.#flags.list('secret'));
    if (this.#flags.list('ssh').length > 0)
      throw new BuildError(
        'failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set',
      );
    checkEntitlements(this.#flags.list('allow'));
    const files = yield* buildkitContext(this.#context.process, path, this.#flags.string('file'));
    const request = { ...this.#request(files, tags, secrets, output), contexts };
    const call = this.#flags.bool('check') ? 'check' : this.#flags.string('call') || 'build';
    if (call !== 'build') return yield* subrequest(this.#context, call, request, files);
    const outcome = yield* this.#build(files, request);
    return outcome.ok ? yield* this.#succeeded(outcome, tags, output) : yield* this.#failed(outcome.failure, outcome.warnings, files);
  }

  *#build(files: BuildkitContext, request: BuildkitRequest): Step<BuildkitOutcome> {
    if (files.dockerfile !== undefined)
      return yield* buildBuildkit(this.#context.daemon, this.#context.process, request, (event) => this.#emit(event));
    const time = this.#context.daemon.now();
    yield* this.#emit({ type: 'started', vertex: 1, name: `[internal] load build definition from ${files.dockerfileName}`, time });
    yield* this.#emit({ type: 'status', vertex: 1, text: 'transferring dockerfile: 2B', seconds: 0, timed: false });
    yield* this.#emit({ type: 'done', vertex: 1, time });
    const message = `failed to read dockerfile: open ${files.dockerfileName}: no such file or directory`;
    return { ok: false, warnings: [], failure: { message, lines: [], step: undefined, notSimulated: false } };
  }

  #choosePrinter(): Printer | undefined {
    if (this.#quiet) return quietPrinter;
    const mode = this.#flags.string('progress') || 'auto';
    const wanted = mode === 'auto' ? (this.#context.env('BUILDKIT_PROGRESS') ?? 'auto') : mode;
    const terminal = this.#context.process.isatty(2);
    if (wanted === 'plain' || (wanted === 'auto' && !terminal)) return new PlainPrinter();
    if (wanted === 'tty' || wanted === 'auto') return new TtyPrinter(...this.#size());
    if (wanted === 'rawjson') return new RawJsonPrinter();
    return wanted === 'none' ? quietPrinter : undefined;
  }

  #size(): [number, number] {
    const file = this.#context.process.io.has(2) ? (this.#context.process.io.at(2) as { columns?: number; rows?: number }) : {};
    return [file.columns ?? 80, file.rows ?? 24];
  }

  #output(): Output {
    const outputs = this.#flags.list('output');
    if (outputs.length > 1)
      throw new BuildError(
        'multiple outputs currently unsupported by the current BuildKit daemon, please upgrade to version v0.13+ or use a single output',
      );
    const output = outputs[0] === undefined ? ({ kind: 'image', names: [], push: false } as const) : parseOutput(outputs[0]);
    return this.#flags.bool('push') && output.kind === 'image' ? { ...output, push: true } : output;
  }

  #request(files: BuildkitContext, tags: readonly string[], secrets: ReadonlyMap<string, Uint8Array>, output: Output): BuildkitRequest {
    const flags = this.#flags;
    const args = new Map<string, string>();
    for (const [name, value] of buildArgs(this.#context, flags.list('build-arg'))) if (value !== undefined) args.set(name, value);
    const exporter = this.#exporter(output);
    return {
      dockerfile: files.dockerfile ?? new Uint8Array(0),
      dockerfileName: files.dockerfileName,
      context: files.tree,
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
      pull: flags.bool('pull'),
      platform: flags.list('platform').at(-1) ?? '',
      network: flags.string('network') === 'default' ? '' : flags.string('network'),
      extraHosts: flags.list('add-host'),
      fetch: (reference, platform) => fetchBase(this.#context.daemon, reference, platform),
      store: output.kind === 'image',
      attest: wantsAttestation(this.#context, flags),
      ...(exporter === undefined ? {} : { exporter }),
    };
  }

  #exporter(output: Output): BuildkitRequest['exporter'] {
    const { process } = this.#context;
    if (output.kind === 'local') {
      return {
        name: 'exporting to client directory',
        *run({ ref }: BuildResult) {
          writing(() => writeDirectory(process, ref.tree, absolute(process, output.dest)));
          yield {};
          return ['copying files'];
        },
      };
    }
    if (output.kind !== 'tar') return undefined;
    return {
      name: 'exporting to client tarball',
      *run({ ref }: BuildResult) {
        yield* writeArchive(process, ref.tree, output.dest);
        return ['sending tarball'];
      },
    };
  }

  *#emit(event: BuildEvent): Step<void> {
    const text = this.#printer!.print(event);
    if (text !== '') yield* this.#context.err(text);
  }

  *#succeeded(outcome: Extract<BuildkitOutcome, { ok: true }>, tags: readonly string[], output: Output): Step<number> {
    yield* this.#context.err(this.#printer!.end(this.#context.daemon.now(), outcome.warnings));
    const { process } = this.#context;
    const image = outcome.image ?? '';
    const iidFile = this.#flags.string('iidfile');
    const metadata = this.#flags.string('metadata-file');
    if (this.#quiet && image !== '') yield* this.#context.out(`${image}\n`);
    try {
      if (iidFile !== '') writeResult(process, iidFile, image, 'writing image ID file: ');
      if (metadata !== '') writeResult(process, metadata, metadataText(this.#context.daemon, image, tags));
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      yield* this.#context.err(`ERROR: ${error.message}\n`);
      return 1;
    }
    if (output.kind === 'image' && output.push) throw new BuildError('pushing from a build is not simulated: use docker push');
    return 0;
  }

  *#failed(failure: BuildFailure, warnings: readonly string[], files: BuildkitContext): Step<number> {
    const { err } = { err: (text: string): Step<void> => this.#context.err(text) };
    yield* err(this.#printer!.end(this.#context.daemon.now(), warnings));
    if (failure.notSimulated) {
      yield* err(`strata: ${failure.message}\n`);
      return 1;
    }
    if (failure.step !== undefined && !this.#quiet) {
      const logs = failure.step.logs.map((line) => `${line}\n`).join('');
      yield* err(`------\n > ${failure.step.name}:\n${logs}------\n`);
    }
    const text = new TextDecoder().decode(files.dockerfile ?? new Uint8Array(0));
    yield* err(sourceExcerpt(text, files.dockerfileName, failure.lines));
    yield* err(`ERROR: failed to build: failed to solve: ${failure.message}\n`);
    return 1;
  }
}

function writing(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof SysError) throw new SolveError(`error writing output: ${error.message.toLowerCase()}`);
    throw error;
  }
}

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
