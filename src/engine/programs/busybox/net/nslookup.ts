import { ask, type Lookup, type Run, resolverConfig } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** nslookup [-type=T] HOST [SERVER]: asks a name server, never /etc/hosts. Servers know addresses only. */
export function* nslookup(a: Call): Run {
  const words = a.args.filter((word) => !word.startsWith('-'));
  const [name, given] = words;
  if (name === undefined) a.showUsage();
  const type = a.args.map((word) => /^-(?:query)?type=(.*)$/i.exec(word)?.[1]?.toUpperCase()).find((each) => each !== undefined);
  const server = given ?? resolverConfig(a.p).servers[0]!;
  const numbers = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(name);
  const question = numbers === null ? name : `${numbers.slice(1).reverse().join('.')}.in-addr.arpa`;
  const found = yield* ask(a.p, [server], question.toLowerCase());
  if (found.kind === 'unanswered' && found.errno !== 'SERVFAIL') return yield* silent(a, server, found.errno);
  yield* a.print(`Server:\t\t${server}\nAddress:\t${server}:53\n\n`);
  const questions = numbers !== null || (type !== undefined && type !== 'A') ? 1 : type === 'A' ? 1 : 2;
  for (let part = 0; part < questions; part++) yield* answer(a, question, found, type === undefined ? (part === 0 ? 'A' : 'AAAA') : type);
  return found.kind === 'found' ? 0 : 1;
}

function* answer(a: Call, question: string, found: Lookup, type: string): Run {
  if (found.kind !== 'found') {
    yield* a.print(`** server can't find ${question}: ${found.kind === 'unknown' ? 'NXDOMAIN' : 'SERVFAIL'}\n\n`);
    return 1;
  }
  yield* a.line('Non-authoritative answer:');
  if (type === 'A') for (const address of found.addresses) yield* a.print(`Name:\t${question}\nAddress: ${address}\n`);
  yield* a.line('');
  return 0;
}

function* silent(a: Call, server: string, errno: string): Run {
  if (errno === 'ENETUNREACH') a.die(`can't connect to remote host (${server}): Network is unreachable`);
  if (errno === 'ECONNREFUSED') yield* a.complain(`write to '${server}': Connection refused`);
  yield* a.line(';; connection timed out; no servers could be reached');
  yield* a.line('');
  return 1;
}
