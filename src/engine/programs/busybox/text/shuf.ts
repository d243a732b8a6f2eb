import { TURN } from '../../../kernel/index.ts';
import type { Applet } from '../applet.ts';
import { openInput } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** Most numbers of a range that are laid out to be shuffled. */
const MAX_RANGE = 10_000_000;

/** shuf: lines, arguments (-e) or numbers (-i) in random order. */
export const shuf: Applet = function* (a) {
  const options = a.options('ei:n:o:z');
  if (options.has('e') && options.has('i')) a.showUsage();
  const end = options.has('z') ? '\0' : '\n';
  let lines: string[] = [];
  if (options.has('i')) {
    const text = options.value('i')!;
    const match = /^([0-9]+)-([0-9]+)$/.exec(text);
    if (match === null || Number(match[1]) > Number(match[2])) return a.die(`bad range '${text}'`);
    const low = Number(match[1]);
    const count = Number(match[2]) - low + 1;
    if (count > MAX_RANGE) a.die('out of memory');
    lines = Array.from({ length: count }, (_, i) => String(low + i));
  } else if (options.has('e')) lines = [...options.rest];
  else {
    const [file = '-'] = options.rest;
    let input: ReturnType<typeof openInput>;
    try {
      input = openInput(a, file);
    } catch (error) {
      return a.dieOf(file, error);
    }
    for (;;) {
      const line = yield* input.text();
      if (line === undefined) break;
      lines.push(line);
      if (a.p.tick()) yield TURN;
    }
  }
  const wanted = options.has('n') ? numberArgument(a, options.value('n')!) : lines.length;
  if (options.has('o')) {
    try {
      a.p.io.dup2(a.p.fs.open(options.value('o')!, { write: true, create: true, truncate: true }), 1);
    } catch (error) {
      a.dieOf(`can't open '${options.value('o')}'`, error);
    }
  }
  for (let i = 0; i < Math.min(wanted, lines.length); i++) {
    const pick = i + (a.p.kernel.random.next() % (lines.length - i));
    [lines[i], lines[pick]] = [lines[pick]!, lines[i]!];
    yield* a.print(lines[i]! + end);
    if (a.p.tick()) yield TURN;
  }
  return 0;
};
