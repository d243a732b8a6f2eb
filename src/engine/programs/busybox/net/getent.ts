import { encodeText, fromBytes, type Run, type Step, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

const TRY = "Try `getent --help' or `getent --usage' for more information.\n";
/** Databases that are a file of lines, and the fields that a key may be. */
const FILES: Readonly<Record<string, readonly number[]>> = { passwd: [0, 2], group: [0, 2], shadow: [0], gshadow: [0] };

/** getent DATABASE [KEY…], of the GNU C library: what a name leads to, or a user's line. Ends with 2 when a key is not found. */
export function* getent(a: Call): Run {
  const [database, ...keys] = a.args.filter((word) => !word.startsWith('-'));
  if (database === undefined) {
    yield* a.warn(`getent: wrong number of arguments\n${TRY}`);
    return 1;
  }
  if (database === 'hosts' || /^ahosts(v4|v6)?$/.test(database)) return yield* hosts(a, database, keys);
  const fields = FILES[database];
  if (fields === undefined) {
    yield* a.warn(`Unknown database: ${database}\n${TRY}`);
    return 1;
  }
  const lines = text(a, `/etc/${database}`)
    .split('\n')
    .filter((line) => line !== '');
  let status = 0;
  for (const key of keys) {
    const found = lines.find((line) => fields.some((field) => line.split(':')[field] === key));
    if (found === undefined) status = 2;
    else yield* a.line(found);
  }
  if (keys.length === 0) for (const line of lines) yield* a.line(line);
  return status;
}

function* hosts(a: Call, database: string, keys: readonly string[]): Run {
  if (keys.length === 0) {
    for (const line of text(a, '/etc/hosts').split('\n')) {
      const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
      if (address !== undefined && names.length > 0) yield* a.line(`${address.padEnd(15)} ${names.join(' ')}`);
    }
    return 0;
  }
  let status = 0;
  for (const key of keys) if (!(yield* one(a, database, key))) status = 2;
  return status;
}

function* one(a: Call, database: string, key: string): Step<boolean> {
  const found = yield* a.p.net.lookup(key);
  if (found.kind !== 'found' || database === 'ahostsv6') return false;
  const name = found.from === 'address' && database === 'hosts' ? nameOf(a, key) : encodeText(found.name);
  if (name === undefined) return false;
  for (const [index, address] of found.addresses.entries()) {
    if (database === 'hosts') yield* a.line(`${address.padEnd(15)} ${name}`);
    else
      for (const type of ['STREAM', 'DGRAM', 'RAW'])
        yield* a.line(`${address.padEnd(15)} ${type.padEnd(6)} ${type === 'STREAM' && index === 0 ? name : ''}`);
  }
  return true;
}

/** The names that /etc/hosts has for an address. */
function nameOf(a: Call, address: string): string | undefined {
  for (const line of text(a, '/etc/hosts').split('\n')) {
    const [first, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (first === address && names.length > 0) return names.join(' ');
  }
  return undefined;
}

function text(a: Call, path: string): string {
  try {
    return fromBytes(a.p.fs.readFile(path));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}
