import { ensureUnpacked, fetchedDigest, platformImage, usesContainerd } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import type { LineRange } from '../../dockerfile/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import { bestPlatform, formatPlatform, linuxAmd64, normalizePlatform, type Platform, parsePlatform } from '../../platform/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../reference/index.ts';
import type { Image } from '../../store/index.ts';
import { findLocalImage } from '../base-image.ts';
import { draftOf } from '../draft.ts';
import { SolveError } from './error.ts';
import type { BuildEvent } from './event.ts';
import type { NamedContexts } from './named-contexts.ts';
import type { Material } from './provenance.ts';
import type { BuildkitRequest } from './request.ts';
import type { Solver } from './solve.ts';
import type { StageState } from './stage-state.ts';
import type { Stages } from './stages.ts';
import type { Vertex } from './vertex.ts';

/** The platforms asked for with `--platform`, each once; undefined for the engine's own. Throws SolveError. */
export function wantedPlatforms({
  platform,
  platforms = [platform],
}: Pick<BuildkitRequest, 'platform' | 'platforms'>): (Platform | undefined)[] {
  const out = new Map<string, Platform | undefined>();
  for (const text of platforms) {
    const parsed = text === '' ? undefined : parsePlatform(text);
    if (parsed?.ok === false) throw new SolveError(parsed.error);
    const value = parsed === undefined ? undefined : normalizePlatform(parsed.value);
    out.set(value === undefined ? '' : formatPlatform(value, true), value);
  }
  return [...out.values()];
}

/** Finds the images that stages are built on or copy from, each once, and the triggers they carry. Source: buildkit dockerfile2llb resolveStages. */
export class BaseImages {
  readonly #daemon: Daemon;
  readonly #request: BuildkitRequest;
  readonly #emit: (event: BuildEvent) => Step<void>;
  readonly #solver: Solver;
  readonly #contexts: NamedContexts;
  readonly #images = new Map<string, Image>();
  /** One step for each base image, named after the stage that comes first. */
  readonly #from = new Map<string, Vertex>();

  constructor(options: {
    daemon: Daemon;
    request: BuildkitRequest;
    emit: (event: BuildEvent) => Step<void>;
    solver: Solver;
    contexts: NamedContexts;
  }) {
    const { daemon, request, emit, solver, contexts } = options;
    this.#daemon = daemon;
    this.#request = request;
    this.#emit = emit;
    this.#solver = solver;
    this.#contexts = contexts;
  }

  /** The images found, by the name asked for. */
  used(): Material[] {
    return [...this.#images].map(([key, image]) => ({ name: key.split(' ')[0]!, image }));
  }

  /** Base images and their triggers, until no trigger needs another stage. */
  *resolve(stages: Stages, target: StageState, platform: Platform | undefined): Step<Set<StageState>> {
    const triggered = new Set<StageState>();
    for (;;) {
      const reached = stages.reachable(target);
      for (const state of stages.all)
        if (reached.has(state) && !state.resolved && state.base === undefined) yield* this.#resolveBase(state, platform);
      let more = false;
      for (const state of [...reached]) {
        if (triggered.has(state) || !state.registered) continue;
        triggered.add(state);
        const triggers =
          state.base === undefined
            ? state.triggers
            : state.base.commands.flatMap(({ instruction }) => (instruction.kind === 'ONBUILD' ? [instruction.expression] : []));
        if (triggers.length === 0) continue;
        stages.addTriggers(state, triggers);
        more = true;
      }
      if (!more) return reached;
    }
  }

  *#resolveBase(state: StageState, platform: Platform | undefined): Step<void> {
    state.resolved = true;
    if (state.baseName === 'scratch') {
      onPlatform(state);
      state.draft.workingDir = '/';
      if (!state.registered) state.done = true;
      return;
    }
    const named = this.#contexts.find(state.baseName);
    if (named?.kind === 'directory') {
      onPlatform(state);
      state.draft.workingDir = '/';
      state.vertex = this.#contexts.load(state.baseName, named);
      if (!state.registered) state.done = true;
      return;
    }
    const asked = named?.reference ?? state.baseName;
    const lines = state.lines === undefined ? [] : [state.lines];
    let full: string;
    try {
      full = canonicalString(withDefaultTag(parseReference(asked)));
    } catch (error) {
      if (error instanceof DockerError) throw new SolveError(`failed to parse stage name "${asked}": ${error.message}`, { lines });
      throw error;
    }
    const wanted = state.platform ?? platform;
    const key = wanted === undefined ? full : `${full} ${formatPlatform(wanted, true)}`;
    const known = this.#images.get(key);
    const image = known ?? (yield* this.#metadata(asked, full, lines, wanted, state.manyPlatforms));
    ensureUnpacked(this.#daemon, image);
    this.#images.set(key, image);
    state.baseName = full;
    state.triggers = image.config.config?.OnBuild ?? [];
    const { config } = image;
    state.draft = { ...draftOf(config.config), image: '', onBuild: undefined };
    state.author = config.author ?? '';
    state.history = [...(config.history ?? [])];
    state.architecture = config.architecture;
    state.os = config.os;
    state.variant = config.variant;
    const digest = usesContainerd(this.#daemon) ? image.id : fetchedDigest(image);
    const pinned = digest === undefined || full.includes('@') ? full : `${full}@${digest}`;
    const name = state.progress(`FROM ${pinned}`);
    const shared = this.#from.get(key);
    const empty = (config.rootfs.diff_ids ?? []).length === 0;
    if (shared !== undefined) state.vertex = shared;
    else if (!empty) state.vertex = { operation: { kind: 'image', image }, name, lines: state.lines, ignoreCache: false };
    this.#from.set(key, state.vertex);
    if (!state.registered) state.done = true;
  }

  *#metadata(asked: string, full: string, lines: readonly LineRange[], wanted: Platform | undefined, many: boolean): Step<Image> {
    const place = many && wanted !== undefined ? `${formatPlatform(wanted, true)} internal` : 'internal';
    const name = `[${place}] load metadata for ${full}`;
    const number = this.#solver.next();
    yield* this.#emit({ type: 'started', vertex: number, name, time: this.#daemon.now() });
    try {
      const local = this.#request.pull ? undefined : this.#local(full, wanted);
      const image = local ?? (yield* this.#request.fetch(full, wanted === undefined ? '' : formatPlatform(wanted, false)));
      yield* this.#emit({ type: 'done', vertex: number, time: this.#daemon.now() });
      return image;
    } catch (error) {
      if (!(error instanceof DockerError) || error.code === 'NotSimulated') throw error;
      const message = `failed to resolve source metadata for ${full}: ${error.message}`;
      yield* this.#emit({ type: 'failed', vertex: number, message, time: this.#daemon.now() });
      throw new SolveError(`${asked}: ${message}`, { lines, step: { name, logs: [] } });
    }
  }

  /** An image of the engine that serves the platform asked for, or this machine's: another is as good as missing (moby imageResolver.resolveLocal). */
  #local(name: string, wanted: Platform | undefined): Image | undefined {
    const found = findLocalImage(this.#daemon.state.images, name);
    if (found === undefined) return undefined;
    const { architecture } = found.config;
    const serves = architecture === '' || bestPlatform(wanted ?? linuxAmd64, [found.config], (config) => config) !== undefined;
    if (!usesContainerd(this.#daemon)) return serves ? found : undefined;
    if (wanted === undefined) return found;
    try {
      return platformImage(this.#daemon.state.images, found, name, formatPlatform(wanted, false));
    } catch (error) {
      if (error instanceof DockerError) return undefined;
      throw error;
    }
  }
}

/** An empty image is for what is built, whatever its FROM says. */
function onPlatform(state: StageState): void {
  const { os, architecture, variant } = state.target;
  state.os = os;
  state.architecture = architecture;
  state.variant = variant === '' ? undefined : variant;
}
