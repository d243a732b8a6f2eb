// Typing into a running command: the terminal driver's own small line discipline. Pure: a chunk in, echo and effects out.
import { charWidth } from './line-editor/index.ts';

export interface Cooked {
  readonly line: string;
}

export type CookedEffect = { readonly type: 'send'; readonly text: string } | { readonly type: 'eof' | 'interrupt' };

export interface CookedStep {
  readonly state: Cooked;
  readonly echo: string;
  readonly effects: readonly CookedEffect[];
}

export function cook(state: Cooked, data: string): CookedStep {
  if (data.startsWith('\x1b') && !data.startsWith('\x1b[200~')) return { state, echo: '', effects: [] };
  let line = state.line;
  let echo = '';
  const effects: CookedEffect[] = [];
  const erase = () => {
    const last = [...line].at(-1);
    if (last === undefined) return;
    line = line.slice(0, -last.length);
    echo += '\b \b'.repeat(charWidth(last.codePointAt(0) ?? 0));
  };
  for (const char of data.replace(/\x1b\[20[01]~/g, '').replace(/\r\n?/g, '\n')) {
    if (char === '\n') {
      effects.push({ type: 'send', text: `${line}\n` });
      line = '';
      echo += '\r\n';
    } else if (char === '\x7f' || char === '\b') erase();
    else if (char === '\x15') while (line !== '') erase();
    else if (char === '\x03') {
      effects.push({ type: 'interrupt' });
      line = '';
      echo += '^C';
    } else if (char === '\x04') {
      effects.push(line === '' ? { type: 'eof' } : { type: 'send', text: line });
      line = '';
    } else if (char === '\x10' || char === '\x11') effects.push({ type: 'send', text: char });
    else if (char >= ' ') {
      line += char;
      echo += char;
    }
  }
  return { state: { line }, echo, effects };
}
