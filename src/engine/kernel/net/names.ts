import { SysError } from '../errno.ts';
import type { Process } from '../process.ts';
import type { Step } from '../wait.ts';
import { parseIPv4 } from './ipv4.ts';
import { routeTo } from './route.ts';
import type { NameServer } from './stack.ts';

/** What asking for a name comes to. `from` tells who knew; `server` is the name server that was asked. */
export type Lookup =
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly addresses: readonly string[];
      readonly from: 'address' | 'hosts' | 'server';
      readonly server?: string;
    }
  /** A name server says that there is no such name. */
  | { readonly kind: 'unknown'; readonly server: string }
  /** No name server answers; `errno` tells of the last one asked, `SERVFAIL` that it could not find out. */
  | { readonly kind: 'unanswered'; readonly server: string; readonly errno: 'ENETUNREACH' | 'ECONNREFUSED' | 'ETIMEDOUT' | 'SERVFAIL' };

/** Docker's own name server inside a container. */
export const EMBEDDED_SERVER = '127.0.0.11';
/** Seconds that a question without an answer takes: two tries of five seconds (resolv.conf(5)). */
const PATIENCE = 10;
const MAX_CONFIG = 1024 * 1024;

/** The addresses of a name as the C library finds them: an address stands for itself, then /etc/hosts, then name servers. */
export function* lookupName(p: Process, name: string): Step<Lookup> {
  const known = lookupLocally(p, name);
  if (known !== undefined) return known;
  const { servers, search, ndots } = resolverConfig(p);
  const dots = name.split('.').length - 1;
  const bare = name.replace(/\.$/, '');
  const candidates = name.endsWith('.')
    ? [bare]
    : dots >= ndots
      ? [bare, ...search.map((domain) => `${bare}.${domain}`)]
      : [...search.map((domain) => `${bare}.${domain}`), bare];
  let last: Lookup = { kind: 'unanswered', server: servers[0]!, errno: 'ECONNREFUSED' };
  for (const candidate of candidates) {
    last = yield* ask(p, servers, candidate.toLowerCase());
    if (last.kind !== 'unknown') return last;
  }
  return last;
}

/** What needs no name server: addresses, and the names of /etc/hosts; undefined for any other. */
export function lookupLocally(p: Process, name: string): Lookup | undefined {
  if (parseIPv4(name) !== undefined || name === '::1') return { kind: 'found', name, addresses: [name], from: 'address' };
  const addresses: string[] = [];
  let canonical = name;
  for (const line of readText(p, '/etc/hosts').split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address === undefined || parseIPv4(address) === undefined) continue;
    if (!names.some((each) => each.toLowerCase() === name.toLowerCase())) continue;
    if (addresses.length === 0) canonical = names[0]!;
    if (!addresses.includes(address)) addresses.push(address);
  }
  return addresses.length === 0 ? undefined : { kind: 'found', name: canonical, addresses, from: 'hosts' };
}

/** What /etc/resolv.conf says; the machine itself when it says nothing (resolv.conf(5)). */
export function resolverConfig(p: Process): { servers: readonly string[]; search: readonly string[]; ndots: number } {
  const text = readText(p, '/etc/resolv.conf');
  const servers = [...text.matchAll(/^nameserver\s+(\S+)/gm)].map((match) => match[1]!).slice(0, 3);
  const search = [...text.matchAll(/^search\s+(.*)$/gm)].at(-1)?.[1]?.trim().split(/\s+/) ?? [];
  const ndots = Number(/^options\s.*?\bndots:(\d+)/m.exec(text)?.[1] ?? 1);
  return { servers: servers.length === 0 ? ['127.0.0.1'] : servers, search: search.filter((domain) => domain !== '.'), ndots };
}

/** Asks name servers for one whole name; the first that answers is believed. */
export function* ask(p: Process, servers: readonly string[], name: string): Step<Lookup> {
  let last: Lookup = { kind: 'unanswered', server: servers[0] ?? '127.0.0.1', errno: 'ECONNREFUSED' };
  for (const server of servers) {
    const errno = yield* reachServer(p, server);
    const addresses = typeof errno === 'string' ? undefined : errno(name, p.ns.network);
    if (addresses === undefined || addresses === 'failure')
      last = { kind: 'unanswered', server, errno: typeof errno === 'string' ? errno : 'SERVFAIL' };
    else if (addresses.length === 0) return { kind: 'unknown', server };
    else return { kind: 'found', name, addresses, from: 'server', server };
  }
  return last;
}

type Silence = Extract<Lookup, { kind: 'unanswered' }>['errno'];

/** The name server at an address, after the time a question takes to get there; or why there is none. */
function* reachServer(p: Process, server: string): Step<NameServer | Silence> {
  const stack = p.ns.network;
  if (server === EMBEDDED_SERVER && stack.embeddedNames !== undefined) return stack.embeddedNames;
  const route = routeTo(stack, server);
  if (route.kind === 'failed') {
    if (route.errno === 'ENETUNREACH') return 'ENETUNREACH';
    yield* p.sleep(PATIENCE);
    return 'ETIMEDOUT';
  }
  if (route.stack.nameServer === undefined) return 'ECONNREFUSED';
  if (route.delay > 0.001) yield* p.sleep(route.delay);
  return route.stack.nameServer;
}

function readText(p: Process, path: string): string {
  try {
    return new TextDecoder().decode(p.fs.readFile(path, MAX_CONFIG));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}
