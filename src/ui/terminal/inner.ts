// Editing the lines of a shell inside a container, in the same terminal: keys, history and search, until Enter sends the line to it. Pure.
import { type Action, emptyLine, type LineState, reduce } from './line-editor/index.ts';

export interface Inner {
  readonly line: LineState;
}

export type InnerEffect = { readonly type: 'send'; readonly text: string } | { readonly type: 'eof' | 'interrupt' | 'clear' | 'complete' };

export const emptyInner = (history: readonly string[] = []): Inner => ({ line: emptyLine(history) });

/** One action; the shell inside asks for more lines itself, so Enter always sends. */
export function inner(state: Inner, action: Action): { readonly state: Inner; readonly effects: readonly InnerEffect[] } {
  const { line } = state;
  // Enter takes what is chosen in the list of candidates; else it sends.
  if (action.type === 'enter' && line.search === undefined && line.menu?.chosen === undefined) {
    const text = line.text;
    const history = text.trim() === '' || line.history.at(-1) === text ? line.history : [...line.history, text];
    return { state: emptyInner(history), effects: [{ type: 'send', text: `${text}\n` }] };
  }
  const step = reduce(line, action);
  const effects = step.effects.flatMap((effect): InnerEffect[] => {
    if (effect.type === 'submit') return [{ type: 'send', text: `${effect.text}\n` }];
    return effect.type === 'bell' || effect.type === 'suspend' ? [] : [{ type: effect.type }];
  });
  return { state: { line: step.state }, effects };
}
