import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { type Input, openInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** cmp: where two files first differ, or (-l) everywhere they do. */
export const cmp: Applet = function* (a) {
  a.errorStatus = 2;
  const number = (text: string): number => numberArgument(a, text, { max: Number.MAX_SAFE_INTEGER });
  a.errorStatus = 1;
  const options = a.options('sln:', { min: 1, max: 4 });
  if (options.has('s') && options.has('l')) a.showUsage();
  a.errorStatus = 2;
  const [first, second = '-', skipFirst, skipSecond] = options.rest as [string, ...string[]];
  const limit = options.has('n') ? number(options.value('n')!) : Number.POSITIVE_INFINITY;
  const open = (name: string): Input => {
    try {
      return openInput(a, name);
    } catch (error) {
      return a.dieOf(name, error);
    }
  };
  const silent = options.has('s');
  const files = [first, second].map((name) => {
    if (silent && name !== '-' && !a.p.fs.exists(name)) return undefined;
    return open(name);
  });
  const [x, y] = files;
  if (x === undefined || y === undefined) return 2;
  for (const [input, skip] of [
    [x, skipFirst],
    [y, skipSecond],
  ] as const) {
    for (let left = skip === undefined ? 0 : number(skip); left > 0; left--) {
      if ((yield* input.byte()) === undefined) break;
      if (a.p.tick()) yield TURN;
    }
  }
  let status = 0;
  let line = 1;
  for (let position = 1; position <= limit; position++) {
    const left = yield* x.byte();
    const right = yield* y.byte();
    if (left !== right) {
      status = 1;
      if (left === undefined || right === undefined) {
        if (!silent) yield* a.complain(`EOF on ${left === undefined ? first : second}`);
        break;
      }
      if (silent) break;
      if (!options.has('l')) {
        yield* a.line(`${first} ${second} differ: char ${position}, line ${line}`);
        break;
      }
      const octal = (byte: string): string => byte.charCodeAt(0).toString(8).padStart(3);
      yield* a.line(`${position} ${octal(left)} ${octal(right)}`);
    } else if (left === undefined) break;
    if (left === '\n') line++;
    if (a.p.tick()) yield TURN;
  }
  x.close();
  y.close();
  return status;
};
