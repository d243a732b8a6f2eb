import { toLower } from '../go/case.ts';
import { quote, quoteList } from '../go/quote.ts';
import { trimSpace } from '../go/space.ts';
import type { Node } from './node.ts';

function dumpNode(node: Node): string {
  const open: string[] = [];
  let text = '';
  for (let at: Node | null = node; at !== null; at = at.child) {
    const flags = at.flags.length > 0 ? ` ${quoteList(at.flags)}` : '';
    const head = toLower(at.value) + flags;
    if (at.child === null) {
      text = trimSpace(head + at.args.map((arg) => ` ${quote(arg)}`).join(''));
      break;
    }
    open.push(head);
  }
  for (let i = open.length - 1; i >= 0; i -= 1) text = trimSpace(`${open[i]} (${text})`);
  return text;
}

/** The instructions as S-expressions, one a line, exactly as BuildKit's Node.Dump prints its tree; no newline at the end. */
export function dump(nodes: readonly Node[]): string {
  return trimSpace(nodes.map((node) => `(${dumpNode(node)})\n`).join(''));
}
