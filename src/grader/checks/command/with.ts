// What the checks of commands share.
import type { GradeInput, Turn } from '../../input/index.ts';

const blanks = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A line and the commands that follow one another in it, each without variables set for it alone. Marks in quotes are text. */
function commandsOf(line: string): readonly string[] {
  const parts = line.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|(?!&&|\|\|)[^;\n])+/g) ?? [];
  return [line, ...parts.map((part) => part.replace(/^[&|\s]*(?:\w+=(?:'[^']*'|"[^"]*"|\S)*\s+)*/, ''))].map(blanks);
}

/** The turns since the exercise began with a command that begins so, oldest first. */
export function turnsThat(input: GradeInput, begins: string): readonly Turn[] {
  const wanted = blanks(begins);
  return input.turns.filter(({ line }) => commandsOf(line).some((command) => command.startsWith(wanted)));
}

/** Most characters of a command's output that are looked at. */
const MOST = 8192;

/** Output without what moves and colours it. */
export const plain = (output: string): string =>
  output
    .slice(0, MOST)
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .replaceAll('\r\n', '\n');
