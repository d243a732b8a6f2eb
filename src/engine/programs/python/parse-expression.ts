import type { Argument, Comprehension, Expr, Parameter, TextPart } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { KEYWORDS } from './cursor.ts';
import { formatParts } from './fstring.ts';
import { numberOf, splitString, unescaped } from './literals.ts';
import { functionNode } from './scopes.ts';

/** An expression, or several with commas as a tuple; stars allowed. */
export function parseTuple(c: Cursor, stars = true): Expr {
  const from = c.token;
  const first = stars && c.is('*') ? starred(c) : parseNamed(c);
  if (!c.is(',')) return first;
  const items = [first];
  while (c.eat(',')) {
    if (endsList(c)) break;
    items.push(stars && c.is('*') ? starred(c) : parseNamed(c));
  }
  return { kind: 'tuple', items, ...c.span(from) };
}

const endsList = (c: Cursor): boolean =>
  c.token.kind === 'newline' ||
  c.token.kind === 'end' ||
  [')', ']', '}', '=', ':', 'in', ';'].some((text) => c.is(text)) ||
  /^(?:[-+*/%&|^@]|\*\*|\/\/|<<|>>)=$/.test(c.token.text);

function starred(c: Cursor): Expr {
  const from = c.next();
  const value = parseBinary(c, 0);
  return { kind: 'star', value, ...c.span(from) };
}

/** An expression with `:=`. */
export function parseNamed(c: Cursor): Expr {
  const from = c.token;
  if (from.kind === 'name' && !KEYWORDS.has(from.text) && c.peek().kind === 'operator' && c.peek().text === ':=') {
    const name = c.name();
    c.next();
    const value = parseExpression(c);
    return { kind: 'walrus', name, value, ...c.span(from) };
  }
  return parseExpression(c);
}

/** One expression: a lambda, a choice, or what binds tighter. */
export function parseExpression(c: Cursor): Expr {
  const from = c.token;
  c.enter();
  try {
    if (c.is('lambda')) return lambda(c);
    const value = disjunction(c);
    if (!c.eat('if')) return value;
    const condition = disjunction(c);
    c.expect('else', "expected 'else' after 'if' expression");
    const no = parseExpression(c);
    return { kind: 'choice', condition, yes: value, no, ...c.span(from) };
  } finally {
    c.leave();
  }
}

function lambda(c: Cursor): Expr {
  const from = c.expect('lambda');
  const parameters = parseParameters(c, ':', false);
  c.expect(':');
  const value = parseExpression(c);
  const span = c.span(from);
  return { kind: 'lambda', definition: functionNode('<lambda>', parameters, [{ kind: 'return', value, ...span }], from.line), ...span };
}

/** Parameters up to `end`, which stays. */
export function parseParameters(c: Cursor, end: string, annotations: boolean): Parameter[] {
  const out: Parameter[] = [];
  let kind: Parameter['kind'] = 'plain';
  while (!c.is(end)) {
    if (c.eat('/')) {
      for (const [index, each] of out.entries()) out[index] = { ...each, kind: 'only-position' };
    } else if (c.eat('*')) {
      if (!c.is(',')) {
        out.push({ name: c.name(), kind: 'args', otherwise: undefined });
        if (annotations && c.eat(':')) parseExpression(c);
      }
      kind = 'only-keyword';
    } else if (c.eat('**')) {
      out.push({ name: c.name(), kind: 'kwargs', otherwise: undefined });
      if (annotations && c.eat(':')) parseExpression(c);
    } else {
      const at = c.token;
      const name = c.name();
      if (out.some((each) => each.name === name)) c.fail(`duplicate argument '${name}' in function definition`, at);
      if (annotations && c.eat(':')) parseExpression(c);
      const otherwise = c.eat('=') ? parseExpression(c) : undefined;
      if (otherwise === undefined && kind === 'plain' && out.some((each) => each.otherwise !== undefined))
        c.fail('parameter without a default follows parameter with a default', at);
      out.push({ name, kind, otherwise });
    }
    if (!c.eat(',')) break;
  }
  return out;
}

function disjunction(c: Cursor): Expr {
  const from = c.token;
  let left = conjunction(c);
  while (c.eat('or')) left = { kind: 'logic', operator: 'or', left, right: conjunction(c), ...c.span(from) };
  return left;
}
function conjunction(c: Cursor): Expr {
  const from = c.token;
  let left = inversion(c);
  while (c.eat('and')) left = { kind: 'logic', operator: 'and', left, right: inversion(c), ...c.span(from) };
  return left;
}
function inversion(c: Cursor): Expr {
  const from = c.token;
  if (c.eat('not')) {
    c.enter();
    const operand = inversion(c);
    c.leave();
    return { kind: 'unary', operator: 'not', operand, ...c.span(from) };
  }
  return comparison(c);
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

function comparison(c: Cursor): Expr {
  const from = c.token;
  const left = parseBinary(c, 0);
  const operators: string[] = [];
  const rest: Expr[] = [];
  for (;;) {
    let operator: string | undefined;
    if (c.token.kind === 'operator' && COMPARISONS.has(c.token.text)) operator = c.next().text;
    else if (c.eat('in')) operator = 'in';
    else if (c.is('not') && c.peek().text === 'in') {
      c.next();
      c.next();
      operator = 'not in';
    } else if (c.eat('is')) operator = c.eat('not') ? 'is not' : 'is';
    if (operator === undefined) break;
    operators.push(operator);
    rest.push(parseBinary(c, 0));
  }
  return operators.length === 0 ? left : { kind: 'compare', left, operators, rest, ...c.span(from) };
}

const LEVELS: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '//', '%', '@']];

/** Binary operators from a level on; the last is unary operators. */
export function parseBinary(c: Cursor, level: number): Expr {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(c);
  const from = c.token;
  let left = parseBinary(c, level + 1);
  while (c.token.kind === 'operator' && operators.includes(c.token.text)) {
    const operator = c.next().text;
    left = { kind: 'binary', operator, left, right: parseBinary(c, level + 1), ...c.span(from) };
  }
  return left;
}

function unary(c: Cursor): Expr {
  const from = c.token;
  if (from.kind === 'operator' && ['-', '+', '~'].includes(from.text)) {
    c.next();
    c.enter();
    const operand = unary(c);
    c.leave();
    return { kind: 'unary', operator: from.text, operand, ...c.span(from) };
  }
  if (c.is('await')) c.fail('strata: await is not simulated');
  const base = postfix(c);
  if (!c.eat('**')) return base;
  return { kind: 'binary', operator: '**', left: base, right: unary(c), ...c.span(from) };
}

function postfix(c: Cursor): Expr {
  const from = c.token;
  let value = atom(c);
  for (;;) {
    if (c.eat('.')) value = { kind: 'attribute', of: value, name: attributeName(c), ...c.span(from) };
    else if (c.eat('(')) {
      const args = parseArguments(c);
      c.expect(')', 'invalid syntax. Perhaps you forgot a comma?');
      value = { kind: 'call', of: value, args, ...c.span(from) };
    } else if (c.eat('[')) {
      const index = subscript(c);
      c.expect(']', 'invalid syntax. Perhaps you forgot a comma?');
      value = { kind: 'subscript', of: value, index, ...c.span(from) };
    } else return value;
  }
}
const attributeName = (c: Cursor): string => (c.token.kind === 'name' && !KEYWORDS.has(c.token.text) ? c.next().text : c.fail());

/** Arguments of a call, up to the closing parenthesis, which stays. */
export function parseArguments(c: Cursor): Argument[] {
  const args: Argument[] = [];
  while (!c.is(')')) {
    if (c.eat('**')) args.push({ name: undefined, star: 2, value: parseExpression(c) });
    else if (c.eat('*')) args.push({ name: undefined, star: 1, value: parseExpression(c) });
    else if (c.token.kind === 'name' && !KEYWORDS.has(c.token.text) && c.peek().kind === 'operator' && c.peek().text === '=') {
      const name = c.name();
      c.next();
      args.push({ name, star: 0, value: parseExpression(c) });
    } else {
      const from = c.token;
      const value = parseNamed(c);
      if (c.is('for')) {
        args.push({
          name: undefined,
          star: 0,
          value: { kind: 'comprehension', of: 'generator', key: undefined, value, loops: loops(c), ...c.span(from) },
        });
      } else {
        if (args.some((each) => each.name !== undefined)) c.fail('positional argument follows keyword argument', from);
        args.push({ name: undefined, star: 0, value });
      }
    }
    if (!c.eat(',')) break;
  }
  return args;
}

function subscript(c: Cursor): Expr {
  const from = c.token;
  const one = (): Expr => {
    const start = c.token;
    const first = c.is(':') ? undefined : parseNamed(c);
    if (!c.eat(':')) return first!;
    const end = (): boolean => c.is(']') || c.is(',') || c.is(':');
    const to = end() ? undefined : parseExpression(c);
    const step = c.eat(':') && !end() ? parseExpression(c) : undefined;
    return { kind: 'slice', from: first, to, step, ...c.span(start) };
  };
  const items = [one()];
  if (!c.is(',')) return items[0]!;
  while (c.eat(',')) if (!c.is(']')) items.push(one());
  return { kind: 'tuple', items, ...c.span(from) };
}

function loops(c: Cursor): Comprehension[] {
  const out: Comprehension[] = [];
  while (c.is('for') || c.is('async')) {
    if (c.is('async')) c.fail('strata: asynchronous comprehensions are not simulated');
    c.next();
    const target = parseTargets(c);
    c.expect('in');
    const iter = disjunction(c);
    const conditions: Expr[] = [];
    while (c.eat('if')) conditions.push(disjunction(c));
    out.push({ target, iter, conditions });
  }
  return out;
}

/** Targets of a loop: names and their like with commas. */
export function parseTargets(c: Cursor): Expr {
  const from = c.token;
  const one = (): Expr => (c.is('*') ? starred(c) : postfix(c));
  const items = [one()];
  if (!c.is(',')) return items[0]!;
  while (c.eat(',')) if (!c.is('in')) items.push(one());
  return { kind: 'tuple', items, ...c.span(from) };
}

function atom(c: Cursor): Expr {
  const from = c.token;
  const done = <T>(node: T): T & ReturnType<Cursor['span']> => ({ ...node, ...c.span(from) });
  if (from.kind === 'number') {
    c.next();
    return done({ kind: 'constant', value: numberOf(from) } as const);
  }
  if (from.kind === 'string') return strings(c);
  if (from.kind === 'name') {
    if (!KEYWORDS.has(from.text)) {
      c.next();
      return done({ kind: 'name', name: from.text } as const);
    }
    const constants: Readonly<Record<string, null | boolean>> = { None: null, True: true, False: false };
    if (Object.hasOwn(constants, from.text)) {
      c.next();
      return done({ kind: 'constant', value: constants[from.text]! ?? null } as const);
    }
    c.fail();
  }
  if (c.eat('...')) return done({ kind: 'ellipsis' } as const);
  c.enter();
  try {
    if (c.eat('(')) return parenthesised(c, from);
    if (c.eat('[')) return listOrComprehension(c, from);
    if (c.eat('{')) return dictOrSet(c, from);
  } finally {
    c.leave();
  }
  if (from.kind === 'indent') c.fail('unexpected indent', from, 'IndentationError');
  return c.fail();
}

function parenthesised(c: Cursor, from: { line: number; at: number }): Expr {
  if (c.eat(')')) return { kind: 'tuple', items: [], ...c.span(from) };
  if (c.is('yield')) {
    const value = parseYield(c);
    c.expect(')');
    return { ...value, ...c.span(from) };
  }
  const first = c.is('*') ? starred(c) : parseNamed(c);
  if (c.is('for')) {
    const found = loops(c);
    c.expect(')');
    return { kind: 'comprehension', of: 'generator', key: undefined, value: first, loops: found, ...c.span(from) };
  }
  if (!c.is(',')) {
    c.expect(')', 'invalid syntax. Perhaps you forgot a comma?');
    return first;
  }
  const items = [first];
  while (c.eat(',')) if (!c.is(')')) items.push(c.is('*') ? starred(c) : parseNamed(c));
  c.expect(')', 'invalid syntax. Perhaps you forgot a comma?');
  return { kind: 'tuple', items, ...c.span(from) };
}

function listOrComprehension(c: Cursor, from: { line: number; at: number }): Expr {
  const items: Expr[] = [];
  while (!c.is(']')) {
    items.push(c.is('*') ? starred(c) : parseNamed(c));
    if (items.length === 1 && c.is('for')) {
      const found = loops(c);
      c.expect(']');
      return { kind: 'comprehension', of: 'list', key: undefined, value: items[0]!, loops: found, ...c.span(from) };
    }
    if (!c.eat(',')) break;
  }
  c.expect(']', 'invalid syntax. Perhaps you forgot a comma?');
  return { kind: 'list', items, ...c.span(from) };
}

function dictOrSet(c: Cursor, from: { line: number; at: number }): Expr {
  const entries: { key: Expr | undefined; value: Expr }[] = [];
  const items: Expr[] = [];
  while (!c.is('}')) {
    if (c.eat('**')) entries.push({ key: undefined, value: parseBinary(c, 0) });
    else {
      const first = c.is('*') ? starred(c) : parseNamed(c);
      if (entries.length > 0 || (items.length === 0 && c.is(':'))) {
        c.expect(':', "':' expected after dictionary key");
        const value = parseExpression(c);
        if (entries.length === 0 && c.is('for')) {
          const found = loops(c);
          c.expect('}');
          return { kind: 'comprehension', of: 'dict', key: first, value, loops: found, ...c.span(from) };
        }
        entries.push({ key: first, value });
      } else {
        items.push(first);
        if (items.length === 1 && c.is('for')) {
          const found = loops(c);
          c.expect('}');
          return { kind: 'comprehension', of: 'set', key: undefined, value: first, loops: found, ...c.span(from) };
        }
      }
    }
    if (!c.eat(',')) break;
  }
  c.expect('}', 'invalid syntax. Perhaps you forgot a comma?');
  return items.length > 0 ? { kind: 'set', items, ...c.span(from) } : { kind: 'dict', entries, ...c.span(from) };
}

/** Neighbouring strings are one. */
function strings(c: Cursor): Expr {
  const from = c.token;
  const parts: TextPart[] = [];
  let [bytes, plain] = [false, true];
  while (c.token.kind === 'string') {
    const token = c.next();
    const { prefix, body } = splitString(token.text);
    const raw = prefix.includes('r');
    if (prefix.includes('b')) bytes = true;
    else if (bytes) c.fail('cannot mix bytes and nonbytes literals', token);
    if (prefix.includes('f')) {
      plain = false;
      parts.push(...formatParts(body, raw, token));
    } else parts.push({ text: raw ? body : unescaped(body, bytes) });
  }
  const whole = parts.map((part) => ('text' in part ? part.text : '')).join('');
  if (bytes) return { kind: 'bytes', value: whole, ...c.span(from) };
  return plain ? { kind: 'constant', value: whole, ...c.span(from) } : { kind: 'text', parts, ...c.span(from) };
}

export function parseYield(c: Cursor): Expr {
  const from = c.expect('yield');
  if (c.eat('from')) return { kind: 'yield', value: parseExpression(c), from: true, ...c.span(from) };
  const value = c.token.kind === 'newline' || c.is(')') || c.is('=') ? undefined : parseTuple(c);
  return { kind: 'yield', value, from: false, ...c.span(from) };
}
