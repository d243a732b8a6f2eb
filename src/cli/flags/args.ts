import type { ArgsRule, Parsable } from './spec.ts';

/** Docker's complaint about the number of arguments, or undefined. Source: docker/cli cli/required.go, whose texts differ by kind, typo included. */
export function argsError(spec: Parsable, count: number): string | undefined {
  const complaint = complaintOf(spec.args, count);
  if (complaint === undefined) return undefined;
  const { words, hint } = complaint;
  const text = `docker: '${spec.commandPath}' ${words}\n\nUsage:  ${spec.usage}\n\n${hint} '${spec.commandPath} --help' for more information`;
  return spec.plugin ? `ERROR: ${text}` : text;
}

function complaintOf(rule: ArgsRule, count: number): { words: string; hint: string } | undefined {
  switch (rule.kind) {
    case 'any':
      return undefined;
    case 'none':
      return count > 0 ? { words: 'accepts no arguments', hint: 'Run' } : undefined;
    case 'exact':
      return count !== rule.n ? { words: `requires ${plural(rule.n)}`, hint: 'Run' } : undefined;
    case 'min':
      return count < rule.n ? { words: `requires at least ${plural(rule.n)}`, hint: 'See' } : undefined;
    case 'max':
      return count > rule.n ? { words: `requires at most ${plural(rule.n)}`, hint: 'SRun' } : undefined;
    case 'range':
      return count < rule.min || count > rule.max
        ? { words: `requires at least ${rule.min} and at most ${plural(rule.max)}`, hint: 'Run' }
        : undefined;
  }
}

function plural(n: number): string {
  return `${n} ${n === 1 ? 'argument' : 'arguments'}`;
}
