import { readBracket } from './bracket.ts';
import { addAll, type ByteSet, classMembers, complement, emptySet, wordSet } from './char-class.ts';
import { RegexError, type Syntax, upperBytes } from './syntax.ts';
import { type Anchor, Lexer, type Token } from './token.ts';

/** A parsed pattern. Null stands for the empty expression. */
export type Node =
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'char'; readonly byte: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'cat'; readonly parts: readonly Node[] }
  | { readonly kind: 'alt'; readonly left: Node | null; readonly right: Node | null }
  | { readonly kind: 'star'; readonly body: Node }
  | { readonly kind: 'group'; readonly body: Node | null; readonly group: number; readonly optional: boolean };

export interface Parsed {
  readonly root: Node | null;
  readonly groups: number;
  readonly hasReferences: boolean;
}

const DUP_MAX = 0x7fff;
/** Most nodes a pattern may unfold to, and the deepest nesting of groups. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 200;
/** Most optional copies that `{n,m}` may ask for. */
const MAX_OPTIONAL = 1000;

/** Parses a pattern as glibc's re_compile does. Throws RegexError. */
export function parse(pattern: string, syntax: Syntax): Parsed {
  return new Parser(pattern, syntax).parse();
}

class Parser {
  readonly #lexer: Lexer;
  readonly #syntax: Syntax;
  #at = 0;
  #token: Token = { kind: 'end' };
  #groups = 0;
  /** Groups that a reference may name: closed ones, but none of another alternative. */
  #completed: ReadonlySet<number> = new Set<number>();
  #hasReferences = false;
  #nodes = 0;

  constructor(pattern: string, syntax: Syntax) {
    this.#syntax = syntax;
    this.#lexer = new Lexer(syntax.ignoreCase ? upperBytes(pattern) : pattern, pattern, syntax);
  }

  parse(): Parsed {
    this.#fetch(true);
    const root = this.#alternatives(0);
    return { root, groups: this.#groups, hasReferences: this.#hasReferences };
  }

  #fetch(caretHere = false): void {
    const { token, length } = this.#lexer.peek(this.#at, caretHere);
    this.#token = token;
    this.#at += length;
  }
  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw new RegexError('ESPACE');
  }

  #alternatives(depth: number): Node | null {
    if (depth > MAX_DEPTH) throw new RegexError('ESPACE');
    const before = this.#completed;
    let tree = this.#branch(depth);
    while (this.#token.kind === 'alt') {
      const sofar = this.#completed;
      this.#completed = before;
      this.#fetch(true);
      const ends = (this.#token as Token).kind;
      const right = ends !== 'alt' && ends !== 'end' && (depth === 0 || ends !== 'close') ? this.#branch(depth) : null;
      this.#completed = new Set([...sofar, ...this.#completed]);
      this.#count(1);
      tree = { kind: 'alt', left: tree, right };
    }
    return tree;
  }

  #branch(depth: number): Node | null {
    const parts: Node[] = [];
    for (;;) {
      const next = this.#expression(depth);
      if (next !== null) parts.push(next);
      const { kind } = this.#token;
      if (kind === 'alt' || kind === 'end' || (depth > 0 && kind === 'close')) return sequence(parts);
    }
  }

  #expression(depth: number): Node | null {
    const token = this.#token;
    this.#count(1);
    let tree: Node | null;
    switch (token.kind) {
      case 'char':
        tree = { kind: 'char', byte: token.byte };
        break;
      case 'open':
        tree = this.#group(depth + 1);
        break;
      case 'bracket': {
        const { set, end } = readBracket(this.#lexer.text, this.#lexer.raw, this.#at, this.#syntax);
        this.#at = end;
        tree = { kind: 'set', set };
        break;
      }
      case 'reference':
        if (!this.#completed.has(token.group)) throw new RegexError('ESUBREG');
        this.#hasReferences = true;
        tree = { kind: 'reference', group: token.group };
        break;
      case 'open-brace':
      case 'star':
      case 'plus':
      case 'question':
        if (token.kind === 'open-brace' && this.#syntax.strictRepeats) throw new RegexError('BADRPT');
        if (this.#syntax.strictOperators) throw new RegexError('BADRPT');
        if (this.#syntax.extended) {
          this.#fetch();
          return this.#expression(depth);
        }
        tree = this.#literal();
        break;
      case 'close':
        if (depth > 0) return null;
        if (!this.#syntax.extended) throw new RegexError('EPAREN');
        tree = this.#literal();
        break;
      case 'close-brace':
        tree = this.#literal();
        break;
      case 'anchor':
        tree = anchorNode(token.anchor);
        this.#fetch();
        return tree;
      case 'any':
        tree = { kind: 'set', set: this.#any() };
        break;
      case 'shorthand':
        tree = { kind: 'set', set: shorthand(token.letter) };
        break;
      default:
        return null;
    }
    this.#fetch();
    return this.#repeats(tree);
  }

  /** The operator just read, as an ordinary character. */
  #literal(): Node {
    return { kind: 'char', byte: this.#lexer.text.charCodeAt(this.#at - 1) };
  }
  #any(): ByteSet {
    const set = emptySet().fill(1);
    if (!this.#syntax.dotNul) set[0] = 0;
    if (this.#syntax.newline) set[10] = 0;
    return set;
  }

  #group(depth: number): Node {
    const group = ++this.#groups;
    this.#fetch(true);
    const body = this.#token.kind === 'close' ? null : this.#alternatives(depth);
    if (this.#token.kind !== 'close') throw new RegexError('EPAREN');
    this.#completed = new Set([...this.#completed, group]);
    return { kind: 'group', body, group, optional: false };
  }

  #repeats(first: Node | null): Node | null {
    let tree = first;
    for (;;) {
      const { kind } = this.#token;
      if (kind !== 'star' && kind !== 'plus' && kind !== 'question' && kind !== 'open-brace') return tree;
      const before = this.#at;
      const bounds = kind === 'open-brace' ? this.#interval() : kind === 'plus' ? [1, -1] : kind === 'star' ? [0, -1] : [0, 1];
      if (bounds === undefined) {
        this.#at = before;
        this.#token = { kind: 'char', byte: 123 };
        return tree;
      }
      this.#fetch();
      tree = tree === null ? null : this.#repeat(tree, bounds[0]!, bounds[1]!);
      const next = this.#token.kind;
      if (this.#syntax.strictRepeats && (next === 'star' || next === 'open-brace')) throw new RegexError('BADRPT');
    }
  }

  /** The bounds of an interval, -1 for none; undefined when it stands for itself. The closing brace is consumed. */
  #interval(): [number, number] | undefined {
    let from = this.#number();
    if (from === -1) {
      if (this.#token.kind === 'char' && this.#token.byte === 44) from = 0;
      else throw new RegexError('BADBR');
    }
    let to = -2;
    if (from !== -2) to = this.#token.kind === 'close-brace' ? from : this.#number();
    if (from === -2 || to === -2) {
      if (this.#syntax.looseIntervals) return undefined;
      throw new RegexError(this.#token.kind === 'end' ? 'EBRACE' : 'BADBR');
    }
    if ((to !== -1 && from > to) || this.#token.kind !== 'close-brace') throw new RegexError('BADBR');
    if ((to === -1 ? from : to) > DUP_MAX) throw new RegexError('ESIZE');
    return [from, to];
  }

  /** A number of an interval: -1 for none, -2 for nonsense. */
  #number(): number {
    let number = -1;
    for (;;) {
      this.#fetch();
      const token = this.#token;
      if (token.kind === 'end') return -2;
      if (token.kind === 'close-brace' || (token.kind === 'char' && token.byte === 44)) return number;
      const digit = token.kind === 'char' ? token.byte - 48 : -1;
      number = digit < 0 || digit > 9 || number === -2 ? -2 : number === -1 ? digit : Math.min(DUP_MAX + 1, number * 10 + digit);
    }
  }

  /** `e{from,to}` in glibc's shape: e e … then e* or ((e?)e)?. */
  #repeat(element: Node, from: number, to: number): Node | null {
    if (from === 0 && to === 0) return null;
    this.#count(sizeOf(element) * Math.max(from, to === -1 ? from + 1 : to));
    const parts = Array.from({ length: from }, () => element);
    if (from === to) return sequence(parts);
    if (to - from > MAX_OPTIONAL) throw new RegexError('ESPACE');
    const optional = element.kind === 'group' ? markOptional(element, element.group) : element;
    let tail: Node = to === -1 ? { kind: 'star', body: optional } : { kind: 'alt', left: optional, right: null };
    for (let i = from + 2; i <= to; i++) tail = { kind: 'alt', left: { kind: 'cat', parts: [tail, optional] }, right: null };
    return sequence([...parts, tail]);
  }
}

const sequence = (parts: Node[]): Node | null => (parts.length > 1 ? { kind: 'cat', parts } : (parts[0] ?? null));

function anchorNode(anchor: Anchor | 'boundary' | 'no-boundary'): Node {
  const node = (name: Anchor): Node => ({ kind: 'anchor', anchor: name });
  if (anchor === 'boundary') return { kind: 'alt', left: node('word-start'), right: node('word-end') };
  if (anchor === 'no-boundary') return { kind: 'alt', left: node('inside-word'), right: node('outside-word') };
  return node(anchor);
}

function shorthand(letter: 'w' | 'W' | 's' | 'S'): ByteSet {
  const set = emptySet();
  addAll(set, letter === 'w' || letter === 'W' ? wordSet() : classMembers('space')!);
  return letter === 'W' || letter === 'S' ? complement(set) : set;
}

/** Nodes that share a subtree are counted once for each use. */
function sizeOf(node: Node | null): number {
  if (node === null) return 0;
  if (node.kind === 'cat') return node.parts.reduce((sum, part) => sum + sizeOf(part), 1);
  if (node.kind === 'alt') return 1 + sizeOf(node.left) + sizeOf(node.right);
  if (node.kind === 'star' || node.kind === 'group') return 1 + sizeOf(node.body);
  return 1;
}

/** The tree with its uses of one group marked optional: an empty pass through it keeps what it held before. */
function markOptional<T extends Node | null>(node: T, group: number): T {
  if (node === null) return node;
  switch (node.kind) {
    case 'cat':
      return { ...node, parts: node.parts.map((part) => markOptional(part, group)) };
    case 'alt':
      return { ...node, left: markOptional(node.left, group), right: markOptional(node.right, group) };
    case 'star':
      return { ...node, body: markOptional(node.body, group) };
    case 'group':
      return { ...node, body: markOptional(node.body, group), optional: node.optional || node.group === group };
    default:
      return node;
  }
}
