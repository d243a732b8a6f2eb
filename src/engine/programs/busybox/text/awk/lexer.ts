import { readEscape } from '../escape.ts';
import { parseNumberPrefix } from './number.ts';
import { AwkError, MESSAGES } from './source-error.ts';
import { BINARY, CONCAT, CONTINUES, JOIN_LEFT, JOIN_RIGHT, KNOWN, type Meaning, TC, WORD } from './token.ts';

const NAME = /[A-Za-z_][0-9A-Za-z_]*/y;
const PLAIN: Meaning = { op: '', priority: 0 };

/** One byte of a string constant: escapes are replaced, `\x` for an unknown x is x. */
export function stringByte(text: string, at: number): { byte: string; end: number } {
  if (text[at] !== '\\') return { byte: text[at]!, end: at + 1 };
  const known = readEscape(text, at + 1);
  if (known.end > at + 1) return known;
  const next = text[at + 1];
  if (next === undefined) return { byte: '\\', end: at + 1 };
  return { byte: next, end: at + 2 };
}

/** A text with the escapes of a string constant replaced, as -v and -F do. */
export function unescapeString(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const { byte, end } = stringByte(text, at);
    out += byte;
    at = end;
  }
  return out;
}

/**
 * Cuts a program into tokens. What a character means depends on what may come next, so the parser says which classes it
 * expects; anything else is an error. Concatenation operators are put in where they are not written.
 */
export class Lexer {
  /** The token read last. */
  cls: number = TC.newline;
  meaning: Meaning = PLAIN;
  text = '';
  number = 0;
  /** Line of the token read last, from 1. */
  line = 1;
  readonly #source: string;
  #at = 0;
  #nextLine = 1;
  #rolledBack = false;
  #held: { cls: number; meaning: Meaning } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The token read last is read again by the next call. */
  rollBack(): void {
    this.#rolledBack = true;
  }

  next(expected: number): number {
    const last = this.cls;
    if (this.#rolledBack) this.#rolledBack = false;
    else if (this.#held !== undefined) {
      ({ cls: this.cls, meaning: this.meaning } = this.#held);
      this.#held = undefined;
    } else {
      let cls: number;
      do cls = this.#read(expected);
      while ((last & CONTINUES) !== 0 && cls === TC.newline);
      if ((last & JOIN_LEFT) !== 0 && (cls & JOIN_RIGHT) !== 0 && (expected & BINARY) !== 0 && !(last === TC.length && cls === TC.lparen)) {
        this.#held = { cls, meaning: this.meaning };
        cls = TC.binary;
        this.meaning = CONCAT;
      }
      this.cls = cls;
    }
    if ((this.cls & expected) === 0)
      throw new AwkError((last & (TC.newline | TC.eof)) !== 0 ? MESSAGES.unexpectedEnd : MESSAGES.unexpectedToken, this.line);
    return this.cls;
  }

  #skipSpace(at: number): number {
    const source = this.#source;
    for (let i = at; ; i++) {
      if (source[i] === '\\' && source[i + 1] === '\n') {
        i++;
        this.#nextLine++;
      } else if (source[i] !== ' ' && source[i] !== '\t') return i;
    }
  }

  #read(expected: number): number {
    const source = this.#source;
    let at = this.#skipSpace(this.#at);
    this.line = this.#nextLine;
    if (source[at] === '#') while (at < source.length && source[at] !== '\n') at++;
    const char = source[at];
    this.meaning = PLAIN;
    if (char === undefined || char === '\0') {
      this.#at = source.length;
      return TC.eof;
    }
    if (char === '"') return this.#string(at + 1);
    if (char === '/' && (expected & TC.regexp) !== 0) return this.#regexp(at + 1);
    if (char === '.' || (char >= '0' && char <= '9')) {
      const { value, length } = parseNumberPrefix(source.slice(at, at + 400));
      this.number = value;
      this.#at = at + length;
      if (source[this.#at] === '.' || length === 0) throw new AwkError(MESSAGES.unexpectedToken, this.line);
      return TC.number;
    }
    if (char === '\n') this.#nextLine++;
    for (const [cls, tokens] of KNOWN) {
      if ((cls & (expected | WORD | TC.newline)) === 0) continue;
      for (const [text, meaning] of tokens) {
        if (!source.startsWith(text, at)) continue;
        const after = source[at + text.length];
        if ((cls & WORD) !== 0 && after !== undefined && /[0-9A-Za-z_]/.test(after)) continue;
        this.meaning = meaning;
        this.#at = at + text.length;
        return cls;
      }
    }
    return this.#name(at, expected);
  }

  #name(at: number, expected: number): number {
    const source = this.#source;
    NAME.lastIndex = at;
    const name = NAME.exec(source)?.[0];
    if (name === undefined) throw new AwkError(MESSAGES.unexpectedToken, this.line);
    this.text = name;
    let end = at + name.length;
    if ((expected & TC.variable) === 0) end = this.#skipSpace(end);
    if (source[end] === '(') {
      this.#at = end + 1;
      return TC.call;
    }
    if ((expected & TC.array) !== 0 && source[this.#skipSpace(end)] === '[') {
      this.#at = this.#skipSpace(end) + 1;
      return TC.array;
    }
    this.#at = end;
    return TC.variable;
  }

  #string(from: number): number {
    const source = this.#source;
    let out = '';
    let at = from;
    while (source[at] !== '"') {
      if (source[at] === undefined || source[at] === '\n') throw new AwkError(MESSAGES.unexpectedEnd, this.line);
      const { byte, end } = stringByte(source, at);
      out += byte;
      at = end;
    }
    this.#at = at + 1;
    this.text = out;
    return TC.string;
  }

  #regexp(from: number): number {
    const source = this.#source;
    let out = '';
    let at = from;
    while (source[at] !== '/') {
      const char = source[at];
      if (char === undefined || char === '\n') throw new AwkError(MESSAGES.unexpectedEnd, this.line);
      at++;
      if (char !== '\\') {
        out += char;
        continue;
      }
      const { byte, end } = readEscape(source, at);
      out += byte;
      if (source[at] === '\\') out += '\\';
      if (end === at) out += source[at++] ?? '';
      else at = end;
    }
    this.#at = at + 1;
    this.text = out;
    return TC.regexp;
  }
}
