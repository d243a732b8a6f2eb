import { runesOf } from '../../go/bytes.ts';
import { isSpace } from '../../go/space.ts';
import type { EscapeToken } from '../shell/index.ts';

/**
 * Cuts the arguments of ENV, LABEL and ARG at unquoted white space. Quotes and escapes stay in the words; an escape at the very end is dropped.
 */
export function parseWords(text: string, escapeToken: EscapeToken): string[] {
  const words: string[] = [];
  const runes = [...runesOf(text)];
  let word = '';
  let keepEmpty = false;
  let quote = '';
  let inWord = false;
  const flush = (): void => {
    if (keepEmpty || word !== '') words.push(word);
    word = '';
    keepEmpty = false;
  };
  for (let i = 0; i < runes.length; i += 1) {
    let rune = runes[i]!;
    if (quote === '') {
      if (isSpace(rune)) {
        if (inWord) flush();
        inWord = false;
        continue;
      }
      inWord = true;
      if (rune === "'" || rune === '"') {
        quote = rune;
        keepEmpty = true;
      }
    } else if (rune === quote) quote = '';
    // The quote just opened or closed is no escape, and a single-quoted text has none.
    if (rune === escapeToken && quote !== "'") {
      if (i + 1 === runes.length) {
        quote = '';
        continue;
      }
      word += rune;
      i += 1;
      rune = runes[i]!;
    }
    word += rune;
  }
  flush();
  return words;
}
