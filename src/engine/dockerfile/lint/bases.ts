import { quote } from '../../go/quote.ts';
import { DockerfileError } from '../error.ts';
import { parseTrigger } from '../instructions/index.ts';
import { withSuggestion } from '../suggest.ts';
import { emptyImage } from './base-image.ts';
import { depend, link } from './links.ts';
import { checkBasePlatform } from './rules/invalid-base-image-platform.ts';
import type { Settings } from './settings.ts';
import type { StageList, StageState } from './stage-state.ts';

// The last two forms lack a slash in BuildKit, too.
const commonNames = ['alpine', 'busybox', 'centos', 'debian', 'golang', 'ubuntu', 'fedora'].flatMap((name) => [
  name,
  `docker.io/library${name}`,
  `${name}:latest`,
  `docker.io/library${name}:latest`,
]);

/** A stage and everything it is built from. */
export function reachableFrom(target: StageState): Set<StageState> {
  const reached = new Set<StageState>([target]);
  for (const state of reached) {
    if (state.base !== undefined) reached.add(state.base);
    for (const dependency of state.dependencies.keys()) reached.add(dependency);
  }
  return reached;
}

function fail(state: StageState, message: string): never {
  throw new DockerfileError('stage', message, state.lines === undefined ? [] : [state.lines]);
}

function lookUp(state: StageState, name: string, list: StageList, settings: Settings): void {
  const platform = state.platform ?? settings.targetPlatform;
  const found = settings.baseImage(name, platform);
  if (found !== undefined && 'error' in found) {
    fail(state, withSuggestion(`${state.baseName}: ${found.error}`, state.baseName, [...list.labels(), ...commonNames], true));
  }
  state.image = found ?? emptyImage(platform);
  if (found !== undefined && state.lines !== undefined) {
    checkBasePlatform(state.baseName, platform, found.platform, state.lines, settings.reporter);
  }
  state.platform = platform;
}

/**
 * Finds the images that stages begin with: of all stages, or of those in `wanted`. Names are read first, wherever they stand, and the last bad one is the one
 * complained about: BuildKit asks for all at once, and Go runs the youngest goroutine first.
 */
function resolve(list: StageList, wanted: ReadonlySet<StageState> | 'all', settings: Settings): void {
  const open = list.all.filter((state) => state.base === undefined && state.image === undefined);
  const names = new Map<StageState, string>();
  for (const state of open.toReversed()) {
    if (state.baseName === 'scratch') {
      state.platform = settings.targetPlatform;
      state.image = emptyImage(settings.targetPlatform);
      continue;
    }
    const name = settings.imageName(state.baseName);
    if ('error' in name) fail(state, `failed to parse stage name ${quote(state.baseName)}: ${name.error}`);
    names.set(state, name.full);
  }
  for (const state of open) {
    const name = names.get(state);
    if (name !== undefined && (wanted === 'all' || wanted.has(state))) lookUp(state, name, list, settings);
    if (!state.registered) state.done = true;
  }
}

/** Puts the triggers of a base before the stage's own instructions. Whether that brought new dependencies. */
function addTriggers(state: StageState, list: StageList, settings: Settings): boolean {
  const base = state.base;
  const expressions =
    base === undefined
      ? (state.image?.onBuild ?? [])
      : base.instructions.flatMap((instruction) => (instruction.kind === 'ONBUILD' ? [instruction.expression] : []));
  const place = { lines: state.lines! };
  const linked = expressions.map((expression) => {
    try {
      const trigger = link({ ...parseTrigger(expression, settings.features), ...place }, list, settings);
      depend(state, trigger, list);
      return trigger;
    } catch (error) {
      throw error instanceof DockerfileError ? new DockerfileError(error.code, error.message, [place.lines]) : error;
    }
  });
  state.linked = [...linked, ...state.linked];
  return linked.some(({ sources }) => sources.length > 0);
}

/** Images and triggers, until no trigger needs another image. Only what the target is built from has its triggers run, as in BuildKit. */
export function resolveBases(list: StageList, target: StageState, settings: Settings): Set<StageState> {
  const triggered = new Set<StageState>();
  for (;;) {
    const reached = reachableFrom(target);
    resolve(list, settings.target === '' ? 'all' : reached, settings);
    let more = false;
    for (const state of reached) {
      if (triggered.has(state) || !state.registered) continue;
      triggered.add(state);
      more = addTriggers(state, list, settings) || more;
    }
    if (!more) return reached;
  }
}
