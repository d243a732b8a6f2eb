// The list of candidates below the line: Tab walks through it, letters narrow it, Enter takes what is chosen, Esc gives the line back.
import { commonPrefix } from './completion.ts';
import type { Action, LineState, Menu, Step } from './state.ts';

const only = (state: LineState): Step => ({ state, effects: [] });

function without(state: LineState): LineState {
  const { menu: _, ...rest } = state;
  return rest;
}

/** A word that is complete is followed by a blank, unless more of it has to come. */
const finished = (word: string): string => (/[/=:, ]$/.test(word) ? word : `${word} `);

function put(state: LineState, from: number, to: number, word: string): LineState {
  const { at: _, ...rest } = state;
  return { ...rest, text: state.text.slice(0, from) + word + state.text.slice(to), cursor: from + word.length };
}

/** What came back for Tab: one candidate completes the word, several extend it as far as they agree, or else are listed. */
export function completed(state: LineState, action: Extract<Action, { type: 'completed' }>): Step {
  const { candidates, details = [], from, to } = action;
  if (candidates.length === 0) return { state: without(state), effects: [{ type: 'bell' }] };
  if (candidates.length === 1) return only(put(without(state), from, to, finished(candidates[0] ?? '')));
  const common = commonPrefix(candidates);
  if (common.length > to - from) return only(put(without(state), from, to, common));
  return only({ ...state, menu: { candidates, details, from, to: state.cursor, before: state.text } });
}

/** The step of an action while candidates are listed; undefined when it closes the list and then does what it always does. */
export function choosing(state: LineState, menu: Menu, action: Action): Step | undefined {
  const { candidates, chosen } = menu;
  const go = (by: 1 | -1): Step => {
    const next = chosen === undefined ? (by === 1 ? 0 : candidates.length - 1) : (chosen + by + candidates.length) % candidates.length;
    const word = candidates[next] ?? '';
    return only({ ...put(state, menu.from, menu.to, word), menu: { ...menu, chosen: next, to: menu.from + word.length } });
  };
  switch (action.type) {
    case 'complete':
      return go(1);
    case 'complete-back':
      return go(-1);
    case 'down':
      return chosen === undefined ? undefined : go(1);
    case 'up':
      return chosen === undefined ? undefined : go(-1);
    case 'enter':
      return chosen === undefined ? undefined : only(put(without(state), menu.from, menu.to, finished(candidates[chosen] ?? '')));
    case 'cancel': {
      const cursor = menu.before.length - (state.text.length - menu.to);
      return only({ ...without(state), text: menu.before, cursor: Math.max(0, Math.min(cursor, menu.before.length)) });
    }
    default:
      return undefined;
  }
}

/** The list after more of the word was typed: what still goes on with it, or nothing. */
export function narrowed(before: Menu, state: LineState): LineState {
  if (before.chosen !== undefined || state.cursor < before.from) return state;
  const typed = state.text.slice(before.from, state.cursor);
  const kept = before.candidates
    .map((text, index) => ({ text, detail: before.details[index] }))
    .filter(({ text }) => text.startsWith(typed));
  if (kept.length === 0 || (kept.length === 1 && kept[0]?.text === typed)) return state;
  const details = kept.flatMap(({ detail }) => detail ?? []);
  return { ...state, menu: { ...before, candidates: kept.map(({ text }) => text), details, to: state.cursor, before: state.text } };
}
