import { fromBytes, type Step } from '../../engine/kernel/index.ts';
import type { Context } from '../command.ts';

/** Asks before something is removed; only `y` goes on. `gap` stands between warning and question. Source: docker/cli internal/prompt Confirm. */
export function* confirm(context: Context, warning: string, gap = '\n'): Step<boolean> {
  yield* context.out(`${warning}${gap}Are you sure you want to continue? [y/N] `);
  let line = '';
  while (!line.includes('\n')) {
    const bytes = yield* context.process.read(0, 1);
    if (bytes.length === 0) break;
    line += fromBytes(bytes);
  }
  return line.trim().toLowerCase() === 'y';
}
