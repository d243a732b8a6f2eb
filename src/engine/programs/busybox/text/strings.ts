import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { eachInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** strings: runs of printable bytes in files. */
export const strings: Applet = function* (a) {
  const options = a.options('an:fot:');
  const least = options.has('n') ? numberArgument(a, options.value('n')!, { min: 1, max: 0x7fff_ffff }) : 4;
  const radix = options.has('o') ? 8 : ({ o: 8, d: 10, x: 16 } as Record<string, number>)[options.value('t') ?? ''];
  if (options.has('t') && radix === undefined) a.showUsage();
  return yield* eachInput(a, options.rest, function* (input) {
    let run = '';
    let at = 0;
    let start = 0;
    for (;;) {
      const part = yield* input.some();
      const bytes = part ?? '\0';
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes.charCodeAt(i);
        if ((byte >= 32 && byte < 127) || byte === 9) {
          if (run === '') start = at + i;
          run += bytes[i];
        } else if (run !== '') {
          if (run.length >= least) {
            const offset = radix === undefined ? '' : `${start.toString(radix).padStart(7)} `;
            yield* a.line(`${options.has('f') ? `${input.name}: ` : ''}${offset}${run}`);
          }
          run = '';
        }
        if ((i & 255) === 0 && a.p.tick()) yield TURN;
      }
      if (part === undefined) return;
      at += bytes.length;
    }
  });
};
