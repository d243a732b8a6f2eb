import { type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { eachInput, Input } from './input.ts';
import { visibleByte } from './visible.ts';

/** cat: files one after the other, perhaps numbered (-n, -b) or with unprintable bytes shown (-v, -t, -e, -A). */
export const cat: Applet = function* (a) {
  const options = a.options('etvAnbu');
  const files = options.rest.length === 0 ? ['-'] : options.rest;
  const all = options.has('A');
  const tabs = all || options.has('t');
  const ends = all || options.has('e');
  const numbers = options.has('b') ? 'filled' : options.has('n') ? 'all' : undefined;
  if (tabs || ends || options.has('v')) return yield* copy(a, files, makeVisible(tabs, ends));
  if (numbers !== undefined) return yield* numberLines(a, files, numbers);
  return yield* copy(a, files);
};

function* copy(a: Call, files: readonly string[], change?: (text: string) => string): Step<number> {
  let status = 0;
  for (const file of files) {
    const input = yield* openLowLevel(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    try {
      for (;;) {
        const bytes = yield* a.p.read(input.fd);
        if (bytes.length === 0) break;
        if (change === undefined) yield* a.p.write(1, bytes);
        else yield* a.print(change(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
        if (a.p.tick()) yield TURN;
      }
    } catch (error) {
      if (!(error instanceof SysError) || error.errno === 'EPIPE') throw error;
      yield* a.complain(`read error: ${error.message}`);
      status = 1;
    }
    input.close();
  }
  return status;
}

function* openLowLevel(a: Call, file: string): Step<Input | undefined> {
  if (file === '-') return new Input(a, 0, file);
  try {
    return new Input(a, a.p.fs.open(file, { read: true }), file);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* a.complain(`can't open '${file}': ${error.message}`);
    return undefined;
  }
}

function makeVisible(tabs: boolean, ends: boolean): (text: string) => string {
  const table = Array.from({ length: 256 }, (_, byte) => {
    if (byte === 10) return ends ? '$\n' : '\n';
    if (byte === 9 && !tabs) return '\t';
    return visibleByte(byte);
  });
  return (text) => Array.from(text, (char) => table[char.charCodeAt(0)]!).join('');
}

function* numberLines(a: Call, files: readonly string[], which: 'all' | 'filled'): Step<number> {
  let number = 1;
  return yield* eachInput(a, files, function* (input) {
    for (;;) {
      const text = yield* input.text();
      if (text === undefined) return;
      yield* a.line(which === 'all' || text !== '' ? `${String(number++).padStart(6)}\t${text}` : '');
      if (a.p.tick()) yield TURN;
    }
  });
}
