import { flagUsages } from './flag-usages.ts';
import type { CommandSpec } from './spec.ts';

/**
 * A command's `--help`, byte for byte as Docker prints it; ends with a newline. `columns` is the terminal's width, 80 without one.
 * Source: usageTemplate in docker/cli cli/cobra.go.
 */
export function helpText(spec: CommandSpec, columns = 80): string {
  const isRoot = spec.path.length === 0;
  const blocks = [`Usage:  ${spec.usage}`, spec.description];
  if (spec.aliases.length > 0) blocks.push(`Aliases:\n  ${spec.aliases.join(', ')}`);
  const options = flagUsages(spec.flags, columns - 1);
  if (options !== '' && !isRoot) blocks.push(`Options:\n${options}`);
  for (const { title, items } of spec.sections)
    blocks.push(`${title}:\n${items.map(([name, short]) => `  ${name.padEnd(spec.nameWidth)}${short}`).join('\n')}`);
  if (options !== '' && isRoot) blocks.push(`Global Options:\n${options}`);
  if (spec.footer !== undefined) blocks.push(spec.footer);
  return `${blocks.join('\n\n')}\n`;
}
