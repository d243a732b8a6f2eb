import type { Expr, TextPart } from './ast.ts';
import { Cursor } from './cursor.ts';
import { unescaped } from './literals.ts';
import { parseTuple } from './parse-expression.ts';
import { SourceError, type Token, tokensOf } from './tokens.ts';

/** The parts of an f-string: text, and expressions in braces. */
export function formatParts(body: string, raw: boolean, token: Token, inSpec = false): TextPart[] {
  const parts: TextPart[] = [];
  let text = '';
  const fail = (message: string): never => {
    throw new SourceError(`f-string: ${message}`, token.line, token.at);
  };
  const flush = (): void => {
    if (text !== '') parts.push({ text: raw ? text : unescaped(text, false) });
    text = '';
  };
  for (let at = 0; at < body.length; ) {
    const c = body[at]!;
    if ((c === '{' || c === '}') && body[at + 1] === c && !inSpec) {
      text += c;
      at += 2;
    } else if (c === '}') fail("single '}' is not allowed");
    else if (c === '\\' && body[at + 1] === 'N' && body[at + 2] === '{') {
      const end = body.indexOf('}', at);
      text += body.slice(at, end + 1);
      at = end + 1;
    } else if (c === '{') {
      flush();
      const end = endOfExpression(body, at + 1);
      if (end < 0) fail("expecting '}'");
      let source = body.slice(at + 1, end);
      if (source.trim() === '') fail("valid expression required before '}'");
      let shown: string | undefined;
      const equals = /=\s*$/.exec(source);
      if (equals !== null && !/[=!<>]=\s*$/.test(source)) {
        shown = source;
        source = source.slice(0, equals.index);
      }
      at = end;
      let conversion = '';
      if (body[at] === '!') {
        conversion = body[at + 1] ?? '';
        at += 2;
      }
      let spec: TextPart[] = [];
      if (body[at] === ':') {
        const stop = endOfSpec(body, at + 1);
        spec = formatParts(body.slice(at + 1, stop), raw, token, true);
        at = stop;
      }
      if (body[at] !== '}') fail("expecting '}'");
      at++;
      parts.push({ value: expressionOf(source, token), conversion, spec, source: shown });
    } else {
      text += c;
      at++;
    }
  }
  flush();
  return parts;
}

function expressionOf(source: string, token: Token): Expr {
  try {
    const cursor = new Cursor(tokensOf(`(${source})`));
    return at(parseTuple(cursor), token);
  } catch (error) {
    if (error instanceof SourceError) throw new SourceError(`f-string: ${error.message}`, token.line, token.at);
    throw error;
  }
}
/** Expressions in a string stand where the string stands. */
const at = (value: Expr, { line, at: column, endLine, end }: Token): Expr => ({ ...value, line, at: column, endLine, end });

/** Where the expression ends: before `!r`, `:` or `}` outside of brackets and strings. */
function endOfExpression(body: string, from: number): number {
  let depth = 0;
  for (let i = from; i < body.length; i++) {
    const c = body[i]!;
    if (c === "'" || c === '"') {
      const triple = body.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      const end = body.indexOf(triple, i + triple.length);
      if (end < 0) return -1;
      i = end + triple.length - 1;
    } else if ('([{'.includes(c)) depth++;
    else if (depth > 0 && ')]}'.includes(c)) depth--;
    else if (depth === 0 && (c === '}' || c === ':' || (c === '!' && body[i + 1] !== '='))) return i;
  }
  return -1;
}
function endOfSpec(body: string, from: number): number {
  let depth = 0;
  for (let i = from; i < body.length; i++) {
    if (body[i] === '{') depth++;
    else if (body[i] === '}' && depth-- === 0) return i;
  }
  return body.length;
}
