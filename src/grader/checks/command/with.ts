// What the checks of commands share.
import type { GradeInput, Turn } from '../../input/index.ts';

const blanks = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** The commands since the exercise began whose line begins so, oldest first. */
export function turnsThat(input: GradeInput, begins: string): readonly Turn[] {
  const wanted = blanks(begins);
  return input.turns.filter(({ line }) => blanks(line).startsWith(wanted));
}

/** Most characters of a command's output that are looked at. */
const MOST = 8192;

/** Output without what moves and colours it. */
export const plain = (output: string): string =>
  output
    .slice(0, MOST)
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .replaceAll('\r\n', '\n');
