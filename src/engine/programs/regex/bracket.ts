import { addAll, type ByteSet, classMembers, complement, emptySet } from './char-class.ts';
import { RegexError, type Syntax } from './syntax.ts';

type TokenKind = 'end' | 'char' | 'range' | 'close' | 'coll' | 'class' | 'equiv';
interface Token {
  readonly kind: TokenKind;
  readonly byte: number;
  readonly length: number;
}
type Element = { readonly kind: 'char'; readonly byte: number } | { readonly kind: 'class'; readonly members: ByteSet };

/** The longest name between `[:` and `:]`. */
const NAME_LIMIT = 32;

/**
 * Reads a bracket expression (glibc's parse_bracket_exp). `at` is just after the opening bracket; answers the set and the
 * index after the closing one. `text` is upper case already when case is ignored; `raw` is the pattern as written.
 */
export function readBracket(text: string, raw: string, at: number, syntax: Syntax): { set: ByteSet; end: number } {
  const reader = new BracketReader(text, raw, at, syntax);
  return { set: reader.read(), end: reader.at };
}

class BracketReader {
  at: number;
  readonly #text: string;
  readonly #raw: string;
  readonly #syntax: Syntax;

  constructor(text: string, raw: string, at: number, syntax: Syntax) {
    this.#text = text;
    this.#raw = raw;
    this.at = at;
    this.#syntax = syntax;
  }

  read(): ByteSet {
    if (this.at >= this.#text.length) throw new RegexError('BADPAT');
    const negated = this.#text[this.at] === '^';
    if (negated) this.at++;
    const set = emptySet();
    if (negated && this.#syntax.newline) set[10] = 1;
    let token = this.#peek();
    if (token.kind === 'end') throw new RegexError('BADPAT');
    if (token.kind === 'close') token = { ...token, kind: 'char' };
    for (let first = true; ; first = false) {
      const start = this.#element(token, first);
      token = this.#peek();
      let ranged = false;
      if (start.kind === 'char') {
        if (token.kind === 'end') throw new RegexError('EBRACK');
        if (token.kind === 'range') {
          this.at += token.length;
          const next = this.#peek();
          if (next.kind === 'end') throw new RegexError('EBRACK');
          if (next.kind === 'close') {
            this.at -= token.length;
            token = { ...token, kind: 'char' };
          } else {
            this.#addRange(set, start, this.#element(next, true));
            token = this.#peek();
            ranged = true;
          }
        }
      }
      if (!ranged) {
        if (start.kind === 'char') set[start.byte] = 1;
        else addAll(set, start.members);
      }
      if (token.kind === 'end') throw new RegexError('EBRACK');
      if (token.kind === 'close') break;
    }
    this.at++;
    return negated ? complement(set) : set;
  }

  #addRange(set: ByteSet, from: Element, to: Element): void {
    if (from.kind !== 'char' || to.kind !== 'char' || from.byte > to.byte) throw new RegexError('ERANGE');
    for (let byte = from.byte; byte <= to.byte; byte++) set[byte] = 1;
  }

  #peek(): Token {
    const byte = this.at < this.#text.length ? this.#text.charCodeAt(this.at) : -1;
    const one = (kind: TokenKind): Token => ({ kind, byte, length: 1 });
    if (byte === -1) return one('end');
    if (byte === 93) return one('close');
    if (byte === 45) {
      if (this.#text[this.at + 1] === '-' && this.#text[this.at + 2] === '-') return { kind: 'char', byte, length: 3 };
      return one('range');
    }
    if (byte !== 91) return one('char');
    const kind = ({ '.': 'coll', '=': 'equiv', ':': 'class' } as const)[this.#text[this.at + 1] ?? ''];
    return kind === undefined ? one('char') : { kind, byte: this.#text.charCodeAt(this.at + 1), length: 2 };
  }

  #element(token: Token, acceptHyphen: boolean): Element {
    this.at += token.length;
    if (token.kind === 'coll' || token.kind === 'equiv' || token.kind === 'class') return this.#symbol(token);
    if (token.kind === 'range' && !acceptHyphen && this.#peek().kind !== 'close') throw new RegexError('ERANGE');
    return { kind: 'char', byte: token.byte };
  }

  #symbol(token: Token): Element {
    const source = token.kind === 'class' ? this.#raw : this.#text;
    const delimiter = String.fromCharCode(token.byte);
    const end = source.indexOf(`${delimiter}]`, this.at);
    if (end < 0 || end - this.at >= NAME_LIMIT) throw new RegexError('EBRACK');
    const name = source.slice(this.at, end);
    this.at = end + 2;
    if (token.kind === 'class') {
      const members = classMembers(this.#syntax.ignoreCase && (name === 'upper' || name === 'lower') ? 'alpha' : name);
      if (members === undefined) throw new RegexError('ECTYPE');
      return { kind: 'class', members };
    }
    if (name.length !== 1) throw new RegexError('ECOLLATE');
    if (token.kind === 'coll') return { kind: 'char', byte: name.charCodeAt(0) };
    const members = emptySet();
    members[name.charCodeAt(0)] = 1;
    return { kind: 'class', members };
  }
}
