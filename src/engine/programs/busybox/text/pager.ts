import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { openOrDie } from './input.ts';

/** more and less: files as they are. Output never waits for keys here: what a terminal shows can be scrolled. */
export const pager: Applet = function* (a) {
  const options = a.name === 'less' ? a.options('EFIMmNSRh~') : a.options('');
  for (const file of options.rest.length === 0 ? ['-'] : options.rest) {
    const input = openOrDie(a, file);
    for (;;) {
      const text = yield* input.some();
      if (text === undefined) break;
      yield* a.print(text);
      if (a.p.tick()) yield TURN;
    }
    input.close();
  }
  return 0;
};
