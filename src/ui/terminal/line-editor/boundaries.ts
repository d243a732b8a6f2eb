// Where one character or word ends and the next begins.
import { charWidth } from './width.ts';

const codeAt = (text: string, index: number) => text.codePointAt(index) ?? 0;
const lengthOf = (code: number) => (code > 0xffff ? 2 : 1);
const isMark = (code: number) => code >= 0x300 && charWidth(code) === 0;

/** The offset after the character (with its marks) that starts at `index`. */
export function nextChar(text: string, index: number): number {
  if (index >= text.length) return text.length;
  let next = index + lengthOf(codeAt(text, index));
  while (next < text.length && isMark(codeAt(text, next))) next += lengthOf(codeAt(text, next));
  return next;
}

/** The offset where the character before `index` starts. */
export function previousChar(text: string, index: number): number {
  let at = index;
  do {
    at--;
    if (at > 0 && /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')) at--;
  } while (at > 0 && isMark(codeAt(text, at)));
  return Math.max(0, at);
}

const isWord = (char: string) => /[\p{L}\p{N}_]/u.test(char);

/** The end of the word at or after `index` (letters, digits, underscore), as Alt-F goes. */
export function wordRight(text: string, index: number): number {
  let at = index;
  while (at < text.length && !isWord(String.fromCodePoint(codeAt(text, at)))) at = nextChar(text, at);
  while (at < text.length && isWord(String.fromCodePoint(codeAt(text, at)))) at = nextChar(text, at);
  return at;
}

/** The start of the word before `index`, as Alt-B goes. */
export function wordLeft(text: string, index: number): number {
  let at = index;
  const before = () => String.fromCodePoint(codeAt(text, previousChar(text, at)));
  while (at > 0 && !isWord(before())) at = previousChar(text, at);
  while (at > 0 && isWord(before())) at = previousChar(text, at);
  return at;
}

/** The start of the blank-delimited word before `index`, as Ctrl-W cuts. */
export function blankWordLeft(text: string, index: number): number {
  let at = index;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  while (at > 0 && !/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
