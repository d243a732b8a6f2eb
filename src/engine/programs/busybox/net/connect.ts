import { type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { refuse } from './refuse.ts';

const forEver = { ready: () => false };

/** nc [-iN] [-wN] [-l] [-p PORT] [-e PROG] HOST PORT. Listening waits for a connection that never comes. */
export function* nc(a: Call): Run {
  const o = a.options('lp:w:i:f:e:');
  if (o.has('f')) return a.die('-f is not simulated by Strata');
  if (o.has('l')) {
    yield forEver;
    return 1;
  }
  const [host, port] = o.rest;
  if (host === undefined || o.rest.length > 2) a.showUsage();
  return yield* refuse(a, host, Number(port ?? 0));
}

/** telnet, ftpget, ftpput, traceroute: as far as a connection goes. */
export const connector = (spec: string, min: number, port: number) =>
  function* connect(a: Call): Run {
    const o = a.options(spec, { min });
    return yield* refuse(a, o.rest[0]!, port);
  };

/** nslookup: asks the first name server of /etc/resolv.conf, which no route leads to. */
export function* nslookup(a: Call): Run {
  const words = a.args.filter((word) => !word.startsWith('-'));
  const [name, given] = words;
  if (name === undefined) a.showUsage();
  const server = given ?? nameServer(a);
  if (!server.startsWith('127.')) a.die(`can't connect to remote host (${server}): Network is unreachable`);
  yield* a.complain(`write to '${server}': Connection refused`);
  yield* a.line(';; connection timed out; no servers could be reached');
  yield* a.line('');
  return 1;
}

function nameServer(a: Call): string {
  try {
    const text = new TextDecoder().decode(a.p.fs.readFile('/etc/resolv.conf', 65_536));
    return /^nameserver\s+(\S+)/m.exec(text)?.[1] ?? '127.0.0.1';
  } catch (error) {
    if (error instanceof SysError) return '127.0.0.1';
    throw error;
  }
}
