import { SedError } from './script.ts';

/** Whether the newline at `end` is escaped: an odd number of backslashes stands before it. */
function isEscaped(text: string, end: number, from: number): boolean {
  let at = end;
  while (at > from && text[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

/** Cuts a script into lines; an escaped newline stays in its line and loses its backslash. */
export function scriptLines(script: string): string[] {
  const lines: string[] = [];
  let line = '';
  let from = 0;
  for (;;) {
    const end = script.indexOf('\n', from);
    if (end < 0) break;
    if (isEscaped(script, end, from)) line += `${script.slice(from, end - 1)}\n`;
    else {
      lines.push(line + script.slice(from, end));
      line = '';
    }
    from = end + 1;
  }
  lines.push(line + script.slice(from));
  return lines;
}

/** Whether a line ends in the middle: its last backslash is not itself escaped. */
export const goesOn = (line: string): boolean => isEscaped(line, line.length, 0);

/** `\n`, `\t` and `\r` become those bytes, wherever they stand; other escapes stay. */
export function controlEscapes(text: string): string {
  let out = text;
  for (const [letter, byte] of [
    ['n', '\n'],
    ['t', '\t'],
    ['r', '\r'],
  ] as const)
    out = replaceEscape(out, letter, byte);
  return out;
}

/** `\x` becomes `to` for one letter x. */
export const replaceEscape = (text: string, letter: string, to: string): string =>
  text.includes('\\') ? text.replace(/\\([\s\S]?)/g, (pair, next: string) => (next === letter && next !== '' ? to : pair)) : text;

/** `\x` becomes `x` for every x. */
export const dropEscapes = (text: string): string => text.replace(/\\([\s\S]?)/g, '$1');

/** Where the next delimiter is that is neither escaped nor, in a pattern, inside a bracket expression. */
export function delimiterAt(text: string, from: number, delimiter: string, inPattern: boolean): number {
  let bracket = -1;
  let escaped = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (bracket >= 0) {
      if (char === ']' && !(bracket === at - 1 || (bracket === at - 2 && text[at - 1] === '^'))) bracket = -1;
    } else if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (inPattern && char === '[') bracket = at;
    else if (char === delimiter) return at;
  }
  throw new SedError(`unmatched '${delimiter}'`);
}
