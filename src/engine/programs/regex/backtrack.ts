import { type Automaton, anchorHolds, type Subject } from './automaton.ts';
import { type Captures, Registers } from './captures.ts';
import { RegexError } from './syntax.ts';

/** Most state visits of one search with back-references. */
const MAX_STEPS = 5_000_000;

interface Pending {
  readonly id: number;
  readonly at: number;
  readonly registers: Registers;
  /** Splits taken since the last byte: taking one twice is going in circles. */
  readonly passed: ReadonlySet<number>;
}

/**
 * Leftmost longest match of a pattern with back-references: from each start, all paths in order of preference, keeping
 * the longest. This can take exponential time, so its steps are counted.
 */
export function backtrack(automaton: Automaton, subject: Subject, from: number): Captures | undefined {
  const budget = { left: MAX_STEPS };
  for (let start = from; start <= subject.text.length; start++) {
    const found = longestAt(automaton, subject, start, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NONE: ReadonlySet<number> = new Set();

function longestAt(automaton: Automaton, subject: Subject, start: number, budget: { left: number }): Captures | undefined {
  const { states, newline } = automaton;
  const { text } = subject;
  let best: Captures | undefined;
  const stack: Pending[] = [{ id: automaton.start, at: start, registers: Registers.of(automaton, start), passed: NONE }];
  while (stack.length > 0) {
    const pending = stack.pop()!;
    let { id, at, passed } = pending;
    const { registers } = pending;
    for (let alive = true; alive; ) {
      if (--budget.left < 0) throw new RegexError('STEPS');
      const state = states[id]!;
      switch (state.kind) {
        case 'end':
          if (best === undefined || at > best[1]!) {
            best = registers.at.slice();
            best[0] = start;
            best[1] = at;
          }
          if (at === text.length) return best;
          alive = false;
          break;
        case 'byte':
        case 'set': {
          const byte = at < text.length ? text.charCodeAt(at) : -1;
          alive = byte !== -1 && (state.kind === 'byte' ? state.byte === byte : state.set[byte] === 1);
          at++;
          passed = NONE;
          id = state.next;
          break;
        }
        case 'anchor':
          alive = anchorHolds(state.anchor, subject, newline, at);
          id = state.next;
          break;
        case 'open':
          registers.open(state.group, at);
          id = state.next;
          break;
        case 'close':
          registers.close(state.group, state.optional, at);
          id = state.next;
          break;
        case 'reference': {
          const begin = registers.at[2 * state.group]!;
          const end = registers.at[2 * state.group + 1]!;
          alive = begin !== -1 && end !== -1 && text.startsWith(text.slice(begin, end), at);
          if (end > begin) passed = NONE;
          at += end - begin;
          id = state.next;
          break;
        }
        case 'split': {
          const again = passed.has(id);
          if (!again) {
            passed = new Set(passed).add(id);
            stack.push({ id: state.other, at, registers: registers.copy(), passed });
          }
          id = again ? state.other : state.next;
          break;
        }
      }
    }
  }
  return best;
}
