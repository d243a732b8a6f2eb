import { ramInBytes, SizeError } from '../format/size.ts';
import { csvRecord } from './csv.ts';
import { parseBool } from './number.ts';

/** What `--mount` describes; field names as in the Engine API. `source` is as typed, relative or not. */
export interface MountFlag {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly consistency: string;
  /** Given `bind-*`, `volume-*`, `tmpfs-*` and `image-*` options by key, later ones winning; a flag option is `true`. */
  readonly options: ReadonlyMap<string, string>;
  /** `volume-label` and `volume-opt` pairs, which add up. */
  readonly labels: ReadonlyMap<string, string>;
  readonly driverOptions: ReadonlyMap<string, string>;
}

const NAMES: Record<string, string> = { src: 'source', dst: 'target', destination: 'target', ro: 'readonly' };
const BARE = new Set(['readonly', 'volume-nocopy', 'bind-nonrecursive']);
const BOOLS = new Set(['readonly', 'volume-nocopy', 'bind-nonrecursive']);
const FREE = new Set([
  'type',
  'source',
  'target',
  'consistency',
  'bind-propagation',
  'volume-subpath',
  'volume-label',
  'volume-driver',
  'volume-opt',
  'image-subpath',
]);
const RECURSIVE = ['enabled', 'disabled', 'writable', 'readonly'];

/** Reads a `--mount` value; a string is Docker's error. Source: docker/cli opts/mount.go. */
export function parseMount(text: string): MountFlag | string {
  const record = csvRecord(text);
  if ('error' in record) return record.error;
  const given = new Map<string, string>();
  const labels = new Map<string, string>();
  const driverOptions = new Map<string, string>();
  for (const field of record.fields) {
    const at = field.indexOf('=');
    const typed = (at < 0 ? field : field.slice(0, at)).toLowerCase();
    const key = NAMES[typed] ?? typed;
    const value = at < 0 ? 'true' : field.slice(at + 1);
    if (at < 0 && !BARE.has(key)) return `invalid field '${field}' must be a key=value pair`;
    const error = valueError(typed, key, value, field);
    if (error !== undefined) return error;
    if (key === 'volume-label') addPair(labels, value);
    if (key === 'volume-opt') addPair(driverOptions, value);
    given.set(key, BOOLS.has(key) ? String(parseBool(value)) : value);
  }
  return assemble(given, labels, driverOptions);
}

function valueError(typed: string, key: string, value: string, field: string): string | undefined {
  if (FREE.has(key)) return undefined;
  if (BOOLS.has(key)) return parseBool(value) === undefined ? `invalid value for ${typed}: ${value}` : undefined;
  if (key === 'bind-recursive')
    return RECURSIVE.includes(value)
      ? undefined
      : `invalid value for ${key}: ${value} (must be "enabled", "disabled", "writable", or "readonly")`;
  if (key === 'tmpfs-mode') return /^[0-7]{1,11}$/.test(value) ? undefined : `invalid value for ${key}: ${value}`;
  if (key !== 'tmpfs-size') return `unexpected key '${typed}' in '${field}'`;
  try {
    ramInBytes(value);
    return undefined;
  } catch (error) {
    if (error instanceof SizeError) return `invalid value for ${key}: ${value}`;
    throw error;
  }
}

function addPair(into: Map<string, string>, pair: string): void {
  const at = pair.indexOf('=');
  const key = at < 0 ? pair : pair.slice(0, at);
  if (key !== '') into.set(key, at < 0 ? '' : pair.slice(at + 1));
}

function assemble(given: Map<string, string>, labels: Map<string, string>, driverOptions: Map<string, string>): MountFlag | string {
  const type = (given.get('type') ?? 'volume').toLowerCase();
  const target = given.get('target') ?? '';
  if (type === '') return 'type is required';
  if (target === '') return 'target is required';
  const options = new Map([...given].filter(([key]) => /^(?:bind|volume|tmpfs|image)-/.test(key)));
  for (const kind of ['volume', 'bind', 'image', 'tmpfs'])
    if (type !== kind && [...options.keys()].some((key) => key.startsWith(`${kind}-`)))
      return `cannot mix '${kind}-*' options with mount type '${type}'`;
  const readOnly = given.get('readonly') === 'true';
  if (options.get('bind-recursive') === 'readonly') {
    if (!readOnly) return "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction";
    if (options.get('bind-propagation')?.toLowerCase() !== 'rprivate')
      return "option 'bind-recursive=readonly' requires 'bind-propagation=rprivate' to be specified in conjunction";
  }
  return {
    type,
    source: given.get('source') ?? '',
    target,
    readOnly,
    consistency: given.get('consistency') ?? '',
    options,
    labels,
    driverOptions,
  };
}
