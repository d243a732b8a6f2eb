// What xterm sends for a key, as an editor action. Unknown sequences are nothing, never text.
import type { Action } from './state.ts';

const keys: Readonly<Record<string, Exclude<Action['type'], 'insert' | 'paste' | 'completed' | 'set'>>> = {
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x02': 'left',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x06': 'right',
  '\x1b[1;5D': 'word-left',
  '\x1b[1;3D': 'word-left',
  '\x1bb': 'word-left',
  '\x1b[1;5C': 'word-right',
  '\x1b[1;3C': 'word-right',
  '\x1bf': 'word-right',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x1b[1~': 'home',
  '\x01': 'home',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x1b[4~': 'end',
  '\x05': 'end',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1b[3~': 'delete',
  '\x15': 'kill-start',
  '\x0b': 'kill-end',
  '\x17': 'kill-word-left',
  '\x1b\x7f': 'kill-word-left',
  '\x1bd': 'kill-word-right',
  '\x19': 'yank',
  '\x14': 'transpose',
  '\x1b[A': 'up',
  '\x1bOA': 'up',
  '\x10': 'up',
  '\x1b[B': 'down',
  '\x1bOB': 'down',
  '\x0e': 'down',
  '\x1b<': 'first',
  '\x1b>': 'last',
  '\x12': 'search',
  '\x1b': 'cancel',
  '\x07': 'cancel',
  '\r': 'enter',
  '\n': 'enter',
  '\x03': 'interrupt',
  '\x04': 'eof',
  '\x0c': 'clear',
  '\t': 'complete',
  '\x1b[Z': 'complete-back',
  '\x1f': 'undo',
  '\x1a': 'suspend',
  '\x1b[5~': 'history-before',
  '\x1bp': 'history-before',
  '\x1b[6~': 'history-after',
  '\x1bn': 'history-after',
  '\x1b[7~': 'home',
  '\x1b[8~': 'end',
};

const bracketed = /^\x1b\[200~([\s\S]*)\x1b\[201~$/;

/** One chunk of terminal input; fast typing or an input method may hold several characters. */
export function decode(data: string): Action[] {
  const pasted = bracketed.exec(data);
  if (pasted) return [{ type: 'paste', text: pasted[1] ?? '' }];
  const known = keys[data];
  if (known) return [{ type: known }];
  if (data.startsWith('\x1b')) return [];
  // Characters and single control keys that arrived together, e.g. from an automated keyboard.
  return data.split(/([\x00-\x1f\x7f])/).flatMap((part): Action[] => {
    if (part === '') return [];
    const key = keys[part];
    if (key) return [{ type: key }];
    return part < ' ' ? [] : [{ type: 'insert', text: part }];
  });
}

/** The inverse of decode, for keys that arrived while a command was starting. */
export function encode(action: Action): string {
  if (action.type === 'insert') return action.text;
  if (action.type === 'paste') return `\x1b[200~${action.text}\x1b[201~`;
  if (action.type === 'enter') return '\r';
  if (action.type === 'interrupt') return '\x03';
  if (action.type === 'backspace') return '\x7f';
  return '';
}
