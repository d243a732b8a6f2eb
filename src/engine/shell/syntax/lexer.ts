import type { Node, Part, Word } from './ast.ts';
import { Incomplete, SyntaxProblem } from './errors.ts';
import { readBrace } from './parameter.ts';

/** Most levels of `$(`, `${` and compound commands inside each other. */
export const MAX_NESTING = 200;

/** Parses the commands of a substitution: up to the `)` of `$(`, or all of a backquoted text. */
export interface SubstitutionParser {
  inParentheses(): Node | undefined;
  inBackquotes(text: string): Node | undefined;
}

/** How characters are read: outside quotes, between double quotes, or as a here-document's body. */
export type Quoting = 'none' | 'double' | 'here';

const isName = (c: string): boolean => /[A-Za-z_]/.test(c);
const isSpecial = (c: string): boolean => c !== '' && '!#$*-0123456789?@'.includes(c);

/**
 * Reads characters, quotes and `$` forms of shell text into word parts. Knows no grammar. `last`: whether the text is all
 * there will be; otherwise reaching its end throws Incomplete.
 */
export class Lexer {
  text: string;
  at = 0;
  line: number;
  depth = 0;
  readonly last: boolean;
  readonly substitutions: SubstitutionParser;

  constructor(text: string, options: { line: number; last: boolean; substitutions: SubstitutionParser }) {
    this.text = text;
    this.line = options.line;
    this.last = options.last;
    this.substitutions = options.substitutions;
  }

  fail(message: string): never {
    throw new SyntaxProblem(message, this.line);
  }
  enter(): void {
    if (++this.depth > MAX_NESTING) this.fail('nested too deeply');
  }
  leave(): void {
    this.depth--;
  }

  /** The next character without taking it; '' at the end. */
  peek(): string {
    if (this.at < this.text.length) return this.text[this.at]!;
    if (!this.last) throw new Incomplete();
    return '';
  }
  next(): string {
    const c = this.peek();
    if (c === '') return c;
    this.at++;
    if (c === '\n') this.line++;
    return c;
  }
  /** Like `peek`, after joining lines that end in a backslash. */
  peekJoined(): string {
    while (this.peek() === '\\') {
      if (this.at + 1 >= this.text.length && !this.last) throw new Incomplete();
      if (this.text[this.at + 1] !== '\n') break;
      this.at += 2;
      this.line++;
    }
    return this.peek();
  }
  nextJoined(): string {
    this.peekJoined();
    return this.next();
  }

  /** A word outside quotes, up to a blank or an operator. */
  word(options: { dollars?: boolean } = {}): Word {
    const parts = new Parts();
    for (;;) {
      const c = this.peek();
      if (c === '' || c === '\n' || c === ' ' || c === '\t') break;
      if (c === '<' || c === '>') {
        const direction = this.processSubstitution(c);
        if (direction === undefined) break;
        parts.add(direction);
        continue;
      }
      if (';&|()'.includes(c)) break;
      this.unquoted(parts, options.dollars ?? true);
    }
    return parts.word();
  }

  /** Takes one unquoted character or quoted run. */
  unquoted(parts: Parts, dollars = true): void {
    const c = this.next();
    if (c === '\\') this.#backslash(parts);
    else if (c === "'") this.singleQuoted(parts);
    else if (c === '"') this.doubleQuoted(parts);
    else if (c === '`') parts.add(this.backquoted(false));
    else if (c === '$') {
      if (dollars) this.dollar(parts, 'none');
      else parts.text('$', false);
    } else parts.text(c, false);
  }

  #backslash(parts: Parts): void {
    const c = this.next();
    if (c === '') parts.text('\\', true);
    else if (c !== '\n') parts.text(c, true);
  }

  singleQuoted(parts: Parts): void {
    parts.text('', true);
    for (;;) {
      const c = this.next();
      if (c === '') this.fail('unterminated quoted string');
      if (c === "'") return;
      parts.text(c, true);
    }
  }

  doubleQuoted(parts: Parts): void {
    parts.text('', true);
    for (;;) {
      const c = this.peek();
      if (c === '') this.fail('unterminated quoted string');
      if (c === '"') {
        this.next();
        return;
      }
      this.inDouble(parts, 'double', false);
    }
  }

  /** Takes one character or expansion between double quotes or in a here-document. `braces`: inside `${…}`, where `\}` is `}`. */
  inDouble(parts: Parts, quoting: Quoting, braces: boolean): void {
    const c = this.next();
    if (c === '\\') {
      const escaped = this.next();
      if (escaped === '\n') return;
      if (escaped === '') {
        parts.text('\\', true);
        return;
      }
      const special =
        escaped === '\\' ||
        escaped === '`' ||
        escaped === '$' ||
        (escaped === '"' && (quoting !== 'here' || braces)) ||
        (escaped === '}' && braces);
      parts.text(special ? escaped : `\\${escaped}`, true);
    } else if (c === '$') this.dollar(parts, quoting);
    else if (c === '`') parts.add(this.backquoted(true));
    else parts.text(c, true);
  }

  /** What follows a `$`. */
  dollar(parts: Parts, quoting: Quoting): void {
    const quoted = quoting !== 'none';
    const c = this.peekJoined();
    if (c === '(') {
      this.next();
      this.enter();
      if (this.peekJoined() === '(') {
        this.next();
        parts.add({ kind: 'arithmetic', expression: this.arithmetic(), quoted });
      } else parts.add({ kind: 'command', body: this.substitutions.inParentheses(), quoted });
      this.leave();
    } else if (c === '{') {
      this.next();
      this.enter();
      parts.add(readBrace(this, quoting));
      this.leave();
    } else if (c !== '' && isName(c)) {
      const name = this.name();
      parts.add({ kind: 'param', name, op: 'plain', colon: false, word: [], replacement: undefined, quoted, source: name });
    } else if (isSpecial(c)) {
      this.next();
      parts.add({ kind: 'param', name: c, op: 'plain', colon: false, word: [], replacement: undefined, quoted, source: c });
    } else if (c === "'" && !quoted) {
      this.next();
      this.#dollarQuoted(parts);
    } else parts.text('$', quoted);
  }

  /** A variable's name, from its first character. */
  name(): string {
    let name = '';
    while (/^[A-Za-z0-9_]$/.test(this.peekJoined())) name += this.next();
    return name;
  }

  /** An arithmetic expression up to and with its `))`. */
  arithmetic(): Word {
    const parts = new Parts();
    let depth = 0;
    for (;;) {
      const c = this.peek();
      if (c === '') this.fail("missing '))'");
      if (c === ')') {
        this.next();
        if (depth > 0) depth--;
        else if (this.peekJoined() === ')') {
          this.next();
          return parts.word();
        }
        parts.text(')', true);
        continue;
      }
      if (c === '(') depth++;
      if (c === '"') this.next();
      else this.inDouble(parts, 'double', false);
    }
  }

  backquoted(inDouble: boolean): Part {
    let text = '';
    for (;;) {
      let c = this.next();
      if (c === '`') break;
      if (c === '\\') {
        c = this.next();
        if (c === '\n') continue;
        if (c === '') this.fail('EOF in backquote substitution');
        if (c !== '\\' && c !== '`' && c !== '$' && (!inDouble || c !== '"')) text += '\\';
      } else if (c === '') this.fail('EOF in backquote substitution');
      text += c;
    }
    this.enter();
    const body = this.substitutions.inBackquotes(text);
    this.leave();
    return { kind: 'command', body, quoted: inDouble };
  }

  /** `<(…)` or `>(…)`; undefined when no parenthesis follows. */
  processSubstitution(direction: '<' | '>'): Part | undefined {
    if (this.at + 1 >= this.text.length) {
      if (!this.last) throw new Incomplete();
      return undefined;
    }
    if (this.text[this.at + 1] !== '(') return undefined;
    this.at += 2;
    this.enter();
    const body = this.substitutions.inParentheses();
    this.leave();
    return { kind: 'process', direction, body, quoted: true };
  }

  #dollarQuoted(parts: Parts): void {
    parts.text('', true);
    for (;;) {
      const c = this.next();
      if (c === '') this.fail('unterminated quoted string');
      if (c === "'") return;
      parts.text(c === '\\' ? this.#escape() : c, true);
    }
  }

  #escape(): string {
    const c = this.next();
    const simple = 'nrbtfav\\'.indexOf(c);
    if (c !== '' && simple >= 0) return '\n\r\b\t\f\x07\v\\'[simple]!;
    if (c >= '0' && c <= '7' && c.length === 1) {
      let digits = c;
      while (digits.length < 3 && /^[0-7]$/.test(this.peek())) digits += this.next();
      return String.fromCharCode(Number.parseInt(digits, 8) & 0xff).replace('\0', '');
    }
    if (c === 'x') {
      let digits = '';
      while (digits.length < 2 && /^[0-9a-fA-F]$/.test(this.peek())) digits += this.next();
      return digits === '' ? '\\x' : String.fromCharCode(Number.parseInt(digits, 16)).replace('\0', '');
    }
    return c === "'" || c === '"' ? c : `\\${c}`;
  }
}

/** Collects the parts of a word, joining neighbouring text. */
export class Parts {
  readonly #parts: Part[] = [];
  #text = '';
  #quoted = false;
  #open = false;

  text(text: string, quoted: boolean): void {
    if (this.#open && this.#quoted !== quoted) this.#flush();
    this.#open = true;
    this.#quoted = quoted;
    this.#text += text;
  }
  add(part: Part): void {
    this.#flush();
    this.#parts.push(part);
  }
  word(): Word {
    this.#flush();
    return this.#parts;
  }
  #flush(): void {
    if (this.#open) this.#parts.push({ kind: 'text', text: this.#text, quoted: this.#quoted });
    this.#open = false;
    this.#text = '';
  }
}
