/** Lexical items of Go's text/template. Source: go/src/text/template/parse/lex.go. */
export type TokenKind =
  | 'error'
  | 'bool'
  | 'char'
  | 'charConstant'
  | 'comment'
  | 'assign'
  | 'declare'
  | 'eof'
  | 'field'
  | 'identifier'
  | 'leftDelim'
  | 'leftParen'
  | 'number'
  | 'pipe'
  | 'rawString'
  | 'rightDelim'
  | 'rightParen'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | Keyword;

export type Keyword = 'block' | 'break' | 'continue' | 'dot' | 'define' | 'else' | 'end' | 'if' | 'nil' | 'range' | 'template' | 'with';

export interface Token {
  readonly kind: TokenKind;
  /** Offset of the first character, in UTF-16 units of the source. */
  readonly pos: number;
  readonly val: string;
  /** Line of the first character, from 1. */
  readonly line: number;
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'nil', 'template', 'with']);

export function keywordKind(word: string): Keyword | undefined {
  return KEYWORDS.has(word) ? (word as Keyword) : undefined;
}

export function isKeyword(kind: TokenKind): boolean {
  return kind === 'dot' || KEYWORDS.has(kind);
}
