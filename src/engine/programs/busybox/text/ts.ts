import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { civilFrom, formatTime, localTime, parseZone } from '../dates/index.ts';
import { openInput } from './input.ts';

/** ts: each line with the time at which it came, or (-i, -s) the time passed. */
export const ts: Applet = function* (a) {
  const options = a.options('is', { max: 1 });
  const relative = options.has('i') || options.has('s');
  const format = options.rest[0] ?? (relative ? '%H:%M:%S' : '%b %d %H:%M:%S');
  const zone = parseZone(a.p.env.get('TZ'));
  let base = a.p.now();
  const input = openInput(a, '-');
  for (;;) {
    const line = yield* input.line();
    if (line === undefined) return 0;
    const now = a.p.now();
    const time = relative ? civilFrom(Math.floor(now - base)) : localTime(Math.floor(now), zone);
    if (options.has('i')) base = now;
    yield* a.print(`${formatTime(format, time)} ${line}`);
    if (a.p.tick()) yield TURN;
  }
};
