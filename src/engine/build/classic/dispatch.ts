import type { Daemon } from '../../daemon/index.ts';
import type { ImageID } from '../../digest/index.ts';
import {
  DockerfileError,
  type EscapeToken,
  environmentOf,
  expandInstruction,
  expandWord,
  parseTrigger,
  type StageInstruction,
} from '../../dockerfile/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Process, Step } from '../../kernel/index.ts';
import { imageTree, mustGet } from '../../store/index.ts';
import { Tree } from '../../tree/index.ts';
import { copyDraft, type Draft, setEnv, shellOf } from '../draft.ts';
import { PathError, ScratchTree } from '../files/scratch-tree.ts';
import { goDuration, goList, goQuoteList } from '../go-text.ts';
import { healthConfig } from '../health.ts';
import type { MissReason } from '../miss.ts';
import { exposedPorts } from '../ports.ts';
import { checkStopSignal } from '../stop-signal.ts';
import { nextWorkdir } from '../workdir.ts';
import type { StepCache } from './cache.ts';
import { commitContainer, commitTree } from './commit.ts';
import { performCopy } from './copy.ts';
import type { ClassicEvent } from './event.ts';
import { type StepContainers, unsupported } from './run-step.ts';
import { joined } from './source-hash.ts';
import { fetchSources, findSources } from './sources.ts';
import type { StageState } from './stage.ts';
import type { StepTracer } from './step-tracer.ts';

/** What instructions of a classic build share. */
export interface ClassicBuild {
  readonly daemon: Daemon;
  readonly process: Process;
  readonly context: Tree;
  readonly contextSums: ReadonlyMap<string, string>;
  readonly escapeToken: EscapeToken;
  readonly cache: StepCache;
  readonly containers: StepContainers;
  readonly emit: (event: ClassicEvent) => Step<void>;
  readonly removal: 'always' | 'on-success' | 'never';
  /** The files of a stage or image, for COPY --from; the empty tree for scratch. */
  readonly sourceOf: (from: string) => Step<Tree>;
  /** Why a step was not in the cache; asked right after looking. */
  readonly because: (parent: ImageID | '', config: Draft) => MissReason;
  readonly traced: StepTracer;
}

/** Runs one instruction and commits what it makes. Throws DockerError. Source: moby builder/dockerfile/evaluator.go dispatch. */
export function* dispatch(build: ClassicBuild, state: StageState, instruction: StageInstruction, literal = false): Step<void> {
  let done = false;
  try {
    yield* execute(build, state, literal ? instruction : expanded(build, state, instruction));
    done = true;
  } finally {
    if (build.removal === 'always' || (build.removal === 'on-success' && done)) yield* build.containers.removeAll(build.emit);
  }
  state.draft.image = state.image;
}

function expanded(build: ClassicBuild, state: StageState, instruction: StageInstruction): StageInstruction {
  const environment = environmentOfState(state);
  try {
    return expandInstruction(instruction, (word) => expandWord(word, environment, { escapeToken: build.escapeToken }).text);
  } catch (error) {
    if (error instanceof DockerfileError) throw new DockerError('InvalidArgument', error.message);
    throw error;
  }
}

/** The config's variables first, then the arguments it does not set. */
const environmentOfState = (state: StageState) => environmentOf([...state.args.besides(state.draft.env), ...state.draft.env]);

/** The triggers of a base image, as they run at the start of a stage. */
export function* runTriggers(build: ClassicBuild, state: StageState, triggers: readonly string[]): Step<void> {
  yield* build.emit({ type: 'triggers', count: triggers.length });
  for (const trigger of triggers) {
    state.draft.image = state.image;
    let instruction: StageInstruction;
    try {
      instruction = parseTrigger(trigger);
    } catch (error) {
      if (error instanceof DockerfileError) throw new DockerError('InvalidArgument', error.message);
      throw error;
    }
    build.traced.enter(instruction, true);
    yield* dispatch(build, state, instruction);
    build.traced.leave(state);
  }
}

function* execute(build: ClassicBuild, state: StageState, i: StageInstruction): Step<void> {
  const { draft } = state;
  switch (i.kind) {
    case 'ENV': {
      for (const { key, value } of i.pairs) setEnv(draft.env, key, value);
      return yield* commit(build, state, `ENV${pairs(i.pairs)}`);
    }
    case 'LABEL': {
      draft.labels ??= new Map();
      for (const { key, value } of i.pairs) draft.labels.set(key, value);
      return yield* commit(build, state, `LABEL${pairs(i.pairs)}`);
    }
    case 'MAINTAINER':
      state.maintainer = i.maintainer;
      return yield* commit(build, state, `MAINTAINER ${i.maintainer}`);
    case 'ARG': {
      for (const { key, value } of i.args) state.args.add(key, value);
      return yield* commit(
        build,
        state,
        `ARG ${i.args.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`)).join(' ')}`,
      );
    }
    case 'CMD': {
      draft.cmd = commandLine(draft, i);
      yield* commit(build, state, `CMD ${goQuoteList(draft.cmd)}`);
      if (i.command.length > 0) state.cmdSet = true;
      return;
    }
    case 'ENTRYPOINT': {
      draft.entrypoint = i.command.length === 0 ? undefined : commandLine(draft, i);
      if (!state.cmdSet) draft.cmd = undefined;
      return yield* commit(build, state, `ENTRYPOINT ${goQuoteList(draft.entrypoint ?? [])}`);
    }
    case 'EXPOSE': {
      const environment = environmentOfState(state);
      const words = i.ports.flatMap((word) => expandWord(word, environment, { escapeToken: build.escapeToken }).words);
      const ports = exposedPorts(words);
      if (ports.length > 0) draft.exposedPorts = new Set([...(draft.exposedPorts ?? []), ...ports]);
      return yield* commit(build, state, `EXPOSE ${words.join(' ')}`);
    }
    case 'USER':
      draft.user = i.user;
      return yield* commit(build, state, `USER ${i.user}`);
    case 'VOLUME': {
      if (i.volumes.includes('')) throw new DockerError('InvalidArgument', 'VOLUME specified can not be an empty string');
      draft.volumes = new Set([...(draft.volumes ?? []), ...i.volumes]);
      return yield* commit(build, state, `VOLUME ${goList(i.volumes)}`);
    }
    case 'STOPSIGNAL':
      checkStopSignal(i.signal);
      draft.stopSignal = i.signal;
      return yield* commit(build, state, `STOPSIGNAL ${i.signal}`);
    case 'SHELL':
      draft.shell = i.shell;
      return yield* commit(build, state, `SHELL ${goList(i.shell)}`);
    case 'ONBUILD':
      draft.onBuild = [...(draft.onBuild ?? []), i.expression];
      return yield* commit(build, state, `ONBUILD ${i.expression}`);
    case 'HEALTHCHECK':
      return yield* healthcheck(build, state, i);
    case 'WORKDIR':
      draft.workingDir = nextWorkdir(draft.workingDir, i.path);
      return yield* makeWorkdir(build, state);
    case 'RUN':
      return yield* run(build, state, i);
    case 'COPY':
    case 'ADD':
      return yield* copy(build, state, i);
  }
}

const pairs = (list: readonly { key: string; value: string }[]): string => list.map(({ key, value }) => ` ${key}=${value}`).join('');

const commandLine = (draft: Draft, i: { command: readonly string[]; shellForm: boolean }): readonly string[] =>
  i.shellForm ? [...shellOf(draft), ...i.command] : i.command;

/**
 * Commits an instruction that only changes the configuration: a container is made for it, never started. Making it fills what a HEALTHCHECK does not
 * say from the image below, and the build goes on with that; the cache is asked with what was said.
 */
function* commit(build: ClassicBuild, state: StageState, comment: string): Step<void> {
  yield* commitAs(build, state, copyDraft(state.draft, { cmd: [...shellOf(state.draft), '#(nop) ', comment] }));
}

function* commitAs(build: ClassicBuild, state: StageState, config: Draft): Step<void> {
  if (yield* fromCache(build, state, config)) return;
  const because = build.because(state.image, config);
  const container = build.containers.create(state.image, config);
  yield* build.emit({ type: 'running', container: container.id, because });
  const healthcheck = container.config.Healthcheck;
  if (healthcheck !== undefined) state.draft.healthcheck = healthcheck;
  state.image = commitContainer(build.daemon, container, {
    parent: parentOf(build, state),
    config: copyDraft(state.draft),
    containerConfig: copyDraft(config, { healthcheck: state.draft.healthcheck }),
    author: state.maintainer,
  });
}

const parentOf = (build: ClassicBuild, state: StageState) =>
  state.image === '' ? undefined : mustGet(build.daemon.state.images.images, state.image);

function* fromCache(build: ClassicBuild, state: StageState, config: Draft): Step<boolean> {
  const image = build.cache.find(state.image, config);
  if (image === undefined) return false;
  yield* build.emit({ type: 'cached', image });
  state.image = image;
  return true;
}

function* makeWorkdir(build: ClassicBuild, state: StageState): Step<void> {
  const { draft } = state;
  const parent = parentOf(build, state);
  if (parent !== undefined) checkWorkdir(build, imageTree(build.daemon.state.images, parent), draft.workingDir);
  yield* commitAs(build, state, copyDraft(draft, { cmd: [...shellOf(draft), `#(nop) WORKDIR ${draft.workingDir}`] }));
}

function checkWorkdir(build: ClassicBuild, tree: Tree, path: string): void {
  try {
    new ScratchTree(tree, build.daemon.now()).resolve(path);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new DockerError('System', `${error.op} ${mountPoint(build)}${error.path}: ${error.reason}`);
  }
}

/** Where the engine has a new layer mounted. */
const mountPoint = (build: ClassicBuild): string => `/var/lib/docker/overlay2/${build.daemon.newID()}/merged`;

function* healthcheck(build: ClassicBuild, state: StageState, i: Extract<StageInstruction, { kind: 'HEALTHCHECK' }>): Step<void> {
  const before = state.draft.healthcheck?.Test ?? [];
  if (before.length > 0 && before[0] !== 'NONE')
    yield* build.emit({ type: 'note', stream: 'stdout', text: `Note: overriding previous HEALTHCHECK: ${goList(before)}\n` });
  state.draft.healthcheck = healthConfig(i.health);
  const { test, interval, timeout, startPeriod, startInterval, retries } = i.health;
  const durations = [interval, timeout, startPeriod, startInterval].map(goDuration).join(' ');
  yield* commit(build, state, `HEALTHCHECK &{${goList(test)} ${durations} ${retries}}`);
}

function* run(build: ClassicBuild, state: StageState, i: Extract<StageInstruction, { kind: 'RUN' }>): Step<void> {
  const { draft, args } = state;
  if (i.flags[0] !== undefined) throw unsupported(i.flags[0]);
  const command = commandLine(draft, i);
  const given = args.besides(draft.env);
  const shown = given.filter((item) => args.shown(item.split('=', 1)[0]!));
  const saved = given.length === 0 ? command : [`|${shown.length}`, ...shown, ...command];
  const probe = copyDraft(draft, { cmd: saved, ...(saved.length > 0 ? { entrypoint: undefined } : {}), argsEscaped: false });
  if (yield* fromCache(build, state, probe)) return;
  const because = build.because(state.image, probe);
  const config = copyDraft(draft, {
    cmd: command,
    env: [...draft.env, ...given],
    entrypoint: saved.length > 0 ? [''] : draft.entrypoint,
    healthcheck: { Test: ['NONE'] },
    argsEscaped: false,
  });
  const container = build.containers.create(state.image, config);
  yield* build.emit({ type: 'running', container: container.id, because });
  const code = yield* build.containers.run(container, build.process, build.emit);
  if (code !== 0) throw new DockerError('System', `The command '${command.join(' ')}' returned a non-zero code: ${code}`, code);
  state.image = commitContainer(build.daemon, mustGet(build.daemon.state.containers, container.id), {
    parent: parentOf(build, state),
    config: copyDraft(draft),
    containerConfig: probe,
    author: state.maintainer,
  });
}

function* copy(build: ClassicBuild, state: StageState, i: Extract<StageInstruction, { kind: 'COPY' | 'ADD' }>): Step<void> {
  if (i.chmod !== '') throw unsupported('chmod');
  const from = i.kind === 'COPY' ? i.from : '';
  const tree = from === '' ? build.context : yield* build.sourceOf(from);
  const fetched = i.kind === 'ADD' ? yield* fetchSources(build.process, i.sources) : undefined;
  // The download's progress leaves an empty line where no terminal shows it.
  if (fetched !== undefined && fetched.size > 0) yield* build.emit({ type: 'note', stream: 'stdout', text: '\n'.repeat(fetched.size) });
  const sources = findSources(i.kind, tree, i.sources, from !== '', from === '' ? build.contextSums : new Map(), fetched);
  build.traced.takes(sources);
  if (sources.length > 1 && !i.destination.endsWith('/')) {
    throw new DockerError(
      'InvalidArgument',
      `When using ${i.kind} with more than one source file, the destination must be a directory and end with a /`,
    );
  }
  const hash =
    sources.length === 1
      ? sources[0]!.hash
      : joined(
          'multi',
          sources.map((source) => source.hash),
        );
  const chown = i.chown === '' ? '' : `--chown=${i.chown} `;
  const config = copyDraft(state.draft, {
    cmd: [...shellOf(state.draft), `#(nop) ${i.kind} ${chown}${hash} in ${i.destination} `],
  });
  if (yield* fromCache(build, state, config)) return;
  yield* build.emit({ type: 'copying', because: build.because(state.image, config) });
  const parent = parentOf(build, state);
  const lower = parent === undefined ? Tree.empty(build.daemon.now()) : imageTree(build.daemon.state.images, parent);
  const after = performCopy(
    lower,
    {
      command: i.kind,
      sources,
      destination: i.destination,
      chown: i.chown,
      keepOwners: from !== '' && i.chown === '',
      workingDir: state.draft.workingDir,
      mountPoint: mountPoint(build),
    },
    build.daemon.now(),
  );
  state.image = commitTree(build.daemon, lower, after, {
    parent,
    config: copyDraft(state.draft),
    containerConfig: config,
    author: state.maintainer,
  });
}
