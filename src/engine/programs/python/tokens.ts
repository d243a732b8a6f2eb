/** A word of Python source. `line` counts from 1, `at` from 0; `end` is behind its last character. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'newline' | 'indent' | 'dedent' | 'end';
  readonly text: string;
  readonly line: number;
  readonly at: number;
  readonly endLine: number;
  readonly end: number;
}

/** Source that is not Python. `kind` is the class of the exception. */
export class SourceError extends Error {
  readonly kind: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly line: number;
  readonly at: number;
  readonly end: number | undefined;
  constructor(message: string, line: number, at: number, kind: SourceError['kind'] = 'SyntaxError', end?: number) {
    super(message);
    this.line = line;
    this.at = at;
    this.kind = kind;
    this.end = end;
  }
}

const OPERATORS =
  /^(?:\*\*=|\/\/=|>>=|<<=|\.\.\.|!=|->|:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|==|<=|>=|<<|>>|\*\*|\/\/|[-+*/%@&|^~<>()[\]{},:.;=!])/;
const NUMBER = /^(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?)/;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const STRING = /^([rRbBuUfF]{0,2})("""|'''|"|')/;

/** The words of a source, with blocks as `indent` and `dedent`. Throws SourceError. */
export function tokensOf(source: string): Token[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const tokens: Token[] = [];
  const indents = [0];
  let [at, line, start, depth] = [0, 1, 0, 0];
  const opened: { text: string; line: number; at: number }[] = [];
  let fresh = true;
  const add = (kind: Token['kind'], word: string, endLine = line): void => {
    tokens.push({ kind, text: word, line, at: at - start, endLine, end: at - start + word.length });
  };
  while (at < text.length) {
    if (fresh && depth === 0) {
      const blank = /^[ \t\f]*/.exec(text.slice(at, at + 400))![0];
      const next = text[at + blank.length];
      if (next === '\n' || next === '#' || next === undefined) {
        while (at < text.length && text[at] !== '\n') at++;
        if (at < text.length) {
          at++;
          line++;
          start = at;
        }
        continue;
      }
      let width = 0;
      for (const c of blank) width = c === '\t' ? (Math.floor(width / 8) + 1) * 8 : width + 1;
      at += blank.length;
      if (width > indents.at(-1)!) {
        indents.push(width);
        add('indent', '');
      }
      while (width < indents.at(-1)!) {
        indents.pop();
        if (width > indents.at(-1)!)
          throw new SourceError('unindent does not match any outer indentation level', line, blank.length, 'IndentationError');
        add('dedent', '');
      }
      fresh = false;
      continue;
    }
    const rest = text.slice(at, at + 200);
    const c = rest[0]!;
    if (c === '\n') {
      if (depth === 0) {
        add('newline', '');
        fresh = true;
      }
      at++;
      line++;
      start = at;
    } else if (c === ' ' || c === '\t' || c === '\f') at++;
    else if (c === '#') while (at < text.length && text[at] !== '\n') at++;
    else if (c === '\\' && rest[1] === '\n') {
      at += 2;
      line++;
      start = at;
    } else {
      const opening = STRING.exec(rest);
      if (opening !== null) {
        const end = endOfString(text, at + opening[0].length, opening[2]!, /r/i.test(opening[1]!));
        if (end < 0)
          throw new SourceError(
            opening[2]!.length === 3
              ? `unterminated triple-quoted string literal (detected at line ${text.split('\n').length})`
              : `unterminated string literal (detected at line ${line})`,
            line,
            at - start,
          );
        const word = text.slice(at, end);
        const lines = word.split('\n').length - 1;
        tokens.push({
          kind: 'string',
          text: word,
          line,
          at: at - start,
          endLine: line + lines,
          end: lines === 0 ? end - start : word.length - word.lastIndexOf('\n') - 1,
        });
        at = end;
        if (lines > 0) {
          line += lines;
          start = text.lastIndexOf('\n', at - 1) + 1;
        }
        continue;
      }
      const number = NUMBER.exec(rest);
      const name = number === null ? NAME.exec(rest) : null;
      const operator = number === null && name === null ? OPERATORS.exec(rest) : null;
      const word = (number ?? name ?? operator)?.[0];
      if (word === undefined)
        throw new SourceError(
          c === '$' || c === '?' || c === '!'
            ? 'invalid syntax'
            : `invalid character '${c}' (U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`,
          line,
          at - start,
        );
      if ('([{'.includes(word)) {
        depth++;
        opened.push({ text: word, line, at: at - start });
      } else if (')]}'.includes(word)) {
        const open = opened.pop();
        if (open === undefined) throw new SourceError(`unmatched '${word}'`, line, at - start);
        if ('([{'.indexOf(open.text) !== ')]}'.indexOf(word))
          throw new SourceError(`closing parenthesis '${word}' does not match opening parenthesis '${open.text}'`, line, at - start);
        depth--;
      }
      if (
        number !== null &&
        NAME.test(text.slice(at + word.length, at + word.length + 1)) &&
        !/^(?:and|or|if|else|in|is|not|for)\b/.test(text.slice(at + word.length))
      )
        throw new SourceError('invalid decimal literal', line, at - start);
      add(number !== null ? 'number' : name !== null ? 'name' : 'operator', word);
      at += word.length;
    }
  }
  const open = opened.pop();
  if (open !== undefined) throw new SourceError(`'${open.text}' was never closed`, open.line, open.at);
  if (tokens.length > 0 && tokens.at(-1)!.kind !== 'newline' && !fresh) add('newline', '');
  while (indents.length > 1) {
    indents.pop();
    add('dedent', '');
  }
  add('end', '');
  return tokens;
}

function endOfString(text: string, from: number, quote: string, _raw: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === '\n' && quote.length === 1) return -1;
  }
  return -1;
}
