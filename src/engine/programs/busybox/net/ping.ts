import { capable, type Run, type Step } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { unsigned } from '../numbers.ts';
import { duration } from '../system/sleep.ts';
import { isLoopback } from './refuse.ts';
import { resolveHost } from './resolve.ts';

/** Virtual milliseconds that a reply over the loopback interface takes. */
const ROUND_TRIP = 0.05;

/** ping [-c CNT] [-s SIZE] [-i SECS] [-q] … HOST: the loopback interface answers, anything else has no route. */
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
  const address = six ? (host === '::1' || host === 'localhost' ? '::1' : a.die(`bad address '${host}'`)) : resolveHost(a.p, host)?.address;
  if (address === undefined) return a.die(`bad address '${host}'`);
  yield* a.line(`PING ${host} (${address}): ${size} data bytes`);
  if (!six && !isLoopback(address)) return a.die('sendto: Network is unreachable');
  a.p.setDisposition(2, 'catch');
  let sent = 0;
  for (; sent < count && a.p.now() < until && a.p.caught.length === 0; sent++) {
    if (sent > 0) yield* a.p.sleep(pause);
    if (a.p.caught.length > 0) break;
    yield* a.p.sleep(ROUND_TRIP / 1000);
    if (!o.has('q')) yield* a.line(`${size + 8} bytes from ${address}: seq=${sent} ttl=64 time=${ROUND_TRIP.toFixed(3)} ms`);
    yield* a.flush();
  }
  yield* summary(a, host, sent);
  return sent > 0 ? 0 : 1;
}

function* summary(a: Call, host: string, sent: number): Step<void> {
  const time = ROUND_TRIP.toFixed(3);
  yield* a.print(`\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${sent} packets received, 0% packet loss\n`);
  if (sent > 0) yield* a.line(`round-trip min/avg/max = ${time}/${time}/${time} ms`);
}
