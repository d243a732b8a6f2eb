// The tokens as CodeMirror's commands look at them: a tree of one level.
// Knows what stands at a place. Refuses to know more of a language than its tokens.
import type { EditorState } from '@codemirror/state';
import { type Lines, linesOf, type Token } from './lines.ts';

/** A property that a kind of node could have; those of a stream have none. */
export const NodeProp = { closedBy: 'closedBy', openedBy: 'openedBy' } as const;

interface Kind {
  readonly name: string;
  readonly isTop: boolean;
  prop(name: unknown): undefined;
}

interface Node {
  readonly type: Kind;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parent: Node | null;
  readonly firstChild: null;
  childBefore(pos: number): Node | null;
  childAfter(pos: number): Node | null;
}

/** A node and those around it. */
interface Stack {
  readonly node: Node;
  readonly next: Stack | null;
}

/** So many lines are looked through for the next token. */
const reach = 500;

const kinds = new Map<string, Kind>();
function kindOf(name: string): Kind {
  const kind = kinds.get(name) ?? { name, isTop: name === '', prop: () => undefined };
  kinds.set(name, kind);
  return kind;
}

/** The first token for which `holds` is true, which is false for all before it. */
function search(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(tokens[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

class Tree {
  readonly #state: EditorState;
  readonly #lines: Lines | undefined;
  readonly #top: Node;
  readonly length: number;

  constructor(state: EditorState) {
    this.#state = state;
    this.#lines = state.field(linesOf, false);
    this.length = state.doc.length;
    this.#top = {
      type: kindOf(''),
      name: '',
      from: 0,
      to: this.length,
      parent: null,
      firstChild: null,
      childBefore: (pos) => this.#beside(pos, -1),
      childAfter: (pos) => this.#beside(pos, 1),
    };
  }

  #node({ style, from, to }: Token): Node {
    const none = () => null;
    return { type: kindOf(style), name: style, from, to, parent: this.#top, firstChild: null, childBefore: none, childAfter: none };
  }

  #beside(pos: number, side: 1 | -1): Node | null {
    const { doc } = this.#state;
    const { number } = doc.lineAt(pos);
    for (let line = number; line >= 1 && line <= doc.lines && Math.abs(line - number) < reach; line += side) {
      const tokens = this.#lines?.of(line) ?? [];
      const found = side > 0 ? tokens[search(tokens, ({ to }) => to > pos)] : tokens[search(tokens, ({ from }) => from >= pos) - 1];
      if (found) return this.#node(found);
    }
    return null;
  }

  /** The innermost node there; `side` says which of two that meet, and 0 that neither. */
  resolveInner(pos: number, side: -1 | 0 | 1 = 0): Node {
    const at = Math.min(Math.max(pos, 0), this.length);
    const tokens = this.#lines?.of(this.#state.doc.lineAt(at).number) ?? [];
    const found = tokens[search(tokens, ({ to }) => (side < 0 ? to >= at : to > at))];
    return found && (side > 0 ? found.from <= at : found.from < at) ? this.#node(found) : this.#top;
  }

  resolveStack(pos: number, side: -1 | 0 | 1 = 0): Stack {
    const node = this.resolveInner(pos, side);
    const top = { node: this.#top, next: null };
    return node === this.#top ? top : { node, next: top };
  }
}

const trees = new WeakMap<EditorState, Tree>();

export function syntaxTree(state: EditorState): Tree {
  const tree = trees.get(state) ?? new Tree(state);
  trees.set(state, tree);
  return tree;
}
