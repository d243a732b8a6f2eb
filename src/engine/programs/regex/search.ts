import { type Automaton, anchorHolds, type Subject } from './automaton.ts';
import { RegexError } from './syntax.ts';

/** Most state visits of one search. */
export const MAX_STEPS = 40_000_000;

/** What the search may skip to: bytes a match can begin with; undefined when it may be empty or begin with anything. */
export function firstBytes(automaton: Automaton): Uint8Array | undefined {
  const bytes = new Uint8Array(256);
  const seen = new Set<number>();
  const stack = [automaton.start];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const state = automaton.states[at]!;
    if (state.kind === 'end' || state.kind === 'reference') return undefined;
    if (state.kind === 'byte') bytes[state.byte] = 1;
    else if (state.kind === 'set') for (let i = 0; i < 256; i++) bytes[i] = bytes[i]! | state.set[i]!;
    else {
      stack.push(state.next);
      if (state.kind === 'split') stack.push(state.other);
    }
  }
  return bytes;
}

/**
 * Finds the leftmost longest match of a pattern without back-references, beginning at `from` or later: all states at once,
 * each with the earliest place it began at. Time is states × bytes.
 */
export class Scanner {
  readonly #automaton: Automaton;
  readonly #first: Uint8Array | undefined;
  /** Whether a match can only begin at the base of the text. */
  readonly #anchored: boolean;
  #mark: Uint32Array;
  #generation = 0;
  #now: number[] = [];
  #nowStart: number[] = [];
  #then: number[] = [];
  #thenStart: number[] = [];
  #found = -1;
  #stack: number[] = [];

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#first = firstBytes(automaton);
    this.#anchored = !automaton.newline && beginsAtBase(automaton);
    this.#mark = new Uint32Array(automaton.states.length);
  }

  find(subject: Subject, from: number): { start: number; end: number } | undefined {
    const { text } = subject;
    const { states } = this.#automaton;
    const first = this.#first;
    if (this.#anchored && from > subject.base) return undefined;
    let start = -1;
    let end = -1;
    let steps = 0;
    this.#now.length = 0;
    this.#nowStart.length = 0;
    this.#next();
    for (let at = from; ; at++) {
      if (this.#found !== -1) {
        start = this.#found;
        end = at;
      }
      if (start === -1 && (!this.#anchored || at === from)) {
        if (this.#now.length === 0 && first !== undefined) {
          while (at < text.length && first[text.charCodeAt(at)] === 0) at++;
          if (at > from && this.#anchored) return undefined;
        }
        this.#add(this.#now, this.#nowStart, this.#automaton.start, at, subject, at);
        if (this.#found !== -1) start = end = at;
      }
      if (this.#now.length === 0 && (start !== -1 || this.#anchored)) break;
      if (at >= text.length) break;
      const byte = text.charCodeAt(at);
      this.#next();
      this.#then.length = 0;
      this.#thenStart.length = 0;
      const { length } = this.#now;
      steps += length + 1;
      if (steps > MAX_STEPS) throw new RegexError('STEPS');
      for (let i = 0; i < length; i++) {
        const began = this.#nowStart[i]!;
        if (start !== -1 && began > start) break;
        const state = states[this.#now[i]!]!;
        if (state.kind === 'byte' ? state.byte === byte : state.kind === 'set' && state.set[byte] === 1)
          this.#add(this.#then, this.#thenStart, (state as { next: number }).next, began, subject, at + 1);
      }
      [this.#now, this.#then] = [this.#then, this.#now];
      [this.#nowStart, this.#thenStart] = [this.#thenStart, this.#nowStart];
    }
    return start === -1 ? undefined : { start, end };
  }

  #next(): void {
    this.#found = -1;
    if (++this.#generation === 0xffff_ffff) {
      this.#mark.fill(0);
      this.#generation = 1;
    }
  }

  /** Adds a state and what it reaches without a byte. Earlier starts are added first, so the first to arrive stays. */
  #add(list: number[], starts: number[], state: number, began: number, subject: Subject, at: number): void {
    const { states, newline } = this.#automaton;
    const stack = this.#stack;
    stack.push(state);
    while (stack.length > 0) {
      const id = stack.pop()!;
      if (this.#mark[id] === this.#generation) continue;
      this.#mark[id] = this.#generation;
      const node = states[id]!;
      switch (node.kind) {
        case 'byte':
        case 'set':
          list.push(id);
          starts.push(began);
          break;
        case 'end':
          this.#found = began;
          break;
        case 'anchor':
          if (anchorHolds(node.anchor, subject, newline, at)) stack.push(node.next);
          break;
        case 'split':
          stack.push(node.other, node.next);
          break;
        default:
          stack.push(node.next);
      }
    }
  }
}

/** Whether every path from the start first passes `^` or the like. */
function beginsAtBase({ states, start }: Automaton): boolean {
  const seen = new Set<number>();
  const stack = [start];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const state = states[at]!;
    if (state.kind === 'anchor' && (state.anchor === 'line-start' || state.anchor === 'text-start')) continue;
    if (state.kind === 'split') stack.push(state.next, state.other);
    else if (state.kind === 'open' || state.kind === 'close') stack.push(state.next);
    else return false;
  }
  return true;
}
