import { type HereDocument, literal, plainText, type Redirection, type Word } from './ast.ts';
import { SyntaxProblem } from './errors.ts';
import { Lexer, Parts, type SubstitutionParser } from './lexer.ts';
import { isKeyword, type Token, tokenName } from './tokens.ts';

/** Looks an alias up. */
export type Aliases = (name: string) => string | undefined;

/** What the next token may be taken for; reset by every read. */
export interface Checks {
  readonly keywords?: boolean;
  readonly aliases?: boolean;
  readonly newlines?: boolean;
}

interface Pending {
  readonly document: HereDocument;
  readonly mark: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
}

export const COMMAND: Checks = { keywords: true, aliases: true };
export const COMMAND_AFTER_NEWLINES: Checks = { keywords: true, aliases: true, newlines: true };

/** Most characters that aliases may add to one command. */
const MAX_ALIAS_TEXT = 1_000_000;

/** The token stream of shell text: operators, words with keywords and aliases taken into account, redirections, here-documents. */
export class TokenReader {
  readonly lexer: Lexer;
  checks: Checks = {};
  /** The token last read, with its word or redirection. */
  token: Token = 'newline';
  word: Word = [];
  redirection: Redirection | undefined;
  pending: Pending[] = [];
  #pushedBack = false;
  #aliases: Aliases;
  #active: { name: string; tail: number; opens: boolean }[] = [];
  #aliasText = 0;
  #openHere: { stripTabs: boolean; string: boolean } = { stripTabs: false, string: false };
  readonly #bash: boolean;

  constructor(text: string, options: { line: number; last: boolean; aliases: Aliases; bash?: boolean; substitutions: SubstitutionParser }) {
    this.lexer = new Lexer(text, options);
    this.#aliases = options.aliases;
    this.#bash = options.bash ?? false;
  }

  unexpected(expected?: Token): never {
    const hint = expected === undefined ? '' : ` (expecting ${tokenName(expected)})`;
    throw new SyntaxProblem(`unexpected ${tokenName(this.token)}${hint}`, this.lexer.line);
  }

  /** Takes `((` when it stands next. */
  startsArithmetic(): boolean {
    const { lexer } = this;
    while (lexer.peekJoined() === ' ' || lexer.peek() === '\t') lexer.next();
    if (!lexer.text.startsWith('((', lexer.at)) return false;
    lexer.at += 2;
    return true;
  }

  pushBack(): void {
    this.#pushedBack = true;
  }
  /** Whether the end of the file is the next token, already seen. */
  get atEnd(): boolean {
    return this.#pushedBack && this.token === 'end of file';
  }
  /** For substitutions, which read tokens of their own in between. */
  suspend(): () => void {
    const saved = { checks: this.checks, token: this.token, word: this.word, pending: this.pending, pushed: this.#pushedBack };
    this.pending = [];
    this.#pushedBack = false;
    return () => {
      this.checks = saved.checks;
      this.token = saved.token;
      this.word = saved.word;
      this.pending = saved.pending;
      this.#pushedBack = saved.pushed;
    };
  }

  expect(token: Token): void {
    if (this.read() !== token) this.unexpected(token);
  }

  read(checks: Checks = this.checks): Token {
    let wanted = checks;
    this.checks = {};
    if (this.#pushedBack) {
      this.#pushedBack = false;
      if (this.token !== 'newline' || !wanted.newlines) return this.#classify(wanted, false);
      this.readHereDocuments();
    }
    for (;;) {
      let fromAlias = false;
      this.token = this.#raw(() => {
        fromAlias = true;
      });
      if (this.token === 'newline' && wanted.newlines) {
        this.readHereDocuments();
        continue;
      }
      if (fromAlias) wanted = { ...wanted, aliases: true };
      if (this.#classify(wanted, true) !== undefined) return this.token;
    }
  }

  #classify(wanted: Checks, fresh: false): Token;
  #classify(wanted: Checks, fresh: true): Token | undefined;
  #classify(wanted: Checks, fresh: boolean): Token | undefined {
    if (this.token !== 'word') return this.token;
    const text = plainText(this.word);
    if (text === undefined) return this.token;
    if (wanted.keywords && isKeyword(text)) {
      this.token = text;
      return this.token;
    }
    if (fresh && wanted.aliases && this.#expandAlias(text)) return undefined;
    return this.token;
  }

  #expandAlias(name: string): boolean {
    if (this.#active.some((alias) => alias.name === name)) return false;
    const value = this.#aliases(name);
    if (value === undefined) return false;
    this.#aliasText += value.length;
    if (this.#aliasText > MAX_ALIAS_TEXT) this.lexer.fail('aliases expand to too much text');
    const { lexer } = this;
    const rest = lexer.text.slice(lexer.at);
    lexer.text = lexer.text.slice(0, lexer.at) + value + rest;
    this.#active.push({ name, tail: rest.length, opens: /[ \t]$/.test(value) });
    return true;
  }

  /** The next token without keywords and aliases. `afterAlias` is called when an alias that ends in a blank stood before it. */
  #raw(afterAlias: () => void): Token {
    const { lexer } = this;
    for (;;) {
      const c = lexer.peekJoined();
      while (this.#active.length > 0 && lexer.text.length - lexer.at <= this.#active.at(-1)!.tail) {
        if (this.#active.pop()!.opens) afterAlias();
      }
      if (c === ' ' || c === '\t') lexer.next();
      else if (c === '#') while (lexer.peek() !== '\n' && lexer.peek() !== '') lexer.next();
      else break;
    }
    const c = lexer.peek();
    switch (c) {
      case '':
        return 'end of file';
      case '\n':
        lexer.next();
        return 'newline';
      case '&':
        lexer.next();
        if (lexer.peekJoined() === '>') {
          lexer.next();
          this.redirection = { kind: 'both', fd: 1, target: [] };
          return 'redirection';
        }
        return this.#pair('&', '&', '&&');
      case '|':
        lexer.next();
        return this.#pair('|', '|', '||');
      case ';':
        lexer.next();
        return this.#pair(';', ';', ';;');
      case '(':
      case ')':
        lexer.next();
        return c;
      default:
        return this.#wordOrRedirection();
    }
  }

  #pair(single: Token, second: string, both: Token): Token {
    if (this.lexer.peekJoined() !== second) return single;
    this.lexer.next();
    return both;
  }

  #wordOrRedirection(): Token {
    this.word = this.lexer.word({ dollars: true });
    const c = this.lexer.peek();
    if (c === '<' || c === '>') {
      const text = plainText(this.word);
      if (text !== undefined && /^\d{0,9}$/.test(text)) {
        this.#redirection(text === '' ? undefined : Number(text));
        return 'redirection';
      }
    }
    return 'word';
  }

  #redirection(number: number | undefined): void {
    const { lexer } = this;
    const target: Word = [];
    if (lexer.next() === '>') {
      const fd = number ?? 1;
      const c = lexer.peekJoined();
      if (c === '>' || c === '|' || c === '&') lexer.next();
      this.redirection =
        c === '&'
          ? { kind: 'duplicate', direction: '>', fd, target }
          : { kind: c === '>' ? 'append' : c === '|' ? 'clobber' : 'write', fd, target };
      return;
    }
    const fd = number ?? 0;
    const c = lexer.peekJoined();
    if (c === '<' || c === '&' || c === '>') lexer.next();
    if (c === '<' && this.#bash && lexer.peek() === '<') {
      lexer.next();
      this.#openHere = { stripTabs: false, string: true };
      this.redirection = { kind: 'here', fd, body: [] };
    } else if (c === '<') {
      const stripTabs = lexer.peek() === '-';
      if (stripTabs) lexer.next();
      this.#openHere = { stripTabs, string: false };
      this.redirection = { kind: 'here', fd, body: [] };
    } else if (c === '&') this.redirection = { kind: 'duplicate', direction: '<', fd, target };
    else this.redirection = { kind: c === '>' ? 'read-write' : 'read', fd, target };
  }

  /** The file name, descriptor or end mark after a redirection operator. */
  redirectionTarget(): Redirection {
    const redirection = this.redirection!;
    if (redirection.kind !== 'here') {
      if (this.read({}) !== 'word') this.unexpected();
      return { ...redirection, target: this.word } as Redirection;
    }
    const { stripTabs, string } = this.#openHere;
    if (string) {
      if (this.read({}) !== 'word') this.unexpected();
      return { ...redirection, body: [...quotedWord(this.word), ...literal('\n')] };
    }
    this.lexer.peekJoined();
    while (this.lexer.peek() === ' ' || this.lexer.peek() === '\t') this.lexer.next();
    if (this.lexer.peek() === '' || '\n;&|()<>'.includes(this.lexer.peek())) {
      this.token = this.#raw(() => {});
      this.unexpected();
    }
    const mark = this.lexer.word({ dollars: false });
    const quoted = plainText(mark) === undefined;
    const text = mark.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    this.pending.push({ document: redirection, mark: text, quoted, stripTabs });
    return redirection;
  }

  /** Reads the bodies of the here-documents named on the line that just ended. */
  readHereDocuments(): void {
    const pending = this.pending;
    this.pending = [];
    for (const { document, mark, quoted, stripTabs } of pending) {
      document.body = quoted ? literal(this.#lines(mark, stripTabs)) : this.#body(mark, stripTabs);
    }
  }

  /** Takes the line with the end mark if it is next. Past the end of the text counts as one. */
  #atMark(mark: string, stripTabs: boolean): boolean {
    const { lexer } = this;
    if (stripTabs) while (lexer.peek() === '\t') lexer.next();
    if (lexer.peek() === '') return true;
    const end = lexer.at + mark.length;
    if (lexer.text.length <= end && !lexer.last && mark.startsWith(lexer.text.slice(lexer.at))) lexer.at = lexer.text.length;
    if (!lexer.text.startsWith(mark, lexer.at)) {
      lexer.peek();
      return false;
    }
    if (end < lexer.text.length && lexer.text[end] !== '\n') return false;
    lexer.at = end;
    lexer.next();
    return true;
  }

  #lines(mark: string, stripTabs: boolean): string {
    const lines: string[] = [];
    while (!this.#atMark(mark, stripTabs)) {
      let line = '';
      while (this.lexer.peek() !== '\n' && this.lexer.peek() !== '') line += this.lexer.next();
      if (this.lexer.next() === '\n') line += '\n';
      lines.push(line);
    }
    return lines.join('');
  }

  #body(mark: string, stripTabs: boolean): Word {
    const { lexer } = this;
    const parts = new Parts();
    parts.text('', true);
    for (let lineStart = true; ; ) {
      if (lineStart && this.#atMark(mark, stripTabs)) break;
      const c = lexer.peek();
      if (c === '') break;
      lineStart = c === '\n';
      lexer.inDouble(parts, 'here', false);
    }
    return parts.word();
  }
}

/** A word whose parts are neither split nor matched: what a here-string is made of. */
const quotedWord = (word: Word): Word => word.map((part) => ({ ...part, quoted: true }));
