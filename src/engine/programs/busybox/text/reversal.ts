import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { eachInput } from './input.ts';

/** tac: each file's lines, last first. */
export const tac: Applet = function* (a) {
  const { rest } = a.options('');
  return yield* eachInput(a, rest, function* (input) {
    const lines: string[] = [];
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) break;
      lines.push(line);
      if (a.p.tick()) yield TURN;
    }
    for (const line of lines.reverse()) {
      yield* a.print(line);
      if (a.p.tick()) yield TURN;
    }
  });
};

/** rev: each line's bytes, last first. A line ends for it at a NUL. */
export const rev: Applet = function* (a) {
  const { rest } = a.options('');
  return yield* eachInput(a, rest, function* (input) {
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) return;
      const text = line.endsWith('\n') ? line.slice(0, -1) : line;
      const nul = text.indexOf('\0');
      if (nul === 0) return;
      if (nul > 0) yield* a.print([...text.slice(0, nul)].reverse().join(''));
      else yield* a.print([...text].reverse().join('') + (line.endsWith('\n') ? '\n' : ''));
      if (a.p.tick()) yield TURN;
    }
  });
};
