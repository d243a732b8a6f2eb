import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { eachInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** nl: lines with numbers before them. */
export const nl: Applet = function* (a) {
  const options = a.options('b:i:s:v:w:');
  const number = (key: string, otherwise: number): number =>
    options.has(key) ? numberArgument(a, options.value(key)!, { max: 0x7fff_ffff }) : otherwise;
  const style = options.value('b')?.[0] ?? 't';
  const step = number('i', 1);
  const separator = options.value('s') ?? '\t';
  const width = number('w', 6);
  let next = number('v', 1);
  return yield* eachInput(a, options.rest, function* (input) {
    for (;;) {
      const line = yield* input.text();
      if (line === undefined) return;
      if (style === 'a' || (style === 't' && line !== '')) {
        yield* a.line(`${String(next).padStart(width)}${separator}${line}`);
        next += step;
      } else yield* a.line(' '.repeat(width + separator.length) + line);
      if (a.p.tick()) yield TURN;
    }
  });
};
