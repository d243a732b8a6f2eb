import type { Step } from '../../engine/kernel/index.ts';
import type { Context } from '../command.ts';
import { humanDuration, type ListOptions, renderList, TemplateError } from '../format/index.ts';

/** Prints a list; a template that cannot be used goes to standard error. The value is the exit status. */
export function* printList(context: Context, options: ListOptions): Step<number> {
  let text: string;
  try {
    text = renderList(options);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield* context.err(`${error.message}\n`);
    return 1;
  }
  yield* context.out(text);
  return 0;
}

/** `3 minutes ago`. */
export const ago = (context: Context, seconds: number): string => `${humanDuration(context.daemon.now() - seconds)} ago`;
