/** Classes of tokens, as bits: what may come next is a set of them. */
export const TC = {
  lparen: 1 << 0,
  rparen: 1 << 1,
  regexp: 1 << 2,
  /** `>`, `>>` and `|` after print. */
  redirect: 1 << 3,
  /** `++` and `--` after an operand. */
  postfix: 1 << 4,
  /** `++`, `--` and `$` before one. */
  prefix1: 1 << 5,
  binary: 1 << 6,
  in: 1 << 7,
  comma: 1 << 8,
  pipe: 1 << 9,
  prefix2: 1 << 10,
  rbracket: 1 << 11,
  lbrace: 1 << 12,
  rbrace: 1 << 13,
  semicolon: 1 << 14,
  newline: 1 << 15,
  statement: 1 << 16,
  while: 1 << 17,
  else: 1 << 18,
  builtin: 1 << 19,
  length: 1 << 20,
  getline: 1 << 21,
  function: 1 << 22,
  begin: 1 << 23,
  end: 1 << 24,
  eof: 1 << 25,
  variable: 1 << 26,
  /** A name and `[`. */
  array: 1 << 27,
  /** A name and `(`. */
  call: 1 << 28,
  string: 1 << 29,
  number: 1 << 30,
} as const;

export const PREFIX = TC.prefix1 | TC.prefix2;
export const BINARY = TC.binary | TC.comma | TC.pipe | TC.in;
export const OPERAND = TC.variable | TC.array | TC.call | TC.builtin | TC.length | TC.getline | TC.lparen | TC.string | TC.number;
/** Words that are what they are wherever they stand. */
export const WORD = TC.in | TC.statement | TC.while | TC.else | TC.builtin | TC.length | TC.getline | TC.function | TC.begin | TC.end;
/** Newlines after these mean nothing. */
export const CONTINUES = BINARY | TC.lbrace | TC.rbrace | TC.semicolon | TC.newline;
/** What an expression may begin with. */
export const EXPRESSION = OPERAND | PREFIX | TC.regexp;
/** What a statement may begin with. */
export const STATEMENT = EXPRESSION | TC.statement | TC.while | TC.semicolon | TC.newline | TC.lbrace;
/** Between one of the first and one of the second stands an unwritten concatenation. */
export const JOIN_LEFT = TC.variable | TC.rbracket | TC.rparen | TC.string | TC.number | TC.postfix | TC.length;
export const JOIN_RIGHT = OPERAND | PREFIX;

/** What a token means. `op` names the operation; a lower priority binds closer; even ones group from the right. */
export interface Meaning {
  readonly op: string;
  readonly priority: number;
}

export const CONCAT: Meaning = { op: 'concat', priority: 35 };
const plain = (op: string, priority = 0): Meaning => ({ op, priority });

/** Known tokens by class, in the order in which they are tried. */
export const KNOWN: readonly (readonly [cls: number, tokens: readonly (readonly [text: string, meaning: Meaning])[]])[] = [
  [TC.lparen, [['(', plain('(')]]],
  [TC.rparen, [[')', plain(')')]]],
  [TC.redirect, [['>>', plain('>>')], ['>', plain('>')], ['|', plain('|')]]],
  [TC.postfix, [['++', plain('post++', 9)], ['--', plain('post--', 9)]]],
  [TC.prefix1, [['++', plain('pre++', 9)], ['--', plain('pre--', 9)], ['$', plain('field', 5)]]],
  [
    TC.binary,
    [
      ['==', plain('==', 39)], ['=', plain('=', 74)], ['+=', plain('+=', 74)], ['-=', plain('-=', 74)],
      ['*=', plain('*=', 74)], ['/=', plain('/=', 74)], ['%=', plain('%=', 74)], ['^=', plain('^=', 74)],
      ['+', plain('+', 29)], ['-', plain('-', 29)], ['**=', plain('^=', 74)], ['**', plain('^', 15)],
      ['/', plain('/', 25)], ['%', plain('%', 25)], ['^', plain('^', 15)], ['*', plain('*', 25)],
      ['!=', plain('!=', 39)], ['>=', plain('>=', 39)], ['<=', plain('<=', 39)], ['>', plain('>', 39)],
      ['<', plain('<', 39)], ['!~', plain('!~', 45)], ['~', plain('~', 45)], ['&&', plain('&&', 55)],
      ['||', plain('||', 59)], ['?', plain('?', 64)], [':', plain(':', 67)],
    ],
  ],
  [TC.in, [['in', plain('in', 49)]]],
  [TC.comma, [[',', plain(',', 80)]]],
  [TC.pipe, [['|', plain('|getline', 37)]]],
  [TC.prefix2, [['+', plain('unary+', 19)], ['-', plain('unary-', 19)], ['!', plain('!', 19)]]],
  [TC.rbracket, [[']', plain(']')]]],
  [TC.lbrace, [['{', plain('{')]]],
  [TC.rbrace, [['}', plain('}')]]],
  [TC.semicolon, [[';', plain(';')]]],
  [TC.newline, [['\n', plain('\n')]]],
  [
    TC.statement,
    ['if', 'do', 'for', 'break', 'continue', 'delete', 'print', 'printf', 'next', 'nextfile', 'return', 'exit'].map((word) => [word, plain(word)]),
  ],
  [TC.while, [['while', plain('while')]]],
  [TC.else, [['else', plain('else')]]],
  [
    TC.builtin,
    [
      'and', 'compl', 'lshift', 'or', 'rshift', 'xor', 'close', 'system', 'fflush', 'atan2', 'cos', 'exp', 'int', 'log', 'rand', 'sin', 'sqrt',
      'srand', 'gensub', 'gsub', 'index', 'match', 'split', 'sprintf', 'sub', 'substr', 'systime', 'strftime', 'mktime', 'tolower', 'toupper',
    ].map((word) => [word, plain(word)]),
  ],
  [TC.length, [['length', plain('length')]]],
  [TC.getline, [['getline', plain('getline')]]],
  [TC.function, [['func', plain('function')], ['function', plain('function')]]],
  [TC.begin, [['BEGIN', plain('BEGIN')]]],
  [TC.end, [['END', plain('END')]]],
]; // biome-ignore format: a table
