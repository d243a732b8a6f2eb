// The state of one line being edited. Positions are UTF-16 offsets that never fall inside a character or its combining marks.
import type { CompletionDetail } from '../../session/engine-session.ts';

export interface Search {
  readonly query: string;
  /** Index into history of the line shown; undefined when nothing matches. */
  readonly match?: number;
  /** What to come back to when the search is given up. */
  readonly before: string;
}

/** Candidates for the word before the cursor, shown below the line while Tab walks through them. */
export interface Menu {
  readonly candidates: readonly string[];
  readonly details: readonly CompletionDetail[];
  /** Undefined until Tab is pressed again. */
  readonly chosen?: number;
  /** Where the word stands that they replace, and the line as it was. */
  readonly from: number;
  readonly to: number;
  readonly before: string;
}

export interface LineState {
  readonly text: string;
  readonly cursor: number;
  /** Oldest first, no two neighbours equal. */
  readonly history: readonly string[];
  /** The history entry shown, while Up and Down walk through it. */
  readonly at?: number;
  /** The line as it was before Up. */
  readonly draft: string;
  /** Text cut by Ctrl-U, K, W, for Ctrl-Y. */
  readonly kill: string;
  readonly search?: Search;
  readonly menu?: Menu;
  /** What Ctrl-_ goes back to, the newest last. */
  readonly past?: readonly Past[];
}

/** A line as it was before an edit; `typing` when one more character typed belongs to the same edit. */
export interface Past {
  readonly text: string;
  readonly cursor: number;
  readonly typing: boolean;
}

export const historyLimit = 1000;

export function emptyLine(history: readonly string[] = []): LineState {
  return { text: '', cursor: 0, history: history.slice(-historyLimit), draft: '', kill: '' };
}

/** What a key asks for. `complete` comes back later as `completed`. */
export type Action =
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string }
  | {
      readonly type:
        | 'left'
        | 'right'
        | 'word-left'
        | 'word-right'
        | 'home'
        | 'end'
        | 'backspace'
        | 'delete'
        | 'kill-start'
        | 'kill-end'
        | 'kill-word-left'
        | 'kill-word-right'
        | 'yank'
        | 'transpose'
        | 'up'
        | 'down'
        | 'first'
        | 'last'
        | 'search'
        | 'cancel'
        | 'enter'
        | 'interrupt'
        | 'eof'
        | 'clear'
        | 'complete'
        | 'complete-back'
        | 'undo'
        | 'suspend'
        | 'history-before'
        | 'history-after';
    }
  | {
      readonly type: 'completed';
      readonly candidates: readonly string[];
      readonly details?: readonly CompletionDetail[];
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'set'; readonly text: string };

/** What the terminal must do besides drawing the new state. */
export type Effect =
  | { readonly type: 'submit'; readonly text: string }
  | { readonly type: 'interrupt' | 'eof' | 'suspend' | 'clear' | 'complete' | 'bell' };

export interface Step {
  readonly state: LineState;
  readonly effects: readonly Effect[];
}
