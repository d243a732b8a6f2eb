import { type Step, TURN, toBytes } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { decodeBase64, encodeBase64 } from './base64-code.ts';
import { type Input, openInput, openOrDie } from './input.ts';

/** How many bytes a line holds. */
const LINE = 45;

const digit = (value: number): string => (value === 0 ? '`' : String.fromCharCode(value + 32));

function encodeLine(bytes: string): string {
  let out = digit(bytes.length);
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes.charCodeAt(at) << 16) | ((bytes.charCodeAt(at + 1) || 0) << 8) | (bytes.charCodeAt(at + 2) || 0);
    out += digit(word >> 18) + digit((word >> 12) & 63) + digit((word >> 6) & 63) + digit(word & 63);
  }
  return out;
}

function decodeLine(line: string): string {
  const value = (at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63;
  const length = value(0);
  let out = '';
  for (let at = 1; out.length < length; at += 4) {
    const word = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    out += String.fromCharCode((word >> 16) & 255, (word >> 8) & 255, word & 255);
  }
  return out.slice(0, length);
}

/** uuencode: a file as text. */
export const uuencode: Applet = function* (a) {
  const options = a.options('m', { min: 1, max: 2 });
  const [first, second] = options.rest as [string, string?];
  const input = openOrDie(a, second === undefined ? '-' : first);
  const mode = second === undefined ? 0o666 & ~a.p.umask : a.p.fs.stat(first).mode & 0o777;
  const base64 = options.has('m');
  const data = yield* input.rest();
  input.close();
  yield* a.line(`begin${base64 ? '-base64' : ''} ${mode.toString(8)} ${second ?? first}`);
  for (let at = 0; at < data.length; at += LINE) {
    const part = data.slice(at, at + LINE);
    yield* a.line(base64 ? encodeBase64(part) : encodeLine(part));
    if (a.p.tick()) yield TURN;
  }
  yield* a.print(base64 ? '====\n' : '`\nend\n');
  return 0;
};

/** uudecode: the file in uuencoded text. */
export const uudecode: Applet = function* (a) {
  const options = a.options('o:', { max: 1 });
  const [file = '-'] = options.rest;
  let input: Input;
  try {
    input = openInput(a, file);
  } catch (error) {
    return a.dieOf(file, error);
  }
  for (;;) {
    const line = yield* input.text();
    if (line === undefined) return a.die("no 'begin' line");
    const begin = /^begin(-base64)? ([0-7]+) (.+)$/.exec(line);
    if (begin === null) continue;
    const data = yield* body(a, input, begin[1] !== undefined);
    const output = options.value('o') ?? begin[3]!.trimEnd();
    if (output === '-') yield* a.print(data);
    else {
      try {
        a.p.fs.writeFile(output, toBytes(data));
        a.p.fs.chmod(output, Number.parseInt(begin[2]!, 8) & 0o777);
      } catch (error) {
        return a.dieOf(`can't open '${output}'`, error);
      }
    }
    return 0;
  }
};

function* body(a: Call, input: Input, base64: boolean): Step<string> {
  const parts: string[] = [];
  for (;;) {
    const line = yield* input.text();
    if (line === undefined) return a.die('short file');
    if (line === (base64 ? '====' : 'end')) return base64 ? decodeBase64(parts.join('')).bytes : parts.join('');
    parts.push(base64 ? line : decodeLine(line));
    if (a.p.tick()) yield TURN;
  }
}
