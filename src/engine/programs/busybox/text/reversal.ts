import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { openOrComplain } from './input.ts';

/** tac: each file's lines, last first. */
export const tac: Applet = function* (a) {
  const { rest } = a.options('');
  let status = 0;
  for (const file of rest.length === 0 ? ['-'] : rest) {
    const input = yield* openOrComplain(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    const lines: string[] = [];
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) break;
      lines.push(line);
      if (a.p.tick()) yield TURN;
    }
    input.close();
    for (const line of lines.reverse()) {
      yield* a.print(line);
      if (a.p.tick()) yield TURN;
    }
  }
  return status;
};

/** rev: each line's bytes, last first. A line ends for it at a NUL. */
export const rev: Applet = function* (a) {
  const { rest } = a.options('');
  let status = 0;
  for (const file of rest.length === 0 ? ['-'] : rest) {
    const input = yield* openOrComplain(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) break;
      const text = line.endsWith('\n') ? line.slice(0, -1) : line;
      const nul = text.indexOf('\0');
      if (nul === 0) break;
      if (nul > 0) yield* a.print([...text.slice(0, nul)].reverse().join(''));
      else yield* a.print([...text].reverse().join('') + (line.endsWith('\n') ? '\n' : ''));
      if (a.p.tick()) yield TURN;
    }
    input.close();
  }
  return status;
};
