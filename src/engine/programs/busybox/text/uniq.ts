import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { openOrDie } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** uniq: lines that repeat the one before are dropped, counted (-c), or chosen (-d, -u). */
export const uniq: Applet = function* (a) {
  const options = a.options('cduf:s:w:iz', { max: 2 });
  const number = (key: string, otherwise: number): number =>
    options.has(key) ? numberArgument(a, options.value(key)!, { max: 0x7fff_ffff }) : otherwise;
  const fields = number('f', 0);
  const chars = number('s', 0);
  const width = number('w', Number.POSITIVE_INFINITY);
  const delimiter = options.has('z') ? '\0' : '\n';
  const [file = '-', output] = options.rest;
  const input = openOrDie(a, file);
  if (output !== undefined && output !== '-') {
    try {
      a.p.io.close(1);
      a.p.io.installAt(1, a.p.io.at(a.p.fs.open(output, { write: true, create: true, truncate: true })));
    } catch (error) {
      a.dieOf(`can't open '${output}'`, error);
    }
  }
  const key = (line: string): string => {
    let at = 0;
    for (let i = 0; i < fields; i++) {
      while (at < line.length && /[ \t-\r]/.test(line[at]!)) at++;
      while (at < line.length && !/[ \t-\r]/.test(line[at]!)) at++;
    }
    const part = line.slice(at + Math.min(chars, line.length - at)).slice(0, width);
    return options.has('i') ? part.replace(/[A-Z]/g, (char) => char.toLowerCase()) : part;
  };
  let current = yield* input.text();
  while (current !== undefined) {
    const line = current;
    const wanted = key(line);
    let repeats = 1;
    for (;;) {
      current = yield* input.text();
      if (current === undefined || key(current) !== wanted) break;
      repeats++;
      if (a.p.tick()) yield TURN;
    }
    if (repeats > 1 ? options.has('u') : options.has('d')) continue;
    yield* a.print(`${options.has('c') ? `${String(repeats).padStart(7)} ` : ''}${line}${delimiter}`);
    if (a.p.tick()) yield TURN;
  }
  if (input.error !== undefined) a.die(`${file}: I/O error`);
  input.close();
  return 0;
};
