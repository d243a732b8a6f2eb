// The value of one flag.
import { argumentsOf } from './arguments.ts';
import type { Candidate, Found } from './candidate.ts';
import type { Call } from './docker.ts';
import { stageNames } from './dockerfile.ts';
import { filterKeys, filterValues, formatFields } from './filters.ts';
import { builders, containers, images, inside, networks, programsInside, treeOfImage, volumes } from './objects.ts';
import { paths } from './paths.ts';
import type { Place } from './place.ts';
import { capabilities, commandValues, outputFlags, pathFlags, plainValues } from './values.ts';
import { lineAt, type Typed } from './words.ts';

const plain = (list: readonly string[]): Candidate[] => list.map((text) => ({ text, kind: 'value' }));

interface Flag {
  readonly name: string;
  readonly type: string;
  readonly sameAs?: string;
}

/** `keep` characters of the typed word are the flag itself and its `=`. */
export function flagValues(place: Place, call: Call, flag: Flag, typed: Typed, keep: number): Found {
  const name = flag.sameAs ?? flag.name;
  const value = keep === 0 ? typed.text : lineAt(typed.raw.slice(keep)).typed.text;
  const list = named(place, call, name, value);
  if (list !== undefined) return { list, keep };
  if (name === 'volume') return volumeValue(place, typed, keep, value);
  if (pathFlags.has(name) || (outputFlags.has(name) && call.command !== 'buildx build')) return paths(place, typed, {}, keep);
  return { list: [], keep };
}

function named(place: Place, { command, values, given, positional }: Call, name: string, value: string): Candidate[] | undefined {
  const own = commandValues[command]?.[name];
  if (own !== undefined) return plain(own);
  switch (name) {
    case 'filter':
      return filters(place, command, value);
    case 'format':
      return formats(command, value);
    case 'network':
    case 'net': {
      const after = /^container:/.test(value);
      if (after) return containers(place, value, 'running').map((one) => ({ ...one, text: `container:${one.text}` }));
      return [...networks(place), ...plain(['container:'])];
    }
    case 'pid':
    case 'ipc':
      if (value.startsWith('container:')) return containers(place, '', 'running').map((one) => ({ ...one, text: `container:${one.text}` }));
      return plain(plainValues[name] ?? []);
    case 'volumes-from':
      return containers(place, value, 'any');
    case 'link':
      return containers(place, value, 'any').map((one) => ({ ...one, text: `${one.text}:` }));
    case 'env':
    case 'build-arg': {
      const names = [...place.process.env.keys(), ...(place.shell?.completions().variables ?? [])];
      return [...new Set(names)].map((text): Candidate => ({ text: `${text}=`, kind: 'variable' }));
    }
    case 'cap-add':
    case 'cap-drop':
      return plain(capabilities);
    case 'builder':
      return builders(place);
    case 'target':
      return stageNames(place, values, positional);
    case 'no-cache-filter':
      return stageNames(place, values, positional);
    case 'mount':
      return mount(place, value);
    case 'tag':
      return images(place, value);
    case 'entrypoint': {
      const tree = given.map((word) => treeOfImage(place, word)).find((found) => found !== undefined);
      return tree === undefined ? undefined : value.startsWith('/') ? inside(tree, value, 'program') : programsInside(tree);
    }
    case 'user':
      return plain(['root', 'nobody', '1000:1000']);
    default:
      return plainValues[name] === undefined ? undefined : plain(plainValues[name]);
  }
}

function filters(place: Place, command: string, value: string): Candidate[] {
  const [, key, given] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  if (key === undefined || given === undefined) return plain(filterKeys[command] ?? []);
  const of = (list: readonly Candidate[]): Candidate[] => list.map((one) => ({ ...one, text: `${key}=${one.text}`, shown: one.text }));
  switch (key) {
    case 'ancestor':
    case 'reference':
    case 'image':
      return of(images(place, given));
    case 'before':
    case 'since':
      return of(command === 'image ls' ? images(place, given) : containers(place, given, 'any'));
    case 'name':
      return of(command === 'volume ls' ? volumes(place) : command === 'network ls' ? networks(place) : containers(place, given, 'any'));
    case 'container':
      return of(containers(place, given, 'any'));
    case 'network':
      return of(networks(place));
    case 'volume':
      return of(volumes(place));
    case 'type':
      return of(plain(command === 'network ls' ? ['builtin', 'custom'] : ['container', 'daemon', 'image', 'network', 'volume']));
    default:
      return of(plain(filterValues[key] ?? []));
  }
}

/** `table`, `json`, and the fields after `{{`. */
function formats(command: string, value: string): Candidate[] {
  const fields = formatFields[command];
  const open = value.lastIndexOf('{{');
  const closed = open >= 0 && value.indexOf('}}', open) >= 0;
  const lead = open >= 0 && !closed ? value.slice(0, open) : value;
  const isRow = argumentsOf[command] === undefined || command === 'image ls';
  const starts = plain(['json', ...(isRow ? ['table', 'table '] : [])]).map((one) => ({ ...one, text: one.text.trimEnd() }));
  const whole = (fields ?? []).flatMap((field): Candidate[] => [
    { text: `${lead}{{${field}}}`, shown: `{{${field}}}`, kind: 'value' },
    ...(isRow ? [] : [{ text: `${lead}{{json ${field}}}`, shown: `{{json ${field}}}`, kind: 'value' } as const]),
  ]);
  // Fields go on where one could begin: at the start, after a blank, or after braces that are open.
  if (open >= 0 && !closed) return whole;
  return value === '' || /\s$/.test(value) ? [...starts, ...whole] : starts;
}

/** `type=bind,source=…,target=…`: one key after the other. */
function mount(place: Place, value: string): Candidate[] {
  const comma = value.lastIndexOf(',') + 1;
  const lead = value.slice(0, comma);
  const part = value.slice(comma);
  const isVolume = /(^|,)type=volume/.test(value);
  const values: readonly Candidate[] = part.startsWith('type=')
    ? plain(['type=bind', 'type=volume', 'type=tmpfs'])
    : isVolume && /^(source|src)=/.test(part)
      ? volumes(place).map((one) => ({ ...one, text: `${part.slice(0, part.indexOf('=') + 1)}${one.text}` }))
      : plain(
          ['type=', 'source=', 'target=', 'readonly', 'volume-opt=', 'bind-propagation='].filter((key) => key === 'type=' || lead !== ''),
        );
  return values.map((one) => ({ ...one, text: `${lead}${one.text}`, shown: one.text }));
}

/** A volume's name, or a path of the host. */
function volumeValue(place: Place, typed: Typed, keep: number, value: string): Found {
  if (value.includes(':')) return { list: [], keep };
  const files = /^[./~]/.test(value) ? paths(place, typed, {}, keep).list : [];
  return { list: [...files, ...volumes(place).map((one) => ({ ...one, text: `${one.text}:` }))], keep };
}
