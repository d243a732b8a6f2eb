// What is said of a command when it is over: its first lines, how many more there are, and an exit code that is not 0.
import type { Turn } from '../../session/timeline.ts';
import type { TerminalWords } from '../words.ts';
import { plainText } from './plain-text.ts';

/** Lines and characters that are read out; the rest is counted. */
const LINES = 3;
const CHARACTERS = 280;

export function spoken(turn: Pick<Turn, 'line' | 'output' | 'exit'>, t: TerminalWords): string {
  const lines = plainText(turn.output).filter((line) => line.trim() !== '');
  const said: string[] = [];
  let length = 0;
  for (const line of lines.slice(0, LINES)) {
    const short = line.trim().replace(/\s{2,}/g, ', ');
    if (length > 0 && length + short.length > CHARACTERS) break;
    said.push(short.slice(0, CHARACTERS));
    length += short.length;
  }
  const rest = lines.length - said.length;
  return [
    `${turn.line.split('\n')[0] ?? ''}:`,
    ...(said.length === 0 ? [t('said.nothing')] : said),
    ...(rest > 0 ? [t('said.more', { n: rest })] : []),
    ...(turn.exit === 0 ? [] : [t('said.exit', { n: turn.exit })]),
  ].join(' ');
}
