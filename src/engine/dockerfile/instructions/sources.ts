import { chompHeredoc, heredocOf, type Node } from '../parser/index.ts';
import { fail } from './request.ts';
import type { InlineSource, SourcesAndDestination } from './types.ts';

/** Sources and destination of ADD and COPY; sources that name a here-document become inline files. */
export function sourcesAndDestination(instruction: 'ADD' | 'COPY', node: Node): SourcesAndDestination {
  const destination = node.args[node.args.length - 1]!;
  if (heredocOf(destination) !== undefined) fail(`${instruction} cannot accept a heredoc as a destination`);
  const bodies = new Map(node.heredocs.map((heredoc) => [heredoc.name, heredoc.content]));
  const sources: string[] = [];
  const inline: InlineSource[] = [];
  for (const source of node.args.slice(0, -1)) {
    const mark = heredocOf(source);
    if (mark === undefined) {
      sources.push(source);
      continue;
    }
    const content = bodies.get(mark.name) ?? '';
    inline.push({ path: mark.name, data: mark.chomp ? chompHeredoc(content) : content, expand: mark.expand });
  }
  return { sources, inline, destination };
}

/** Throws unless there is a source and a destination. */
export function needDestination(instruction: 'ADD' | 'COPY', args: readonly string[]): void {
  if (args.length < 2)
    fail(`${instruction} requires at least two arguments, but only one was provided. Destination could not be determined`);
}
