import { toLower } from '../../go/case.ts';
import { quote, quoteList } from '../../go/quote.ts';
import { trimSpace } from '../../go/space.ts';
import type { Node } from './node.ts';

function dumpNode(node: Node): string {
  const heads: string[] = [];
  let last = node;
  while (last.child !== null) {
    heads.push(`${head(last)} (`);
    last = last.child;
  }
  const inner = trimSpace(head(last) + last.args.map((arg) => ` ${quote(arg)}`).join(''));
  return heads.join('') + inner + ')'.repeat(heads.length);
}

function head({ value, flags }: Node): string {
  return toLower(value) + (flags.length > 0 ? ` ${quoteList(flags)}` : '');
}

/** The instructions as S-expressions, one a line, exactly as BuildKit's Node.Dump prints its tree; no newline at the end. */
export function dump(nodes: readonly Node[]): string {
  return trimSpace(nodes.map((node) => `(${dumpNode(node)})\n`).join(''));
}
