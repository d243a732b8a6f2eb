import type { Node } from '../../parser/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const invalidDefinitionDescription = rule(
  'InvalidDefinitionDescription',
  'invalid-definition-description',
  'Comment for build stage or argument should follow the format: `# <arg/stage name> <description>`. If this is not intended to be a description comment, add an empty line or comment between the instruction and the comment.',
  (instruction: string, name: string) => `Comment for ${instruction} should follow the format: \`# ${name} <description>\``,
  'experimental',
);

/** `names` are those that the instruction defines; the last comment line above must begin with one of them. */
export function checkDescription(
  instruction: 'ARG' | 'FROM',
  names: readonly string[],
  { comments, lines }: Node,
  reporter: Reporter,
): void {
  const last = comments[comments.length - 1];
  if (last === undefined || names.length === 0 || names.includes(last.split(' ')[0]!)) return;
  reporter.report(invalidDefinitionDescription, lines, instruction, names.length > 1 ? '<arg_key>' : names[0]!);
}
