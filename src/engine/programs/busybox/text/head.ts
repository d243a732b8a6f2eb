import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { type Input, openOrComplain } from './input.ts';
import { BKM, numberArgument } from './number-argument.ts';
import { optionsFrom } from './options-from.ts';

/** head: the first lines (-n) or bytes (-c) of files; a negative count leaves that many out at the end. */
export const head: Applet = function* (a) {
  const args = [...a.args];
  const old = args[0] === undefined ? null : /^-([0-9].*)$/.exec(args[0]);
  if (old !== null) args.splice(0, 1, '-n', old[1]!);
  const options = optionsFrom(a, args, 'n:c:qv');
  const kind = options.last('n', 'c') ?? 'n';
  const given = options.value(kind);
  const { count, allBut } = readCount(a, given ?? '10');
  const files = options.rest.length === 0 ? ['-'] : options.rest;
  const quietness = options.last('q', 'v');
  const headers = quietness === 'v' || (quietness === undefined && files.length > 1);
  let status = 0;
  for (const [index, file] of files.entries()) {
    const input = yield* openOrComplain(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    if (headers) yield* a.print(`${index === 0 ? '' : '\n'}==> ${file === '-' ? 'standard input' : file} <==\n`);
    if (allBut) yield* dropEnd(a, input, count, kind === 'c');
    else if (kind === 'c') yield* bytes(a, input, count);
    else yield* lines(a, input, count);
    const failed = input.error !== undefined;
    input.close();
    if (failed) {
      yield* a.complain(`${file}: Input/output error`);
      status = 1;
    }
  }
  return status;
};

function readCount(a: Call, text: string): { count: number; allBut: boolean } {
  const allBut = text.startsWith('-');
  return { count: numberArgument(a, allBut ? text.slice(1) : text, { max: Number.MAX_SAFE_INTEGER, suffixes: BKM }), allBut };
}

function* lines(a: Call, input: Input, count: number): Step<void> {
  for (let left = count; left > 0; left--) {
    const line = yield* input.line();
    if (line === undefined) return;
    yield* a.print(line);
    if (a.p.tick()) yield TURN;
  }
}

function* bytes(a: Call, input: Input, count: number): Step<void> {
  for (let left = count; left > 0; ) {
    const part = yield* input.some();
    if (part === undefined) return;
    if (part.length > left) input.unread(part.length - left);
    yield* a.print(part.slice(0, left));
    left -= part.length;
  }
}

/** All but the last `count` lines or bytes. */
function* dropEnd(a: Call, input: Input, count: number, inBytes: boolean): Step<void> {
  if (inBytes) {
    const all = yield* input.rest();
    yield* a.print(all.slice(0, Math.max(0, all.length - count)));
    return;
  }
  const held: string[] = [];
  for (;;) {
    const line = yield* input.line();
    if (line === undefined) return;
    held.push(line);
    if (held.length > count) yield* a.print(held.shift()!);
    if (a.p.tick()) yield TURN;
  }
}
