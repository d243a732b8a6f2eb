// Words of code that never break at their hyphens: `--name` and `ps -a` end a line as one.

export interface Piece {
  readonly text: string;
  readonly whole: boolean;
}

/** A longer word may break, so that it never widens a phone's page. */
const LONGEST = 24;

/** A text cut at the words that stay whole; their breaks are the spaces between them. */
export function pieces(text: string): readonly Piece[] {
  return text
    .split(/(\S+)/)
    .filter((part) => part !== '')
    .reduce<Piece[]>((all, part) => {
      const whole = part.length > 1 && part.length <= LONGEST && part.includes('-');
      const last = all.at(-1);
      if (whole || !last || last.whole) all.push({ text: part, whole });
      else all[all.length - 1] = { text: last.text + part, whole };
      return all;
    }, []);
}

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  children?: Node[] | undefined;
}

/** The same for the code in a text of Markdown. */
export function wholeWords() {
  return (tree: unknown): void => visit(tree as Node);
}

function visit(node: Node): void {
  if (node.tagName === 'pre') return;
  if (node.tagName === 'code') {
    node.children = node.children?.flatMap((child) => (child.type === 'text' ? pieces(child.value ?? '').map(asNode) : [child]));
    return;
  }
  for (const child of node.children ?? []) visit(child);
}

const asNode = ({ text, whole }: Piece): Node => {
  const inner = { type: 'text', value: text };
  return whole ? ({ type: 'element', tagName: 'span', properties: { className: ['whole'] }, children: [inner] } as Node) : inner;
};
