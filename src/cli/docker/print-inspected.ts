import type { Step } from '../../engine/kernel/index.ts';
import type { Context } from '../command.ts';
import { type Inspected, inspectOutput, TemplateError } from '../format/index.ts';

/** Prints inspected objects, and what was not found after them; the value is the exit status. */
export function* printInspected(
  context: Context,
  format: string,
  results: readonly (Inspected | { readonly error: string })[],
): Step<number> {
  let output: ReturnType<typeof inspectOutput>;
  try {
    output = inspectOutput(format, results);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield* context.err(`${error.message}\n`);
    return 64;
  }
  yield* context.out(output.stdout);
  if (output.errors.length === 0) return 0;
  yield* context.err(`${output.errors.join('\n')}\n`);
  return 1;
}
