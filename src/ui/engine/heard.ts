import { outputLimit } from '../session/timeline.ts';
import { plainText } from '../terminal/record/plain-text.ts';

/** Characters that are heard of a running command; what is drawn over and over settles to much less. */
const MOST_HEARD = 400_000;

/** What was heard of a command, and what came now. */
export const heard = (before: string, now: string): string => (before + now).slice(0, MOST_HEARD);

/** What is kept of a command's output: lines that were drawn over, as they stood in the end. */
export function settled(output: string): string {
  const redrawn = /\x1b\[\d*A/.test(output);
  return (redrawn ? `${plainText(output).join('\n')}\n` : output).slice(0, outputLimit);
}
