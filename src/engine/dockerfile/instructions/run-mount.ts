import { toLower } from '../../go/case.ts';
import { csvFields } from '../../go/csv.ts';
import { parseBool, parseUint32 } from '../../go/numbers.ts';
import { quote } from '../../go/quote.ts';
import { ramInBytes } from '../../go/ram.ts';
import { withSuggestion } from '../suggest.ts';
import { fail } from './request.ts';

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
export type CacheSharing = 'shared' | 'private' | 'locked';

/** One `RUN --mount`. Texts are '' and numbers absent where nothing was given. */
export interface Mount {
  readonly type: MountType;
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Bytes; 0 for no limit. */
  readonly sizeLimit: number;
  readonly id: string;
  readonly sharing: CacheSharing | '';
  readonly required: boolean;
  /** The variable a secret is put in. */
  readonly env?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** The value of one `--mount` flag, checked as far as that is possible without variables. */
export interface MountOptions {
  readonly text: string;
  readonly fields: readonly string[];
  /** The stage, image or stage number; known before variables are, since `from` takes none. */
  readonly from: string;
}

const types: readonly MountType[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const sharings: readonly CacheSharing[] = ['shared', 'private', 'locked'];
// biome-ignore format: a list of names
const keys = ['type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode', 'uid', 'gid', 'src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'];

type Draft = { -readonly [K in keyof Mount]: Mount[K] } & { readOnlyGiven: boolean };

function cut(field: string): { key: string; value: string | undefined } {
  const equals = field.indexOf('=');
  return equals < 0 ? { key: toLower(field), value: undefined } : { key: toLower(field.slice(0, equals)), value: field.slice(equals + 1) };
}

/** First reading: fields are cut and `from` is refused variables. Everything else waits for them. */
export function parseMountOptions(text: string): MountOptions {
  const fields = csvFields(text);
  if (!fields.ok) fail(`failed to parse csv mounts: ${fields.error}`);
  let from = '';
  for (const field of fields.value) {
    const { key, value } = cut(field);
    if (key !== 'from' || value === undefined) continue;
    const dollar = value.indexOf('$');
    if (dollar >= 0 && dollar !== value.length - 1) {
      fail(`'${key}' doesn't support variable expansion, define alias stage instead`);
    }
    from = value;
  }
  return { text, fields: fields.value, from };
}

function oneOf<T extends string>(value: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === toLower(value));
  if (found === undefined) fail(withSuggestion(`unsupported ${what} ${quote(value)}`, value, allowed, true));
  return found;
}

function boolean(key: string, value: string): boolean {
  return parseBool(value) ?? fail(`invalid value for ${key}: ${value}`);
}

function id32(key: 'mode' | 'uid' | 'gid', value: string): number {
  return parseUint32(value, key === 'mode' ? 8 : 10) ?? fail(`invalid value ${value} for ${key}`);
}

function setFlag(mount: Draft, key: string, field: string): void {
  if (key === 'required') setOption(mount, key, 'true', field);
  else if (key === 'readonly' || key === 'ro' || key === 'readwrite' || key === 'rw') {
    mount.readOnly = key === 'readonly' || key === 'ro';
    mount.readOnlyGiven = true;
  } else fail(`invalid field '${field}' must be a key=value pair`);
}

function setOption(mount: Draft, key: string, value: string, field: string): void {
  const onlyFor = (...allowed: MountType[]): void => {
    if (!allowed.includes(mount.type)) fail(`unexpected key '${key}' for mount type '${mount.type}'`);
  };
  switch (key) {
    case 'type':
      mount.type = oneOf(value, types, 'mount type');
      break;
    case 'from':
      mount.from = value;
      break;
    case 'source':
    case 'src':
      mount.source = value;
      break;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      break;
    case 'readonly':
    case 'ro':
    case 'readwrite':
    case 'rw':
      mount.readOnly = boolean(key, value) === (key === 'readonly' || key === 'ro');
      mount.readOnlyGiven = true;
      break;
    case 'required':
      onlyFor('secret', 'ssh');
      mount.required = boolean(key, value);
      break;
    case 'size':
      onlyFor('tmpfs');
      mount.sizeLimit = ramInBytes(value) ?? fail(`invalid value for ${key}: ${value}`);
      break;
    case 'id':
      mount.id = value;
      break;
    case 'sharing':
      mount.sharing = oneOf(value, sharings, 'sharing value');
      break;
    case 'mode':
    case 'uid':
    case 'gid':
      mount[key] = id32(key, value);
      break;
    case 'env':
      mount.env = value;
      break;
    default:
      fail(withSuggestion(`unexpected key '${key}' in '${field}'`, key, keys, true));
  }
}

function check(mount: Draft): void {
  if (mount.type === 'bind' || mount.type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid'] as const) {
      if (mount[key] !== undefined) fail(`${key} not allowed for ${quote(mount.type)} type mounts`);
    }
  }
  if (mount.type === 'secret') {
    if (mount.from !== '') fail('secret mount should not have a from');
    if (mount.sharing !== '') fail('secret mount should not define sharing');
    if (mount.source === '' && mount.target === '' && mount.id === '') fail('invalid secret mount. one of source, target required');
    if (mount.source !== '' && mount.id !== '') fail("both source and id can't be set");
  }
  if (mount.sharing !== '' && mount.type !== 'cache') fail(`invalid cache sharing set for ${mount.type} mount`);
}

/** Second reading, when the step runs: every value is expanded. Throws DockerfileError. Upstream: instructions/commands_runmount.go. */
export function parseMount(options: MountOptions, expand: (word: string) => string): Mount {
  const mount: Draft = {
    type: 'bind',
    from: '',
    source: '',
    target: '',
    readOnly: false,
    readOnlyGiven: false,
    sizeLimit: 0,
    id: '',
    sharing: '',
    required: false,
  };
  for (const field of options.fields) {
    const { key, value } = cut(field);
    if (value === undefined) setFlag(mount, key, field);
    else setOption(mount, key, expand(value), field);
  }
  check(mount);
  const { readOnlyGiven, ...result } = mount;
  if (!readOnlyGiven) result.readOnly = mount.type !== 'cache' && mount.type !== 'tmpfs';
  return result;
}
