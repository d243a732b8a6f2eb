import type { Expr, Handler, Stmt } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseArguments, parseExpression, parseNamed, parseParameters, parseTargets, parseTuple, parseYield } from './parse-expression.ts';
import { docOf, functionNode } from './scopes.ts';
import { tokensOf } from './tokens.ts';

/** The statements of a source. Throws SourceError. */
export function parseModule(source: string): Stmt[] {
  const c = new Cursor(tokensOf(source));
  const out: Stmt[] = [];
  while (c.token.kind !== 'end') {
    if (c.token.kind === 'indent') c.fail('unexpected indent', c.token, 'IndentationError');
    if (c.token.kind === 'newline') c.next();
    else out.push(...statement(c));
  }
  return out;
}

function statement(c: Cursor): Stmt[] {
  c.enter();
  try {
    const compound = compoundStatement(c);
    if (compound !== undefined) return [compound];
  } finally {
    c.leave();
  }
  const out = [simple(c)];
  while (c.eat(';')) if (c.token.kind !== 'newline') out.push(simple(c));
  if (c.token.kind === 'end') return out;
  if (c.token.kind !== 'newline') {
    const last = out.at(-1)!;
    if (
      last.kind === 'expression' &&
      last.value.kind === 'name' &&
      (last.value.name === 'print' || last.value.name === 'exec') &&
      c.token.kind !== 'operator'
    )
      c.fail(`Missing parentheses in call to '${last.value.name}'. Did you mean ${last.value.name}(...)?`, { ...last, end: c.token.end });
    c.fail();
  }
  c.next();
  return out;
}

/** The body behind a colon: an indented block, or statements on the same line. */
function block(c: Cursor, after: string): Stmt[] {
  c.expect(':', "expected ':'");
  const { line } = c.previous;
  if (c.token.kind !== 'newline') return statement(c);
  c.next();
  const begins = (): string => c.token.kind;
  if (begins() !== 'indent') c.fail(`expected an indented block after ${after} on line ${line}`, c.token, 'IndentationError');
  c.next();
  const out: Stmt[] = [];
  const kind = (): string => c.token.kind;
  while (kind() !== 'dedent' && kind() !== 'end') {
    if (kind() === 'indent') c.fail('unexpected indent', c.token, 'IndentationError');
    if (kind() === 'newline') c.next();
    else out.push(...statement(c));
  }
  if (kind() === 'dedent') c.next();
  return out;
}

function compoundStatement(c: Cursor): Stmt | undefined {
  const from = c.token;
  if (from.kind === 'operator' && from.text === '@') return decorated(c);
  if (from.kind !== 'name') return undefined;
  switch (from.text) {
    case 'if':
      return conditional(c, 'if');
    case 'while': {
      c.next();
      const condition = parseNamed(c);
      const body = block(c, "'while' statement");
      return { kind: 'while', condition, body, otherwise: otherwise(c), ...c.span(from) };
    }
    case 'for': {
      c.next();
      const target = parseTargets(c);
      c.expect('in');
      const iter = parseTuple(c);
      const body = block(c, "'for' statement");
      return { kind: 'for', target, iter, body, otherwise: otherwise(c), ...c.span(from) };
    }
    case 'try':
      return attempt(c);
    case 'with':
      return withStatement(c);
    case 'def':
      return definition(c, []);
    case 'class':
      return classDefinition(c, []);
    case 'async':
      return c.fail('strata: async is not simulated');
    case 'match':
      if (c.peek().kind === 'name' && c.peek().line === from.line && !['in', 'is', 'and', 'or', 'if', 'not'].includes(c.peek().text))
        c.fail('strata: match is not simulated');
      return undefined;
    default:
      return undefined;
  }
}

function conditional(c: Cursor, word: string): Stmt {
  const from = c.next();
  const condition = parseNamed(c);
  if (c.is('=')) c.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", { ...condition });
  const body = block(c, `'${word}' statement`);
  if (c.is('elif')) return { kind: 'if', condition, body, otherwise: [conditional(c, 'elif')], ...c.span(from) };
  return { kind: 'if', condition, body, otherwise: otherwise(c), ...c.span(from) };
}
const otherwise = (c: Cursor): Stmt[] => (c.eat('else') ? block(c, "'else' statement") : []);

function attempt(c: Cursor): Stmt {
  const from = c.next();
  const body = block(c, "'try' statement");
  const handlers: Handler[] = [];
  while (c.is('except')) {
    c.next();
    if (c.is('*')) c.fail('strata: except* is not simulated');
    const type = c.is(':') ? undefined : parseTuple(c, false);
    const name = c.eat('as') ? c.name() : undefined;
    handlers.push({ type, name, body: block(c, "'except' statement") });
  }
  const rest = handlers.length > 0 ? otherwise(c) : [];
  const final = c.eat('finally') ? block(c, "'finally' statement") : [];
  if (handlers.length === 0 && final.length === 0) c.fail("expected 'except' or 'finally' block");
  return { kind: 'try', body, handlers, otherwise: rest, finally: final, ...c.span(from) };
}

function withStatement(c: Cursor): Stmt {
  const from = c.next();
  const items: { value: Expr; target: Expr | undefined }[] = [];
  const wrapped = c.is('(') && wrapsItems(c);
  if (wrapped) c.next();
  do {
    if (wrapped && c.is(')')) break;
    const value = parseExpression(c);
    items.push({ value, target: c.eat('as') ? parseTargets(c) : undefined });
  } while (c.eat(','));
  if (wrapped) c.expect(')');
  return { kind: 'with', items, body: block(c, "'with' statement"), ...c.span(from) };
}
/** Whether the parenthesis holds all items of a `with`: it is followed by a colon, and `as` stands within. */
function wrapsItems(c: Cursor): boolean {
  let [depth, as] = [0, false];
  for (let i = 0; ; i++) {
    const { text, kind } = c.peek(i);
    if (kind === 'end' || kind === 'newline') return false;
    if (kind !== 'string' && '([{'.includes(text) && text !== '') depth++;
    else if (kind !== 'string' && ')]}'.includes(text) && text !== '' && --depth === 0) return as && c.peek(i + 1).text === ':';
    else if (depth === 1 && text === 'as') as = true;
  }
}

function decorated(c: Cursor): Stmt {
  const decorators: Expr[] = [];
  while (c.eat('@')) {
    decorators.push(parseNamed(c));
    if (c.token.kind !== 'newline') c.fail();
    c.next();
  }
  if (c.is('def')) return definition(c, decorators);
  if (c.is('class')) return classDefinition(c, decorators);
  return c.fail(c.is('async') ? 'strata: async is not simulated' : 'invalid syntax');
}

function definition(c: Cursor, decorators: readonly Expr[]): Stmt {
  const from = c.next();
  const name = c.name();
  c.expect('(', "expected '('");
  const parameters = parseParameters(c, ')', true);
  c.expect(')');
  if (c.eat('->')) parseExpression(c);
  const body = block(c, 'function definition');
  return { kind: 'function', definition: functionNode(name, parameters, body, from.line), decorators, ...c.span(from) };
}

function classDefinition(c: Cursor, decorators: readonly Expr[]): Stmt {
  const from = c.next();
  const name = c.name();
  const opened = c.eat('(');
  const args = opened ? parseArguments(c) : [];
  if (opened) c.expect(')');
  const body = block(c, 'class definition');
  return { kind: 'class', name, args, body, decorators, doc: docOf(body), ...c.span(from) };
}

const AUGMENTED = /^(?:[-+*/%&|^@]|\*\*|\/\/|<<|>>)=$/;

function simple(c: Cursor): Stmt {
  const from = c.token;
  const word = from.kind === 'name' ? from.text : '';
  const atEnd = (): boolean => c.token.kind === 'newline' || c.token.kind === 'end' || c.is(';');
  switch (word) {
    case 'pass':
    case 'break':
    case 'continue':
      c.next();
      return { kind: word, ...c.span(from) };
    case 'return': {
      c.next();
      const value = atEnd() ? undefined : parseTuple(c);
      return { kind: 'return', value, ...c.span(from) };
    }
    case 'raise': {
      c.next();
      const value = atEnd() ? undefined : parseExpression(c);
      const cause = c.eat('from') ? parseExpression(c) : undefined;
      return { kind: 'raise', value, cause, ...c.span(from) };
    }
    case 'assert': {
      c.next();
      const condition = parseExpression(c);
      const message = c.eat(',') ? parseExpression(c) : undefined;
      return { kind: 'assert', condition, message, ...c.span(from) };
    }
    case 'del': {
      c.next();
      const value = parseTuple(c);
      return { kind: 'delete', targets: value.kind === 'tuple' ? value.items : [value], ...c.span(from) };
    }
    case 'global':
    case 'nonlocal': {
      c.next();
      const names = [c.name()];
      while (c.eat(',')) names.push(c.name());
      return { kind: word, names, ...c.span(from) };
    }
    case 'import': {
      c.next();
      const names: { name: string; as: string | undefined }[] = [];
      do {
        let name = c.name();
        while (c.eat('.')) name += `.${c.name()}`;
        names.push({ name, as: c.eat('as') ? c.name() : undefined });
      } while (c.eat(','));
      return { kind: 'import', names, ...c.span(from) };
    }
    case 'from':
      return fromImport(c);
    default:
      return assignment(c);
  }
}

function fromImport(c: Cursor): Stmt {
  const from = c.next();
  let level = 0;
  while (c.is('.') || c.is('...')) level += c.next().text.length;
  let module = c.is('import') ? '' : c.name();
  while (c.eat('.')) module += `.${c.name()}`;
  c.expect('import');
  if (c.eat('*')) return { kind: 'from', module, level, names: '*', ...c.span(from) };
  const wrapped = c.eat('(');
  const names: { name: string; as: string | undefined }[] = [];
  do {
    if (wrapped && c.is(')')) break;
    const name = c.name();
    names.push({ name, as: c.eat('as') ? c.name() : undefined });
  } while (c.eat(','));
  if (wrapped) c.expect(')');
  return { kind: 'from', module, level, names, ...c.span(from) };
}

function assignment(c: Cursor): Stmt {
  const from = c.token;
  const first = c.is('yield') ? parseYield(c) : parseTuple(c);
  if (c.token.kind === 'operator' && AUGMENTED.test(c.token.text)) {
    const operator = c.next().text.slice(0, -1);
    checkTarget(c, first, true);
    const value = c.is('yield') ? parseYield(c) : parseTuple(c);
    return { kind: 'augment', target: first, operator, value, ...c.span(from) };
  }
  if (c.eat(':')) {
    const annotation = parseExpression(c);
    const value = c.eat('=') ? parseTuple(c) : undefined;
    return { kind: 'annotate', target: first, annotation, value, ...c.span(from) };
  }
  if (!c.is('=')) return { kind: 'expression', value: first, ...c.span(from) };
  const targets: Expr[] = [first];
  let value = first;
  while (c.eat('=')) {
    value = c.is('yield') ? parseYield(c) : parseTuple(c);
    if (c.is('=')) targets.push(value);
  }
  for (const target of targets) checkTarget(c, target, false);
  return { kind: 'assign', targets, value, ...c.span(from) };
}

const NAMES: Readonly<Partial<Record<Expr['kind'], string>>> = {
  call: 'function call',
  binary: 'expression',
  unary: 'expression',
  compare: 'comparison',
  logic: 'expression',
  choice: 'conditional expression',
  lambda: 'lambda',
  text: 'f-string expression',
  dict: 'dict literal',
  set: 'set display',
  comprehension: 'comprehension',
};

function checkTarget(c: Cursor, target: Expr, augmented: boolean): void {
  if (['name', 'attribute', 'subscript'].includes(target.kind)) return;
  if (!augmented && (target.kind === 'tuple' || target.kind === 'list')) {
    for (const each of target.items) checkTarget(c, each, false);
    return;
  }
  if (!augmented && target.kind === 'star') {
    checkTarget(c, target.value, false);
    return;
  }
  const what =
    target.kind === 'constant'
      ? target.value === null || typeof target.value === 'boolean'
        ? String(target.value === null ? 'None' : target.value ? 'True' : 'False')
        : 'literal'
      : (NAMES[target.kind] ?? 'expression');
  c.fail(
    augmented
      ? `'${what}' is an illegal expression for augmented assignment`
      : `cannot assign to ${what}${target.kind === 'constant' && what !== 'literal' ? '' : " here. Maybe you meant '==' instead of '='?"}`,
    target,
  );
}
