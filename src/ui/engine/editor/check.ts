// A Dockerfile's text to what the editor shows of it: problems in their places, stages, variables, instructions.
import { readImageName } from '../../../engine/build/index.ts';
import { type Dockerfile, lint, parseDockerfile } from '../../../engine/dockerfile/index.ts';
import type { Checked, InstructionInfo, Problem, StageInfo, VariableInfo } from '../../session/queries/editor.ts';
import { findingOf, stageAt } from './context.ts';
import { help } from './fixes/index.ts';
import { mistake } from './mistakes.ts';
import { Source } from './source.ts';

/** The findings of `docker build --check`, then the errors: first the one that a build stops at, then those behind it. */
export function problemsOf(text: string): readonly Problem[] {
  const dockerfile = parseDockerfile(text);
  const source = new Source(text);
  const { diagnostics, error } = lint(dockerfile, { imageName: readImageName });
  const warnings = diagnostics.map((diagnostic): Problem => {
    const finding = findingOf(source, dockerfile, diagnostic);
    const known = help[diagnostic.rule];
    const rule = known?.about === undefined || known.about.includes(finding?.node.value.toUpperCase() ?? '') ? known : undefined;
    const { from, to } = (finding && rule?.place?.(finding)) ?? finding?.head ?? source.trimmed(diagnostic.lines);
    const fixes = (finding && rule?.fixes?.(finding)) ?? [];
    const { message, url } = diagnostic;
    return { rule: diagnostic.rule, severity: 'warning', message, from, to, line: source.lineOf(from), url, fixes };
  });
  const errors = [...(error === undefined ? [] : [error]), ...dockerfile.errors.filter((one) => one.message !== error?.message)];
  // An empty file is no mistake of someone who is about to write it.
  if (text.trim() === '') return [];
  return [...errors.map((one) => mistake(source, dockerfile, one)), ...warnings];
}

function stagesOf({ stages }: Dockerfile, source: Source): StageInfo[] {
  return stages.map(({ from }, i) => ({
    name: from.stage,
    base: from.base,
    line: from.lines.start,
    endLine: (stages[i + 1]?.from.lines.start ?? source.lines + 1) - 1,
  }));
}

function variablesOf(dockerfile: Dockerfile): VariableInfo[] {
  const all = [...dockerfile.metaArgs, ...dockerfile.stages.flatMap(({ instructions }) => instructions)];
  return all.flatMap((instruction): VariableInfo[] => {
    if (instruction.kind !== 'ARG' && instruction.kind !== 'ENV') return [];
    const place = { line: instruction.lines.start, stage: stageAt(dockerfile, instruction.lines.start) };
    if (instruction.kind === 'ENV') return instruction.pairs.map(({ key, value }) => ({ name: key, kind: 'ENV', value, ...place }));
    return instruction.args.map(({ key, value }) => ({ name: key, kind: 'ARG', ...(value === undefined ? {} : { value }), ...place }));
  });
}

const instructionsOf = (dockerfile: Dockerfile): InstructionInfo[] =>
  dockerfile.ast.map(({ value, original, lines }) => ({
    name: value.toUpperCase(),
    source: original.trim(),
    line: lines.start,
    endLine: lines.end,
    stage: stageAt(dockerfile, lines.start),
  }));

export function check(text: string): Checked {
  const dockerfile = parseDockerfile(text);
  return {
    problems: problemsOf(text),
    stages: stagesOf(dockerfile, new Source(text)),
    variables: variablesOf(dockerfile),
    instructions: instructionsOf(dockerfile),
  };
}
