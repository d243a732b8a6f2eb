import type { ByteSet } from './char-class.ts';
import { isWordByte } from './char-class.ts';
import type { Node, Parsed } from './parse.ts';
import type { Syntax } from './syntax.ts';
import type { Anchor } from './token.ts';

/** One state of the automaton; `next` and `other` are states. */
export type State =
  | { readonly kind: 'byte'; readonly byte: number; next: number }
  | { readonly kind: 'set'; readonly set: ByteSet; next: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; next: number }
  | { readonly kind: 'open' | 'close'; readonly group: number; readonly optional: boolean; next: number }
  | { readonly kind: 'reference'; readonly group: number; next: number }
  /** `next` is tried before `other`. */
  | { readonly kind: 'split'; next: number; other: number }
  | { readonly kind: 'end' };

export interface Automaton {
  readonly states: readonly State[];
  /** For each state, those that lead to it. */
  readonly sources: readonly (readonly number[])[];
  readonly start: number;
  readonly end: number;
  readonly groups: number;
  readonly hasReferences: boolean;
  /** `^` and `$` hold at newlines inside the text. */
  readonly newline: boolean;
}

/**
 * Builds the automaton. Where glibc can go two ways it prefers the node that its compiler numbered lower: the left
 * alternative unless that is empty, and the body of a repetition; `split` keeps that order.
 */
export function build({ root, groups, hasReferences }: Parsed, syntax: Syntax): Automaton {
  const states: State[] = [];
  const add = (state: State): number => states.push(state) - 1;
  const end = add({ kind: 'end' });
  const link = (node: Node | null, next: number): number => {
    if (node === null) return next;
    switch (node.kind) {
      case 'char':
        return add({ kind: 'byte', byte: node.byte, next });
      case 'set':
        return add({ kind: 'set', set: node.set, next });
      case 'anchor':
        return add({ kind: 'anchor', anchor: node.anchor, next });
      case 'reference':
        return add({ kind: 'reference', group: node.group, next });
      case 'cat':
        return node.parts.reduceRight((to, part) => link(part, to), next);
      case 'alt': {
        const left = link(node.left, next);
        const right = link(node.right, next);
        return left === next ? add({ kind: 'split', next: right, other: left }) : add({ kind: 'split', next: left, other: right });
      }
      case 'star': {
        const loop = { kind: 'split' as const, next: 0, other: next };
        const at = add(loop);
        loop.next = link(node.body, at);
        return at;
      }
      case 'group': {
        const { group, optional } = node;
        const close = add({ kind: 'close', group, optional, next });
        return add({ kind: 'open', group, optional, next: link(node.body, close) });
      }
    }
  };
  const start = link(root, end);
  const sources: number[][] = states.map(() => []);
  states.forEach((state, id) => {
    if (state.kind === 'end') return;
    sources[state.next]!.push(id);
    if (state.kind === 'split') sources[state.other]!.push(id);
  });
  return { states, sources, start, end, groups, hasReferences, newline: syntax.newline };
}

/** The text of one search. Nothing before `base` exists; `notBol`: `^` does not hold at `base`. */
export interface Subject {
  readonly text: string;
  readonly base: number;
  readonly notBol: boolean;
}

export function anchorHolds(anchor: Anchor, { text, base, notBol }: Subject, newline: boolean, at: number): boolean {
  switch (anchor) {
    case 'line-start':
      return at === base ? !notBol : newline && text.charCodeAt(at - 1) === 10;
    case 'line-end':
      return at === text.length || (newline && text.charCodeAt(at) === 10);
    case 'text-start':
      return at === base;
    case 'text-end':
      return at === text.length;
    default: {
      const before = at > base && isWordByte(text.charCodeAt(at - 1));
      const after = at < text.length && isWordByte(text.charCodeAt(at));
      if (anchor === 'word-start') return !before && after;
      if (anchor === 'word-end') return before && !after;
      return anchor === 'inside-word' ? before && after : !before && !after;
    }
  }
}
