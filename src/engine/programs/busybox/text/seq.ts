import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { formatFloat } from './c-format.ts';
import { parseFloatPrefix } from './c-number.ts';

/** seq: numbers from FIRST to LAST by INC, with as many decimals as FIRST and INC have. */
export const seq: Applet = function* (a) {
  const options = a.options('+ws:', { min: 1, max: 3 });
  const words = options.rest;
  const numbers = words.map((word) => {
    const { value, length } = parseFloatPrefix(word);
    if (length === 0 || length !== word.length) a.showUsage();
    return value;
  });
  const first = words.length > 1 ? numbers[0]! : 1;
  const step = words.length > 2 ? numbers[1]! : 1;
  const last = numbers.at(-1)!;
  let width = 0;
  let decimals = 0;
  for (const [index, word] of words.entries()) {
    const [whole = '', fraction = ''] = word.split('.');
    width = Math.max(width, whole.length);
    if (index < words.length - 1 || words.length === 1) decimals = Math.max(decimals, fraction.length);
  }
  if (words.length === 1) decimals = 0;
  if (decimals > 0) width += decimals + 1;
  const conversion = { flags: '0', width: options.has('w') ? width : 0, precision: decimals, letter: 'f' };
  const separator = options.value('s') ?? '\n';
  let any = false;
  for (let count = 0; ; count++) {
    const value = first + count * step;
    if (step >= 0 ? value > last : value < last) break;
    yield* a.print((any ? separator : '') + formatFloat(value, conversion));
    any = true;
    if (a.p.tick()) yield TURN;
  }
  if (any) yield* a.print('\n');
  return 0;
};
