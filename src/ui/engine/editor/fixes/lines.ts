// Rules whose mending takes lines out or puts one in.
import type { Edit, Fix } from '../../../session/queries/editor.ts';
import type { RuleHelp } from '../context.ts';
import { headLines, type Range, type Source } from '../source.ts';

function blankLines(source: Source, start: number, end: number): number[] {
  const blank: number[] = [];
  for (let line = start + 1; line <= end; line++) if (source.line(line).trim() === '') blank.push(line);
  return blank;
}

export const noEmptyContinuation: RuleHelp = {
  place: ({ source, node, dockerfile }): Range | undefined => {
    const { start, end } = headLines(source, node, dockerfile.escapeToken);
    const first = blankLines(source, start, end)[0];
    return first === undefined ? undefined : { from: source.lineStart(first), to: source.lineEnd(first) + 1 };
  },
  fixes: ({ source, node, dockerfile }): Fix[] => {
    const { start, end } = headLines(source, node, dockerfile.escapeToken);
    const edits: Edit[] = blankLines(source, start, end).map((line) => ({ ...source.whole({ start: line, end: line }), insert: '' }));
    return edits.length === 0 ? [] : [{ kind: 'remove', code: String(edits.length), edits }];
  },
};

export const multipleInstructionsDisallowed: RuleHelp = {
  about: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  fixes: ({ source, node }): Fix[] => [{ kind: 'remove', code: node.original, edits: [{ ...source.whole(node.lines), insert: '' }] }],
};

/** An empty comment line begins a new comment. */
export const invalidDefinitionDescription: RuleHelp = {
  fixes: ({ source, node }): Fix[] => {
    const at = source.lineStart(node.lines.start);
    return [{ kind: 'separate', code: '', edits: [{ from: at, to: at, insert: '#\n' }] }];
  },
};
