import type { Step } from '../../kernel/index.ts';
import { expandText } from '../expand/expand.ts';
import type { Shell } from '../shell.ts';
import type { Word } from '../syntax/ast.ts';
import { Lexer, Parts } from '../syntax/lexer.ts';
import { singleQuote } from '../variables.ts';

/** Shows a command as it is run: PS4, the assignments, the words. */
export function* trace(shell: Shell, assigned: readonly (readonly [string, string])[], argv: readonly string[]): Step<void> {
  const words = [...assigned.map(([name, value]) => `${name}=${value === '' ? '' : quoteIfNeeded(value)}`), ...argv.map(quoteIfNeeded)];
  const prompt = yield* expandPrompt(shell, shell.variables.get('PS4') ?? '+ ');
  yield* shell.print(2, `${prompt}${words.join(' ')}\n`);
}

const quoteIfNeeded = (text: string): string => (/^[+-:@-Z\]-_a-z]*$/.test(text) ? text : singleQuote(text));

/** A prompt variable's text with parameters and command substitutions expanded, as in a here-document. */
export function* expandPrompt(shell: Shell, text: string): Step<string> {
  let word: Word;
  try {
    const lexer = new Lexer(text, {
      line: shell.line,
      last: true,
      substitutions: { inParentheses: () => undefined, inBackquotes: () => undefined },
    });
    const parts = new Parts();
    while (lexer.peek() !== '') lexer.inDouble(parts, 'here', false);
    word = parts.word();
  } catch {
    return text;
  }
  const { status } = shell;
  const expanded = yield* expandText(shell, word, 'none');
  shell.status = status;
  return expanded;
}
