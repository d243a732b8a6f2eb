/** Tokens, named as ash names them in its messages. `word` and `redirection` carry values in the parser. */
export type Token = 'end of file' | 'newline' | 'redirection' | 'word' | ';' | '&' | '&&' | '||' | '|' | '(' | ')' | ';;' | Keyword;

export const KEYWORDS = [
  '!',
  'case',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'for',
  'function',
  'if',
  'in',
  'then',
  'until',
  'while',
  '{',
  '}',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

const keywords: ReadonlySet<string> = new Set(KEYWORDS);
export const isKeyword = (text: string): text is Keyword => keywords.has(text);

/** A token in a message: operators and keywords in double quotes. */
export const tokenName = (token: Token): string =>
  token === 'end of file' || token === 'newline' || token === 'redirection' || token === 'word' ? token : `"${token}"`;

/** Tokens that end a list inside a compound command. */
export const ENDS_LIST: ReadonlySet<Token> = new Set<Token>([
  'end of file',
  ')',
  ';;',
  'do',
  'done',
  'elif',
  'else',
  'esac',
  'fi',
  'then',
  '}',
]);
