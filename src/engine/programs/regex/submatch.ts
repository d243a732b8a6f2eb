import { type Automaton, anchorHolds, type Subject } from './automaton.ts';
import { type Captures, Registers } from './captures.ts';
import { MAX_STEPS } from './search.ts';
import { RegexError } from './syntax.ts';

/**
 * Which groups a match from `start` to `end` used (glibc's sift_states and set_regs): first the states from which the end
 * can be reached, then a walk that always takes the preferred one of them.
 */
export function submatches(automaton: Automaton, subject: Subject, start: number, end: number): Captures {
  const viable = sift(automaton, subject, start, end);
  const registers = Registers.of(automaton, start);
  const passed = new Set<number>();
  let at = start;
  for (let id = automaton.start; ; ) {
    const state = automaton.states[id]!;
    if (state.kind === 'end') break;
    if (state.kind === 'byte' || state.kind === 'set') {
      at++;
      passed.clear();
      id = state.next;
      continue;
    }
    if (state.kind === 'open') registers.open(state.group, at);
    else if (state.kind === 'close') registers.close(state.group, state.optional, at);
    passed.add(id);
    if (state.kind !== 'split') {
      id = (state as { next: number }).next;
      continue;
    }
    const here = viable[at - start]!;
    if (here[state.next] !== 1) id = state.other;
    else id = passed.has(state.next) && here[state.other] === 1 ? state.other : state.next;
  }
  registers.at[0] = start;
  registers.at[1] = end;
  return registers.at;
}

/** For each place from `start` to `end`, the states from which the end can be reached. */
function sift(automaton: Automaton, subject: Subject, start: number, end: number): Uint8Array[] {
  const { states, sources, newline } = automaton;
  if (states.length * (end - start + 1) > MAX_STEPS) throw new RegexError('STEPS');
  const viable: Uint8Array[] = new Array(end - start + 1);
  const stack: number[] = [];
  for (let at = end; at >= start; at--) {
    const here = new Uint8Array(states.length);
    viable[at - start] = here;
    const reach = (id: number): void => {
      if (here[id] === 1) return;
      here[id] = 1;
      stack.push(id);
    };
    if (at === end) reach(automaton.end);
    else {
      const byte = subject.text.charCodeAt(at);
      const after = viable[at - start + 1]!;
      for (let id = 0; id < states.length; id++) {
        const state = states[id]!;
        if (state.kind === 'byte' ? state.byte === byte : state.kind === 'set' && state.set[byte] === 1)
          if (after[(state as { next: number }).next] === 1) reach(id);
      }
    }
    while (stack.length > 0) {
      for (const id of sources[stack.pop()!]!) {
        const state = states[id]!;
        if (state.kind === 'byte' || state.kind === 'set') continue;
        if (state.kind === 'anchor' && !anchorHolds(state.anchor, subject, newline, at)) continue;
        reach(id);
      }
    }
  }
  return viable;
}
