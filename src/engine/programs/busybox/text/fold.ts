import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { eachInput } from './input.ts';
import { numberArgument } from './number-argument.ts';
import { optionsFrom } from './options-from.ts';

/** fold: long lines are broken, at spaces with -s. */
export const fold: Applet = function* (a) {
  const args = a.args.map((word) => word.replace(/^-([0-9])/, '-w$1'));
  const options = optionsFrom(a, args, 'bsw:');
  const width = options.has('w') ? numberArgument(a, options.value('w')!, { min: 1, max: 10_000 }) : 80;
  const inBytes = options.has('b');
  const after = (column: number, char: string): number => {
    if (inBytes) return column + 1;
    if (char === '\b') return Math.max(0, column - 1);
    if (char === '\r') return 0;
    return char === '\t' ? column + 8 - (column % 8) : column + 1;
  };
  return yield* eachInput(a, options.rest, function* (input) {
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) return;
      let out = '';
      let column = 0;
      for (const char of line) {
        if (char === '\n') break;
        for (;;) {
          const next = after(column, char);
          if (next <= width || out === '') {
            column = next;
            out += char;
            break;
          }
          const blank = options.has('s') ? Math.max(out.lastIndexOf(' '), out.lastIndexOf('\t')) : -1;
          const cut = blank < 0 ? out.length : blank + 1;
          yield* a.line(out.slice(0, cut));
          out = out.slice(cut);
          column = [...out].reduce(after, 0);
          if (a.p.tick()) yield TURN;
        }
      }
      yield* a.print(line.endsWith('\n') ? `${out}\n` : out);
      if (a.p.tick()) yield TURN;
    }
  });
};
