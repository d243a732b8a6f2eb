import {
  chompHeredoc,
  DockerfileError,
  type EscapeToken,
  environmentOfMap,
  expandInlineSources,
  expandInstruction,
  expandWord,
  heredocOf,
  parseExposedPort,
  parseMount,
  portKeys,
  type StageInstruction,
} from '../../dockerfile/index.ts';
import { setEnv, shellOf } from '../draft.ts';
import { goDuration, goList, goQuote, goQuoteList, goQuoteNumber } from '../go-text.ts';
import { healthConfig } from '../health.ts';
import { asWritten, nextWorkdir } from '../workdir.ts';
import { copyActions } from './copy-actions.ts';
import { SolveError } from './error.ts';
import type { LinkedInstruction, StageState } from './stage-state.ts';
import type { ExecMount, Vertex } from './vertex.ts';

/** What every instruction of a build may look at. */
export interface DispatchOptions {
  readonly escapeToken: EscapeToken;
  readonly globalArgs: ReadonlyMap<string, string>;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly network: string;
  readonly extraHosts: readonly string[];
  /** `NAME=value` of proxy arguments. */
  readonly proxies: readonly string[];
}

type Of<K extends StageInstruction['kind']> = Extract<StageInstruction, { kind: K }>;

/** Adds one instruction to a stage: to its configuration, its history and, for steps, its graph. Throws DockerfileError. Source: buildkit dockerfile2llb/convert.go dispatch. */
export function dispatch(state: StageState, linked: LinkedInstruction, options: DispatchOptions): void {
  const i = expanded(state, linked.instruction, options);
  const { draft } = state;
  switch (i.kind) {
    case 'ENV':
      for (const { key, value } of i.pairs) {
        state.setVariable(key, value);
        setEnv(draft.env, key, value);
      }
      state.addHistory(`ENV${pairs(i)}`, false, false);
      break;
    case 'LABEL':
      draft.labels ??= new Map();
      for (const { key, value } of i.pairs) draft.labels.set(key, value);
      state.addHistory(`LABEL${pairs(i)}`, false, false);
      break;
    case 'MAINTAINER':
      state.author = i.maintainer;
      state.addHistory(`MAINTAINER ${i.maintainer}`, false, false);
      break;
    case 'ARG':
      declareArgs(state, i, options);
      break;
    case 'CMD':
      draft.cmd = commandLine(state, i);
      draft.argsEscaped = true;
      state.cmdSet = true;
      state.addHistory(`CMD ${goQuoteList(draft.cmd)}`, false, false);
      break;
    case 'ENTRYPOINT':
      draft.entrypoint = commandLine(state, i);
      if (!state.cmdSet) draft.cmd = undefined;
      state.addHistory(`ENTRYPOINT ${goQuoteList(draft.entrypoint)}`, false, false);
      break;
    case 'EXPOSE':
      expose(state, i, options);
      break;
    case 'USER':
      state.user = i.user;
      draft.user = i.user;
      state.addHistory(`USER ${i.user}`, false, false);
      break;
    case 'VOLUME':
      draft.volumes = new Set([...(draft.volumes ?? []), ...i.volumes]);
      state.addHistory(`VOLUME ${goList(i.volumes)}`, false, false);
      break;
    case 'STOPSIGNAL':
      draft.stopSignal = i.signal;
      state.addHistory(`STOPSIGNAL ${i.signal}`, false, false);
      break;
    case 'SHELL':
      draft.shell = i.shell;
      state.addHistory(`SHELL ${goList(i.shell)}`, false, false);
      break;
    case 'ONBUILD':
      draft.onBuild = [...(draft.onBuild ?? []), i.expression];
      return;
    case 'HEALTHCHECK':
      healthcheck(state, i);
      break;
    case 'WORKDIR':
      workdir(state, i, linked, options);
      break;
    case 'RUN':
      run(state, i, linked, options);
      break;
    case 'COPY':
    case 'ADD':
      copy(state, i, linked, options);
      break;
  }
}

function expanded(state: StageState, instruction: StageInstruction, { escapeToken }: DispatchOptions): StageInstruction {
  if (instruction.kind === 'ARG') return instruction;
  const environment = environmentOfMap(state.env);
  const words = expandInstruction(instruction, (word) => expandWord(word, environment, { escapeToken }).text);
  if (words.kind !== 'COPY' && words.kind !== 'ADD') return words;
  return expandInlineSources(words, (word) => expandWord(word, environment, { escapeToken: '\\', ignoreQuotes: true }).text);
}

const pairs = ({ pairs: list }: Of<'ENV' | 'LABEL'>): string => list.map(({ key, value }) => ` ${key}=${value}`).join('');

const commandLine = (state: StageState, i: Of<'CMD' | 'ENTRYPOINT'>): readonly string[] =>
  i.shellForm ? [...shellOf(state.draft), i.command.join(' ')] : i.command;

function declareArgs(state: StageState, { args }: Of<'ARG'>, { buildArgs, globalArgs, escapeToken }: DispatchOptions): void {
  const shown: string[] = [];
  for (const arg of args) {
    let value = arg.value;
    const given = buildArgs.get(arg.key);
    if (given !== undefined) value = given;
    else if (value === undefined) value = globalArgs.get(arg.key);
    else value = expandWord(value, environmentOfMap(state.env), { escapeToken }).text;
    if (value !== undefined) state.setVariable(arg.key, value);
    state.args.push({ key: arg.key, value });
    shown.push(value === undefined ? arg.key : `${arg.key}=${value}`);
  }
  state.addHistory(`ARG ${shown.join(' ')}`, false, false);
}

function expose(state: StageState, { ports }: Of<'EXPOSE'>, { escapeToken }: DispatchOptions): void {
  const environment = environmentOfMap(state.env);
  const words = ports.flatMap((port) => expandWord(port, environment, { escapeToken }).words);
  const keys = words.flatMap((word) => portKeys(parseExposedPort(word)));
  state.draft.exposedPorts = new Set([...(state.draft.exposedPorts ?? []), ...keys]);
  state.addHistory(`EXPOSE ${goList(keys)}`, false, false);
}

function healthcheck(state: StageState, { health }: Of<'HEALTHCHECK'>): void {
  state.draft.healthcheck = healthConfig(health);
  const durations = [health.interval, health.timeout, health.startPeriod, health.startInterval].map((n) => goQuote(goDuration(n)));
  state.addHistory(`HEALTHCHECK &{${goQuoteList(health.test)} ${durations.join(' ')} ${goQuoteNumber(health.retries)}}`, false, false);
}

function workdir(state: StageState, i: Of<'WORKDIR'>, linked: LinkedInstruction, options: DispatchOptions): void {
  const written = asWritten(state.draft.workingDir, i.path === '' ? '.' : i.path);
  const path = nextWorkdir('/', written);
  state.draft.workingDir = written;
  state.workdir = path;
  if (written !== '/') {
    const name = state.progress(shownName(state, linked, options), linked.onBuild);
    state.vertex = fileVertex(state, name, i, [{ kind: 'mkdir', path, user: state.draft.user }]);
  }
  state.addHistory(`WORKDIR ${written}`, written !== '/', false);
}

function fileVertex(
  state: StageState,
  name: string,
  { lines }: StageInstruction,
  actions: Extract<Vertex['operation'], { kind: 'file' }>['actions'],
): Vertex {
  const { epoch } = state;
  return {
    operation: { kind: 'file', base: state.vertex, actions, ...(epoch === undefined ? {} : { epoch }) },
    name,
    lines,
    ignoreCache: state.ignoreCache,
  };
}

/** The instruction as progress shows it: its name in capitals, variables replaced. */
function shownName(state: StageState, { instruction }: LinkedInstruction, { escapeToken }: DispatchOptions): string {
  return upper(tryShown(instruction.source, state, { escapeToken }));
}

function tryShown(text: string, state: StageState, lex: { escapeToken: EscapeToken; rawQuotes?: boolean; keepUnset?: boolean }): string {
  try {
    return expandWord(text, environmentOfMap(state.env), lex).text;
  } catch (error) {
    if (error instanceof DockerfileError) return text;
    throw error;
  }
}

function upper(text: string): string {
  const space = text.indexOf(' ');
  return space < 0 ? text.toUpperCase() : text.slice(0, space).toUpperCase() + text.slice(space);
}

function copy(state: StageState, i: Of<'COPY' | 'ADD'>, linked: LinkedInstruction, options: DispatchOptions): void {
  const name = state.progress(shownName(state, linked, options), linked.onBuild);
  const { actions, history } = copyActions(state, i, linked, name);
  state.vertex = fileVertex(state, name, i, actions);
  state.addHistory(history, true, true);
}

function run(state: StageState, i: Of<'RUN'>, linked: LinkedInstruction, options: DispatchOptions): void {
  const { text, script, summary } = runText(i);
  const plain = script !== undefined ? [`/dev/pipes/${script.name}`] : text;
  const args = i.shellForm ? [...shellOf(state.draft), plain.join(' ')] : plain;
  const mounts = i.mounts.flatMap((mount, n) => execMount(state, mount, linked.sources[n], options) ?? []);
  const named = `${linked.instruction.source}${summary}`;
  const shown = upper(tryShown(named, state, { escapeToken: options.escapeToken, rawQuotes: true, keepUnset: true }));
  const name = state.progress(shown, linked.onBuild);
  const env = [...state.env].map(([key, value]) => `${key}=${value}`);
  state.vertex = {
    operation: {
      kind: 'exec',
      base: state.vertex,
      args,
      env,
      quietEnv: options.proxies,
      cwd: state.workdir,
      user: state.user,
      network: i.network === 'default' ? options.network : i.network,
      extraHosts: options.extraHosts,
      mounts,
      ...(script === undefined ? {} : { script }),
    },
    name,
    lines: i.lines,
    ignoreCache: state.ignoreCache,
  };
  state.addHistory(`RUN ${[...shownArgs(state), ...args].join(' ')}`, true, true);
}

/** The command behind here-documents: a whole document is the command itself, or a script of its own when it begins with `#!`. */
function runText(i: Of<'RUN'>): { text: readonly string[]; script?: { name: string; text: string }; summary: string } {
  const [first] = i.files;
  if (first === undefined) return { text: i.command, summary: '' };
  const command = i.command[0] ?? '';
  if (heredocOf(command) === undefined) {
    const parts = [command, ...i.files.map((file) => `${file.data}${file.name}`)];
    return { text: [parts.join('\n')], summary: '' };
  }
  const data = first.chomp ? chompHeredoc(first.data) : first.data;
  const lines = first.data.trim().replaceAll('\r\n', '\n').split('\n');
  const summary = ` (${lines[0]}${lines.length > 1 ? '...' : ''})`;
  return data.startsWith('#!') ? { text: [], script: { name: first.name, text: data }, summary } : { text: [data], summary };
}

/** `|2 A=1 B=2`: the arguments a RUN could see, in the order first declared. */
function shownArgs(state: StageState): string[] {
  const shown = new Map<string, string>();
  for (const { key, value } of state.args) shown.set(key, `${key}=${state.env.get(key) ?? value ?? ''}`);
  return shown.size === 0 ? [] : [`|${shown.size}`, ...shown.values()];
}

/** Undefined for a key agent, of which there is none: a step that does not require it goes on without. */
function execMount(
  state: StageState,
  text: Of<'RUN'>['mounts'][number],
  source: StageState | undefined,
  { escapeToken }: DispatchOptions,
): ExecMount | undefined {
  const environment = environmentOfMap(state.env);
  const mount = parseMount(text, (word) => expandWord(word, environment, { escapeToken }).text);
  if (mount.type === 'ssh') {
    if (mount.required) throw new SolveError(`unset ssh forward key ${mount.id || 'default'}`);
    return undefined;
  }
  if (source !== undefined && !source.done)
    throw new DockerfileError(
      'stage',
      `cannot mount from stage "${mount.from}" to "${mount.target}", stage needs to be defined before current command`,
    );
  const target = mount.target === '' ? '' : nextWorkdir(state.workdir, mount.target);
  const from =
    mount.type === 'bind' || (mount.type === 'cache' && source !== undefined)
      ? source === undefined
        ? ({ kind: 'context' } as const)
        : ({ kind: 'vertex', vertex: source.vertex } as const)
      : undefined;
  const id = mount.id || (mount.type === 'secret' ? mount.source || baseName(mount.target) : mount.target);
  const secretTarget = target === '' && mount.env === undefined ? `/run/secrets/${baseName(id)}` : target;
  return {
    type: mount.type,
    target: mount.type === 'secret' ? secretTarget : target,
    readOnly: mount.readOnly,
    ...(from === undefined ? {} : { from }),
    source: nextWorkdir('/', mount.type === 'secret' ? '/' : mount.source || '/'),
    id: mount.type === 'cache' ? nextWorkdir('/', id) : id,
    sharing: mount.sharing || 'shared',
    required: mount.required,
    env: mount.env,
    uid: mount.uid,
    gid: mount.gid,
    mode: mount.mode,
    sizeLimit: mount.sizeLimit,
  };
}

const baseName = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';
