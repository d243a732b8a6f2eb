// The line editor: one action in, the next state and effects out. Pure; draws nothing, waits for nothing.
import { blankWordLeft, nextChar, previousChar, wordLeft, wordRight } from './boundaries.ts';
import { needsMore } from './continuation.ts';
import { choosing, completed, narrowed } from './menu.ts';
import { type Action, type Effect, historyLimit, type LineState, type Step } from './state.ts';

export function reduce(state: LineState, action: Action): Step {
  if (action.type === 'undo') return undo(state);
  const step = stepOf(state, action);
  return state.text === step.state.text || state.search || step.state.search || ended(action) ? step : remembering(state, action, step);
}

function stepOf(state: LineState, action: Action): Step {
  if (state.search) return searching(state, state.search, action);
  const { menu, ...rest } = state;
  if (menu === undefined || action.type === 'completed') return editing(state, action);
  const chosen = choosing(state, menu, action);
  if (chosen !== undefined) return chosen;
  const step = editing(rest, action);
  return action.type === 'insert' ? { ...step, state: narrowed(menu, step.state) } : step;
}

/** Undo begins anew with each line. */
const ended = (action: Action): boolean => action.type === 'enter' || action.type === 'interrupt';

/** Most edits that can be taken back. */
const undoLimit = 200;

/** Letters typed one after another are one edit, up to the next blank. */
function remembering(before: LineState, action: Action, { state, effects }: Step): Step {
  const past = before.past ?? [];
  const typing = action.type === 'insert' && /^\S$/u.test(action.text);
  if (typing && past.at(-1)?.typing) return { state, effects };
  const entry = { text: before.text, cursor: before.cursor, typing };
  return {
    state: { ...state, past: [...past.map((one) => (one.typing ? { ...one, typing: false } : one)), entry].slice(-undoLimit) },
    effects,
  };
}

function undo(state: LineState): Step {
  const { menu: _, search: __, at: ___, past = [], ...rest } = state;
  const last = past.at(-1);
  if (last === undefined) return bell(state);
  return only({ ...rest, text: last.text, cursor: last.cursor, past: past.slice(0, -1) });
}

function editing(state: LineState, action: Action): Step {
  const { text, cursor } = state;
  switch (action.type) {
    case 'insert':
    case 'paste':
      return only(insert(state, clean(action.text)));
    case 'set':
      return only(edit(state, action.text, action.text.length));
    case 'left':
      return only({ ...state, cursor: previousChar(text, cursor) });
    case 'right':
      return only({ ...state, cursor: nextChar(text, cursor) });
    case 'word-left':
      return only({ ...state, cursor: wordLeft(text, cursor) });
    case 'word-right':
      return only({ ...state, cursor: wordRight(text, cursor) });
    case 'home':
      return only({ ...state, cursor: text.lastIndexOf('\n', cursor - 1) + 1 });
    case 'end': {
      const end = text.indexOf('\n', cursor);
      return only({ ...state, cursor: end < 0 ? text.length : end });
    }
    case 'backspace':
      return cursor === 0 ? bell(state) : only(remove(state, previousChar(text, cursor), cursor));
    case 'delete':
      return cursor === text.length ? bell(state) : only(remove(state, cursor, nextChar(text, cursor)));
    case 'kill-start':
      return only(kill(state, 0, cursor));
    case 'kill-end':
      return only(kill(state, cursor, text.length));
    case 'kill-word-left':
      return only(kill(state, blankWordLeft(text, cursor), cursor));
    case 'kill-word-right':
      return only(kill(state, cursor, wordRight(text, cursor)));
    case 'yank':
      return only(insert(state, state.kill));
    case 'transpose':
      return transpose(state);
    case 'up':
      return vertical(state, -1) ?? walk(state, -1);
    case 'down':
      return vertical(state, 1) ?? walk(state, 1);
    case 'history-before':
      return walkMatching(state, -1);
    case 'history-after':
      return walkMatching(state, 1);
    case 'first':
      return state.history.length === 0 ? bell(state) : only(show(state, 0));
    case 'last':
      return state.at === undefined ? bell(state) : only(show(state, state.history.length));
    case 'search':
      return only({ ...state, search: { query: '', before: text } });
    case 'cancel':
      return only(state);
    case 'enter':
      return enter(state);
    case 'interrupt':
      return { state: fresh(state), effects: [{ type: 'interrupt' }] };
    case 'eof':
      if (text !== '') return cursor === text.length ? bell(state) : only(remove(state, cursor, nextChar(text, cursor)));
      return { state, effects: [{ type: 'eof' }] };
    case 'clear':
      return { state, effects: [{ type: 'clear' }] };
    case 'suspend':
      return { state, effects: [{ type: 'suspend' }] };
    case 'complete':
      return { state, effects: [{ type: 'complete' }] };
    case 'completed':
      return completed(state, action);
    case 'complete-back':
    case 'undo':
      return bell(state);
  }
}

/** While Ctrl-R searches: letters narrow, Ctrl-R goes further back, Enter runs, any movement takes the line for editing. */
function searching(state: LineState, search: NonNullable<LineState['search']>, action: Action): Step {
  const find = (query: string, from: number): number | undefined => {
    for (let index = from; index >= 0; index--) if (state.history[index]?.includes(query)) return index;
    return undefined;
  };
  const shown = search.match === undefined ? search.before : (state.history[search.match] ?? '');
  const leave = (text: string): LineState => {
    const { search: _, at: __, ...rest } = state;
    return { ...rest, text, cursor: text.length };
  };
  const narrow = (query: string, from: number, fallback?: number): Step => {
    const match = query === '' ? undefined : find(query, from);
    if (query !== '' && match === undefined && fallback === undefined) {
      return { state: { ...state, search: { query, before: search.before } }, effects: [{ type: 'bell' }] };
    }
    const next = match ?? fallback;
    return {
      state: { ...state, search: { query, before: search.before, ...(next === undefined ? {} : { match: next }) } },
      effects: match === undefined && query !== '' ? [{ type: 'bell' }] : [],
    };
  };
  switch (action.type) {
    case 'insert':
    case 'paste':
      return narrow(search.query + clean(action.text).replaceAll('\n', ' '), search.match ?? state.history.length - 1);
    case 'backspace':
      return narrow(search.query.slice(0, -1), state.history.length - 1);
    case 'search':
      return narrow(search.query, (search.match ?? state.history.length) - 1, search.match);
    case 'cancel':
    case 'interrupt':
      return only(leave(search.before));
    default:
      return editing(leave(shown), action);
  }
}

function enter(state: LineState): Step {
  if (needsMore(state.text)) return only(insert({ ...state, cursor: state.text.length }, '\n'));
  const line = state.text;
  const remembered = line.trim() === '' || state.history.at(-1) === line ? state.history : [...state.history, line].slice(-historyLimit);
  return { state: { ...fresh(state), history: remembered }, effects: [{ type: 'submit', text: line }] };
}

/** Through the history: with something typed, only through lines that begin with it, as long as there is one. */
function walk(state: LineState, by: -1 | 1): Step {
  const prefix = state.at === undefined ? state.text : state.draft;
  const end = state.history.length;
  let at = (state.at ?? end) + by;
  if (prefix !== '' && state.history.some((line) => line !== prefix && line.startsWith(prefix)))
    while (at >= 0 && at < end && (!state.history[at]?.startsWith(prefix) || state.history[at] === state.text)) at += by;
  return at < 0 || at > end ? bell(state) : only(show(state, at));
}

function show(state: LineState, index: number): LineState {
  const { at, ...rest } = state;
  const draft = at === undefined ? state.text : state.draft;
  const text = index >= state.history.length ? draft : (state.history[index] ?? '');
  return { ...rest, draft, text, cursor: text.length, ...(index >= state.history.length ? {} : { at: index }) };
}

/** Up and Down inside a line of several rows move between its rows. */
function vertical(state: LineState, by: -1 | 1): Step | undefined {
  const { text, cursor } = state;
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const end = text.indexOf('\n', cursor);
  if (by === -1 ? start === 0 : end < 0) return undefined;
  const target = by === -1 ? text.lastIndexOf('\n', start - 2) + 1 : end + 1;
  const targetEnd = text.indexOf('\n', target);
  return only({ ...state, cursor: snapped(text, Math.min(target + cursor - start, targetEnd < 0 ? text.length : targetEnd)) });
}

/** Never inside a character. */
const snapped = (text: string, index: number): number =>
  index <= 0 ? 0 : nextChar(text, previousChar(text, index)) === index ? index : previousChar(text, index);

/** Page Up and Page Down: only lines that begin as what stands before the cursor. */
function walkMatching(state: LineState, by: -1 | 1): Step {
  const prefix = state.text.slice(0, state.cursor);
  for (let at = (state.at ?? state.history.length) + by; at >= 0 && at < state.history.length; at += by) {
    const line = state.history[at] ?? '';
    if (line.startsWith(prefix) && line !== state.text) return only({ ...show(state, at), cursor: prefix.length });
  }
  return bell(state);
}

function transpose(state: LineState): Step {
  const { text, cursor } = state;
  const end = cursor === text.length ? cursor : nextChar(text, cursor);
  const middle = previousChar(text, end);
  const start = previousChar(text, middle);
  if (middle === 0) return bell(state);
  return only(edit(state, text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end), end));
}

const only = (state: LineState): Step => ({ state, effects: [] });
const bell = (state: LineState): Step => ({ state, effects: [{ type: 'bell' } satisfies Effect] });

function fresh(state: LineState): LineState {
  const { at: _, search: __, menu: ___, past: ____, ...rest } = state;
  return { ...rest, text: '', cursor: 0, draft: '' };
}

function edit(state: LineState, text: string, cursor: number): LineState {
  const { at: _, ...rest } = state;
  return { ...rest, text, cursor };
}

function insert(state: LineState, text: string): LineState {
  return edit(state, state.text.slice(0, state.cursor) + text + state.text.slice(state.cursor), state.cursor + text.length);
}

function remove(state: LineState, from: number, to: number): LineState {
  return edit(state, state.text.slice(0, from) + state.text.slice(to), from);
}

function kill(state: LineState, from: number, to: number): LineState {
  return from === to ? state : { ...remove(state, from, to), kill: state.text.slice(from, to) };
}

/** Typed or pasted text: one kind of line end, tabs as blanks, no control characters. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replace(/[\x00-\x09\x0b-\x1f\x7f]/g, '');
}
