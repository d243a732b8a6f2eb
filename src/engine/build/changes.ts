import {
  DockerfileError,
  environmentOf,
  expandInstruction,
  expandWord,
  parseInstruction,
  parseSource,
  type StageInstruction,
} from '../dockerfile/index.ts';
import { DockerError } from '../errors/index.ts';
import type { RunConfig } from '../image/index.ts';
import { type Draft, draftOf, runConfigOf, setEnv, shellOf } from './draft.ts';
import { healthConfig } from './health.ts';
import { exposedPorts } from './ports.ts';
import { checkStopSignal } from './stop-signal.ts';
import { nextWorkdir } from './workdir.ts';

/** What `--change` accepts (moby builder/dockerfile/builder.go validCommitCommands). */
const ACCEPTED = ['cmd', 'entrypoint', 'healthcheck', 'env', 'expose', 'label', 'onbuild', 'stopsignal', 'user', 'volume', 'workdir'];

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** A run config after `docker commit --change` or `docker import --change`. Throws DockerError. Source: moby builder.go BuildFromConfig. */
export function applyChanges(config: RunConfig, changes: readonly string[]): RunConfig {
  if (changes.length === 0) return config;
  const { nodes, escapeToken, error } = parseSource(changes.join('\n'));
  if (error !== undefined) throw invalid(error.message);
  const foreign = nodes.find((node) => !ACCEPTED.includes(node.value.toLowerCase()));
  if (foreign !== undefined) throw invalid(`${foreign.value} is not a valid change command`);
  const draft = draftOf(config);
  const state = { draft, cmdSet: false };
  try {
    const instructions = nodes.map((node) => parseInstruction(node) as StageInstruction);
    for (const instruction of instructions) {
      const expand = (word: string) => expandWord(word, environmentOf(draft.env), { escapeToken });
      change(
        state,
        expandInstruction(instruction, (word) => expand(word).text),
        (word) => expand(word).words,
      );
    }
  } catch (failure) {
    if (failure instanceof DockerfileError) throw invalid(failure.message);
    throw failure;
  }
  const { Cmd: _, Entrypoint: __, ArgsEscaped: ___, ...rest } = config;
  return { ...rest, ...runConfigOf(draft) };
}

function change(state: { readonly draft: Draft; cmdSet: boolean }, i: StageInstruction, words: (word: string) => readonly string[]): void {
  const { draft } = state;
  switch (i.kind) {
    case 'ENV':
      for (const { key, value } of i.pairs) setEnv(draft.env, key, value);
      return;
    case 'LABEL':
      draft.labels ??= new Map();
      for (const { key, value } of i.pairs) draft.labels.set(key, value);
      return;
    case 'CMD':
      draft.cmd = i.shellForm ? [...shellOf(draft), ...i.command] : i.command;
      state.cmdSet = i.command.length > 0;
      return;
    case 'ENTRYPOINT':
      draft.entrypoint = i.shellForm ? [...shellOf(draft), ...i.command] : i.command;
      if (!state.cmdSet) draft.cmd = undefined;
      return;
    case 'EXPOSE':
      draft.exposedPorts = new Set([...(draft.exposedPorts ?? []), ...exposedPorts(i.ports.flatMap(words))]);
      return;
    case 'USER':
      draft.user = i.user;
      return;
    case 'VOLUME':
      if (i.volumes.includes('')) throw invalid('VOLUME specified can not be an empty string');
      draft.volumes = new Set([...(draft.volumes ?? []), ...i.volumes]);
      return;
    case 'STOPSIGNAL':
      checkStopSignal(i.signal);
      draft.stopSignal = i.signal;
      return;
    case 'ONBUILD':
      draft.onBuild = [...(draft.onBuild ?? []), i.expression];
      return;
    case 'HEALTHCHECK':
      draft.healthcheck = healthConfig(i.health);
      return;
    case 'WORKDIR':
      draft.workingDir = nextWorkdir(draft.workingDir, i.path);
      return;
    default:
      throw invalid(`${i.kind} is not a valid change command`);
  }
}
