import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';

/** yes: a line for ever. */
export const yes: Applet = function* (a) {
  const line = `${a.args.length === 0 ? 'y' : a.args.join(' ')}\n`;
  for (;;) {
    yield* a.print(line);
    if (a.p.tick()) yield TURN;
  }
};
