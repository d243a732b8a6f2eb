// Completing docker's command line: where in it the cursor stands, and what can follow there.
import type { FlagSpec } from '../../../cli/flags/index.ts';
import { allSpecs, type CommandSpec, findSpec, spec } from '../../../cli/help/index.ts';
import { type Argument, argumentsOf, commandName } from './arguments.ts';
import type { Candidate, Found } from './candidate.ts';
import { flagValues } from './flag-values.ts';
import { hubImages } from './hub.ts';
import { builders, containers, images, inside, networks, programsInside, treeOfContainer, treeOfImage, volumes } from './objects.ts';
import { paths } from './paths.ts';
import type { Place } from './place.ts';
import type { Typed } from './words.ts';

/** What the words before the cursor are to docker. */
export interface Call {
  readonly spec: CommandSpec;
  /** As the tables name it. */
  readonly command: string;
  readonly given: readonly string[];
  /** Words after the flags. */
  readonly positional: readonly string[];
  /** Values of the flags so far, by name. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The flag whose value comes next. */
  readonly waiting?: FlagSpec;
  /** Flags are over: what follows belongs to the container. */
  readonly ended: boolean;
}

export function readCall(words: readonly string[]): Call {
  let current = spec('');
  const positional: string[] = [];
  const values = new Map<string, string[]>();
  let waiting: FlagSpec | undefined;
  let ended = false;
  const put = (flag: FlagSpec, value: string): void => {
    const name = flag.sameAs ?? flag.name;
    values.set(name, [...(values.get(name) ?? []), value]);
  };
  for (const word of words) {
    if (waiting !== undefined) {
      put(waiting, word);
      waiting = undefined;
    } else if (!ended && word === '--') ended = true;
    else if (!ended && word.startsWith('--')) {
      const [name = '', ...value] = word.slice(2).split('=');
      const flag = current.flags.find((one) => one.name === name);
      if (flag === undefined) continue;
      if (word.includes('=')) put(flag, value.join('='));
      else if (takesValue(flag)) waiting = flag;
      else put(flag, 'true');
    } else if (!ended && word.startsWith('-') && word !== '-') {
      for (let at = 1; at < word.length; at++) {
        const flag = current.flags.find(({ short }) => short === word[at]);
        if (flag === undefined) break;
        if (!takesValue(flag)) put(flag, 'true');
        else {
          if (at === word.length - 1) waiting = flag;
          else put(flag, word.slice(at + 1).replace(/^=/, ''));
          break;
        }
      }
    } else if (current.sections.length > 0 && positional.length === 0) {
      const next = findSpec([...current.path, word]);
      if (next === undefined || next.path.length <= current.path.length) positional.push(word);
      else current = next;
    } else {
      positional.push(word);
      if (!current.interspersed) ended = true;
    }
  }
  return {
    spec: current,
    command: commandName(current.path),
    given: words,
    positional,
    values,
    ended,
    ...(waiting === undefined ? {} : { waiting }),
  };
}

const takesValue = (flag: FlagSpec): boolean => flag.type !== 'bool' && flag.noOptDefault === undefined;

export async function dockerWords(place: Place, words: readonly string[], typed: Typed): Promise<Found> {
  const call = readCall(words);
  const { text } = typed;
  if (call.waiting !== undefined) return flagValues(place, call, call.waiting, typed, 0);
  if (!call.ended && text.startsWith('--') && text.includes('=')) {
    const flag = call.spec.flags.find(({ name }) => name === text.slice(2, text.indexOf('=')));
    return flag === undefined ? { list: [] } : flagValues(place, call, flag, typed, typed.raw.indexOf('=') + 1);
  }
  if (!call.ended && text.startsWith('-')) return { list: flags(call) };
  if (call.spec.sections.length > 0) return { list: call.positional.length === 0 ? subcommands(call.spec) : [] };
  return argument(place, call, typed);
}

/** Flags as long and short; those that were given stay away unless they can be given again. */
function flags({ spec: current, values }: Call): Candidate[] {
  const again = (flag: FlagSpec): boolean =>
    !values.has(flag.sameAs ?? flag.name) || /list|Array|strings|map|filter|mount|ulimit/.test(flag.type);
  return current.flags
    .filter((flag) => !flag.hidden && flag.deprecated === undefined && again(flag))
    .flatMap((flag): Candidate[] => {
      const value = takesValue(flag) ? ` ${flag.placeholder ?? flag.type}` : '';
      const long: Candidate = { text: `--${flag.name}`, kind: 'flag', shown: `--${flag.name}${value}`, note: flag.usage.split('\n')[0]! };
      return flag.short === undefined ? [long] : [long, { ...long, text: `-${flag.short}`, shown: `-${flag.short}${value}` }];
    })
    .concat([{ text: '--help', kind: 'flag' }]);
}

function subcommands(current: CommandSpec): Candidate[] {
  const notes = new Map(current.sections.flatMap(({ items }) => items.map(([name, short]) => [name.replace(/\*$/, ''), short] as const)));
  return [...allSpecs()]
    .filter(({ path }) => path.length === current.path.length + 1 && current.path.every((part, i) => path[i] === part))
    .map(({ path, description }): Candidate => {
      const name = path.at(-1)!;
      return { text: name, kind: 'command', note: notes.get(name) ?? description.split('\n')[0]! };
    });
}

async function argument(place: Place, call: Call, typed: Typed): Promise<Found> {
  const kinds = argumentsOf[call.command];
  if (kinds === undefined) return call.spec.args.kind === 'none' ? { list: [] } : paths(place, typed);
  const kind = kinds[Math.min(call.positional.length, kinds.length - 1)] ?? 'nothing';
  const found = await ofKind(place, call, kind, typed);
  const used = new Set(call.positional);
  return Array.isArray(found) ? { list: found.filter(({ text }) => !used.has(text) || kind === 'inside') } : (found as Found);
}

async function ofKind(place: Place, call: Call, kind: Argument, typed: Typed): Promise<Candidate[] | Found> {
  const { text } = typed;
  switch (kind) {
    case 'image':
      return images(place, text);
    case 'remote-image':
      return [...(await hubImages(place, text)), ...images(place, text)];
    case 'runnable': {
      const here = images(place, text);
      return text === '' ? here : [...here, ...(await hubImages(place, text))];
    }
    case 'container':
      return containers(place, text, 'any');
    case 'running':
    case 'alive':
    case 'stopped':
    case 'paused':
      return containers(place, text, kind);
    case 'volume':
      return volumes(place);
    case 'network':
      return networks(place);
    case 'builder':
      return builders(place);
    case 'path':
      return paths(place, typed);
    case 'directory':
      return paths(place, typed, { directories: true });
    case 'any':
      return [...containers(place, text, 'any'), ...images(place, text), ...volumes(place), ...networks(place)];
    case 'copy':
      return copied(place, call, typed);
    case 'inside':
      return insideOf(place, call, text);
    case 'nothing':
      return [];
  }
}

/** `container:/path`, or a path of the host. */
function copied(place: Place, call: Call, typed: Typed): Candidate[] | Found {
  const [, name, path] = /^([^:/]+):(.*)$/.exec(typed.text) ?? [];
  if (name !== undefined && path !== undefined) {
    const tree = treeOfContainer(place, name);
    if (tree === undefined) return [];
    const full = path.startsWith('/') ? path : `/${path}`;
    return inside(tree, full).map((one) => ({ ...one, text: `${name}:${one.text}` }));
  }
  const sources = containers(place, typed.text, 'any').map((one) => ({ ...one, text: `${one.text}:` }));
  const files = paths(place, typed);
  return { list: [...(call.positional[0]?.includes(':') ? [] : sources), ...files.list] };
}

/** The command to run and its files, in the container or image that was named. */
function insideOf(place: Place, call: Call, text: string): Candidate[] {
  const [ref = ''] = call.positional;
  const tree = call.command === 'container exec' ? treeOfContainer(place, ref) : treeOfImage(place, ref);
  if (tree === undefined) return [];
  if (text.startsWith('/')) return inside(tree, text, call.positional.length === 1 ? 'program' : 'any');
  return call.positional.length === 1 && !call.values.has('entrypoint') ? programsInside(tree) : [];
}
