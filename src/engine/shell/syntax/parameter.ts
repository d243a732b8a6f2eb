import type { ParamOp, Part, Word } from './ast.ts';
import { type Lexer, Parts, type Quoting } from './lexer.ts';

const isNameStart = (c: string): boolean => /^[A-Za-z_]$/.test(c);
const isDigit = (c: string): boolean => /^[0-9]$/.test(c);
const isSpecial = (c: string): boolean => c !== '' && '!#$*-0123456789?@'.includes(c);

/** Reads what follows `${` up to its `}`. Forms that do not exist become op `bad` and fail when expanded. */
export function readBrace(lexer: Lexer, quoting: Quoting): Part {
  const start = lexer.at;
  const quoted = quoting !== 'none';
  const head = readHead(lexer);
  let { op } = head;
  let colon = false;
  let inner = quoting;
  if (op === 'plain') {
    const c = lexer.peekJoined();
    if (c === '}') lexer.next();
    else {
      const operator = readOperator(lexer);
      op = operator.op;
      colon = operator.colon;
      if (operator.pattern) inner = 'none';
    }
    if (op === 'plain') return finish([], undefined);
  } else if (op === 'length') {
    if (lexer.peekJoined() === '}') {
      lexer.next();
      return finish([], undefined);
    }
    op = 'bad';
  }
  const { word, replacement } = readWord(lexer, inner, op);
  return finish(word, replacement);

  function finish(word: Word, replacement: Word | undefined): Part {
    const source = `{${lexer.text.slice(start, lexer.at)}`;
    return { kind: 'param', name: head.name, op, colon, word, replacement, quoted, source };
  }
}

/** The name, and whether `${#` asks for a length. */
function readHead(lexer: Lexer): { name: string; op: ParamOp } {
  const c = lexer.peekJoined();
  if (isNameStart(c)) return { name: lexer.name(), op: 'plain' };
  if (isDigit(c)) return { name: digits(lexer), op: 'plain' };
  if (!isSpecial(c)) return { name: '', op: 'bad' };
  lexer.next();
  if (c !== '#') return { name: c, op: 'plain' };
  const d = lexer.peekJoined();
  if (isNameStart(d)) return { name: lexer.name(), op: 'length' };
  if (isDigit(d)) return { name: digits(lexer), op: 'length' };
  if (isSpecial(d)) {
    const save = lexer.at;
    lexer.next();
    if (lexer.peekJoined() === '}') return { name: d, op: 'length' };
    lexer.at = save;
  }
  return { name: '#', op: 'plain' };
}

function digits(lexer: Lexer): string {
  let out = '';
  while (isDigit(lexer.peekJoined())) out += lexer.next();
  return out;
}

function readOperator(lexer: Lexer): { op: ParamOp; colon: boolean; pattern: boolean } {
  const c = lexer.peekJoined();
  if (c === '-' || c === '+' || c === '?' || c === '=') {
    lexer.next();
    return { op: c, colon: false, pattern: false };
  }
  if (c === ':') {
    lexer.next();
    const d = lexer.peekJoined();
    if (d === '-' || d === '+' || d === '?' || d === '=') {
      lexer.next();
      return { op: d, colon: true, pattern: false };
    }
    return { op: 'substring', colon: false, pattern: false };
  }
  if (c === '#' || c === '%') {
    lexer.next();
    if (lexer.peekJoined() !== c) return { op: c, colon: false, pattern: true };
    lexer.next();
    return { op: c === '#' ? '##' : '%%', colon: false, pattern: true };
  }
  if (c === '/') {
    lexer.next();
    if (lexer.peekJoined() !== '/') return { op: 'replace', colon: false, pattern: true };
    lexer.next();
    return { op: 'replace-all', colon: false, pattern: true };
  }
  return { op: 'bad', colon: false, pattern: false };
}

/** The word after the operator, up to the closing brace, which is taken. A replacement is split off at the first plain slash. */
function readWord(lexer: Lexer, quoting: Quoting, op: ParamOp): { word: Word; replacement: Word | undefined } {
  let parts = new Parts();
  let word: Word | undefined;
  let innerQuotes = false;
  const splits = op === 'replace' || op === 'replace-all';
  const start = lexer.at;
  for (;;) {
    const c = lexer.peek();
    if (c === '') {
      if (innerQuotes) lexer.fail('unterminated quoted string');
      lexer.fail("missing '}'");
    }
    if (c === '}' && !innerQuotes) {
      lexer.next();
      break;
    }
    if (splits && c === '/' && word === undefined && (lexer.at > start || op === 'replace')) {
      lexer.next();
      word = parts.word();
      parts = new Parts();
    } else if (quoting === 'none') lexer.unquoted(parts);
    else if (c === '"') {
      lexer.next();
      innerQuotes = !innerQuotes;
      parts.text('', true);
    } else lexer.inDouble(parts, quoting, true);
  }
  return word === undefined ? { word: parts.word(), replacement: undefined } : { word, replacement: parts.word() };
}
