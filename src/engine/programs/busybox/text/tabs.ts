import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import type { Options } from '../options.ts';
import { eachInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

const tabSize = (a: Call, options: Options): number => (options.has('t') ? numberArgument(a, options.value('t')!, { min: 1 }) : 8);

function* eachLine(a: Call, files: readonly string[], change: (line: string) => string): Step<number> {
  return yield* eachInput(a, files, function* (input) {
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) return;
      yield* a.print(change(line));
      if (a.p.tick()) yield TURN;
    }
  });
}

const EXPAND = { initial: { as: 'i' }, tabs: { as: 't', arg: 'required' } } as const;
const UNEXPAND = { 'first-only': { as: 'f' }, tabs: { as: 't', arg: 'required' }, all: { as: 'a' } } as const;

/** expand: tabs become spaces. */
export const expand: Applet = function* (a) {
  const options = a.options('it:', { long: EXPAND });
  const size = tabSize(a, options);
  const initialOnly = options.has('i');
  return yield* eachLine(a, options.rest, (line) => {
    let out = '';
    let from = 0;
    for (let at = 0; at < line.length; at++) {
      if (initialOnly && line[at] !== ' ' && line[at] !== '\t') break;
      if (line[at] !== '\t') continue;
      out += line.slice(from, at) + ' '.repeat(size - ((at - from) % size));
      from = at + 1;
    }
    return out + line.slice(from);
  });
};

/** unexpand: spaces become tabs, in the first run of a line or (-a) in all. */
export const unexpand: Applet = function* (a) {
  const options = a.options('ft:a', { long: UNEXPAND });
  const size = tabSize(a, options);
  const all = !options.has('f') && (options.has('a') || options.has('t'));
  return yield* eachLine(a, options.rest, (line) => {
    let out = '';
    let column = 0;
    for (let at = 0; at < line.length; ) {
      let spaces = 0;
      for (; line[at] === ' '; at++) spaces++;
      column += spaces;
      if (line[at] === '\t') {
        column += size - (column % size);
        at++;
        continue;
      }
      const tabs = Math.floor(column / size);
      if (tabs > 0) spaces = column = column % size;
      out += '\t'.repeat(tabs) + ' '.repeat(spaces);
      if (!all && at !== 0) return out + line.slice(at);
      const word = /^[^\t ]*/.exec(line.slice(at))![0];
      out += word;
      at += word.length;
      column = (column + word.length) % size;
    }
    return out;
  });
};
