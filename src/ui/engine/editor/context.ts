import type { Diagnostic, Dockerfile, Node } from '../../../engine/dockerfile/index.ts';
import type { Fix } from '../../session/queries/editor.ts';
import { headLines, type Range, type Source } from './source.ts';

/** One finding in its place. */
export interface Finding {
  readonly source: Source;
  readonly dockerfile: Dockerfile;
  readonly diagnostic: Diagnostic;
  /** The instruction it is about. */
  readonly node: Node;
  /** That instruction's text without here-documents. */
  readonly head: Range;
  /** What a rule's sentence names, by the words around it. */
  fact(pattern: RegExp): string;
}

/** Where exactly a finding is, and what mends it. */
export interface RuleHelp {
  /** The instructions it can be about; a trigger's finding stands at the FROM that sets it off, where nothing can be mended. */
  readonly about?: readonly string[];
  /** The stretch to underline; undefined for the whole instruction. */
  place?(finding: Finding): Range | undefined;
  fixes?(finding: Finding): readonly Fix[];
}

export function findingOf(source: Source, dockerfile: Dockerfile, diagnostic: Diagnostic): Finding | undefined {
  const node =
    dockerfile.ast.find(({ lines }) => lines.start === diagnostic.lines.start) ??
    dockerfile.ast.find(({ lines }) => lines.start <= diagnostic.lines.end && diagnostic.lines.end <= lines.end);
  if (node === undefined) return undefined;
  return {
    source,
    dockerfile,
    diagnostic,
    node,
    head: headOf(source, dockerfile, node),
    fact: (pattern) => pattern.exec(diagnostic.message)?.[1] ?? '',
  };
}

export const headOf = (source: Source, { escapeToken }: Dockerfile, node: Node): Range =>
  source.trimmed(headLines(source, node, escapeToken));

/** One edit and what will stand there. */
export const replacing = (kind: Fix['kind'], { from, to }: Range, insert: string, code = insert): Fix => ({
  kind,
  code: code.replace(/\s*\n\s*/g, ' ').trim(),
  edits: [{ from, to, insert }],
});

/** The stage a line is in; −1 before the first FROM. */
export const stageAt = ({ stages }: Dockerfile, line: number): number => stages.findLastIndex(({ from }) => from.lines.start <= line);
