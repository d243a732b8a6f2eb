import { capable, type Route, type Run, routeTo, type Step } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { unsigned } from '../numbers.ts';
import { duration } from '../system/sleep.ts';
import { resolveHost } from './resolve.ts';

/** Seconds that a lost answer is waited for at the end. */
const PATIENCE = 10;

/** ping [-c CNT] [-s SIZE] [-i SECS] [-w SECS] [-W SECS] [-q] … HOST. Every machine that a way leads to answers. */
export function* ping(a: Call): Run {
  const o = a.options('46c:s:t:w:W:I:np:i:qvA', { min: 1, max: 1 });
  const number = (key: string, fallback: number): number => {
    const text = o.value(key);
    return text === undefined ? fallback : (unsigned(text) ?? a.die(`invalid number '${text}'`));
  };
  if (!capable(a.p.credentials, 'NET_RAW')) a.die('permission denied (are you root?)');
  const host = o.rest[0]!;
  const count = number('c', 0) || Number.POSITIVE_INFINITY;
  const size = number('s', 56);
  const pause = duration(o.value('i') ?? '1') ?? a.die(`invalid number '${o.value('i')}'`);
  const until = o.has('w') ? a.p.now() + number('w', 0) : Number.POSITIVE_INFINITY;
  const six = a.name === 'ping6' || o.has('6') || host.includes(':');
  const address = six
    ? host === '::1' || host === 'localhost'
      ? '::1'
      : a.die(`bad address '${host}'`)
    : ((yield* resolveHost(a.p, host))?.address ?? a.die(`bad address '${host}'`));
  yield* a.line(`PING ${host} (${address}): ${size} data bytes`);
  yield* a.flush();
  const tally = { sent: 0, received: 0, times: [] as number[] };
  a.p.setDisposition(2, 'catch');
  while (tally.sent < count && a.p.now() < until && a.p.caught.length === 0) {
    if (tally.sent > 0) yield* a.p.sleep(pause);
    if (a.p.caught.length > 0 || a.p.now() >= until) break;
    const route = routeTo(a.p.net.stack, address);
    if (route.kind === 'failed' && route.errno === 'ENETUNREACH') return a.die('sendto: Network is unreachable');
    tally.sent++;
    if (route.kind === 'reached') yield* reply(a, { address, size, quiet: o.has('q') }, route, tally);
  }
  if (tally.received < tally.sent && a.p.caught.length === 0)
    yield* a.p.sleep(Math.min(number('W', PATIENCE), Math.max(0, until - a.p.now())));
  yield* summary(a, host, tally);
  return tally.received > 0 ? 0 : 1;
}

interface Tally {
  sent: number;
  received: number;
  /** Milliseconds. */
  readonly times: number[];
}

type Reached = Extract<Route, { kind: 'reached' }>;

function* reply(
  a: Call,
  to: { address: string; size: number; quiet: boolean },
  { delay, routers, out }: Reached,
  tally: Tally,
): Step<void> {
  const sequence = tally.sent - 1;
  // The first question to a neighbour waits for its hardware address.
  const seconds = sequence === 0 && out.segment !== undefined ? delay * 1.5 : delay;
  yield* a.p.sleep(seconds);
  const time = seconds * 1000;
  tally.received++;
  tally.times.push(time);
  if (!to.quiet)
    yield* a.line(`${to.size + 8} bytes from ${to.address}: seq=${sequence} ttl=${64 - routers.length} time=${time.toFixed(3)} ms`);
  yield* a.flush();
}

function* summary(a: Call, host: string, { sent, received, times }: Tally): Step<void> {
  const loss = sent === 0 ? 0 : Math.floor(((sent - received) * 100) / sent);
  yield* a.print(`\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${received} packets received, ${loss}% packet loss\n`);
  if (times.length === 0) return;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const shown = [Math.min(...times), mean, Math.max(...times)].map((time) => time.toFixed(3));
  yield* a.line(`round-trip min/avg/max = ${shown.join('/')} ms`);
}

/** traceroute [-m MAX] HOST: the routers on the way, then the host. */
export function* traceroute(a: Call): Run {
  const o = a.options('46FIlnrdvxt:i:m:p:q:s:w:z:f:g:', { min: 1 });
  const host = o.rest[0]!;
  const address = (yield* resolveHost(a.p, host))?.address ?? a.die(`bad address '${host}'`);
  const most = Number(o.value('m') ?? 30);
  const route = routeTo(a.p.net.stack, address);
  if (route.kind === 'failed' && route.errno === 'ENETUNREACH')
    return a.die(`can't connect to remote host (${address}): Network is unreachable`);
  yield* a.line(`traceroute to ${host} (${address}), ${most} hops max, 46 byte packets`);
  const stops = route.kind === 'reached' ? [...route.routers, address] : [];
  for (const [index, stop] of stops.slice(0, most).entries()) {
    const time = route.kind === 'reached' ? ((route.delay * 1000 * (index + 1)) / stops.length).toFixed(3) : '';
    yield* a.line(`${String(index + 1).padStart(2)}  ${stop} (${stop})  ${time} ms  ${time} ms  ${time} ms`);
  }
  for (let hop = stops.length + 1; route.kind === 'failed' && hop <= most; hop++) {
    yield* a.line(`${String(hop).padStart(2)}  *  *  *`);
    yield* a.p.sleep(15);
  }
  return 0;
}
