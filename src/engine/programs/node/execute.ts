import type {
  Expression,
  ForInStatement,
  ForOfStatement,
  ModuleDeclaration,
  Pattern as PatternAst,
  Statement,
  SwitchStatement,
  TryStatement,
} from 'acorn';
import type { Routine } from '../coroutine/index.ts';
import { makeClass } from './classes.ts';
import { keysOf, truthy } from './convert.ts';
import { evaluate } from './evaluate.ts';
import { awaitValue, bindPattern, makeFunction } from './functions.ts';
import { iterate } from './iterate.ts';
import type { Realm } from './realm.ts';
import { type Frame, JsObject, JsThrow, Scope, type Value } from './values.ts';

export type Ending =
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
  | undefined;
type Item = Statement | ModuleDeclaration;

function namesOf(pattern: PatternAst, out: string[] = []): string[] {
  if (pattern.type === 'Identifier') out.push(pattern.name);
  else if (pattern.type === 'ObjectPattern')
    for (const each of pattern.properties) namesOf(each.type === 'RestElement' ? each.argument : each.value, out);
  else if (pattern.type === 'ArrayPattern') {
    for (const each of pattern.elements) if (each) namesOf(each, out);
  } else if (pattern.type === 'AssignmentPattern') namesOf(pattern.left, out);
  else if (pattern.type === 'RestElement') namesOf(pattern.argument, out);
  return out;
}

/** `var` names anywhere in the statements, but not in functions within. */
function varsOf(node: unknown, out: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) varsOf(each, out);
    return;
  }
  const { type } = node as { type?: string };
  if (type === undefined || /Function|Class|Expression$/.test(type)) return;
  if (type === 'VariableDeclaration' && (node as { kind: string }).kind === 'var')
    for (const each of (node as { declarations: { id: PatternAst }[] }).declarations) for (const name of namesOf(each.id)) out.add(name);
  for (const key of ['body', 'consequent', 'alternate', 'block', 'handler', 'finalizer', 'init', 'left', 'cases', 'declaration'])
    varsOf((node as Record<string, unknown>)[key], out);
}

/** Declares the names of a block before it runs; with `outermost` also the `var`s of a function. */
export function hoist(js: Realm, body: readonly Item[], scope: Scope, frame: Frame, outermost: boolean): void {
  if (outermost) {
    const vars = new Set<string>();
    varsOf(body, vars);
    for (const name of vars) if (!scope.names.has(name)) scope.declare(name, undefined);
  }
  for (const raw of body) {
    const item =
      (raw.type === 'ExportNamedDeclaration' || raw.type === 'ExportDefaultDeclaration') && raw.declaration
        ? (raw.declaration as Statement)
        : raw;
    if (item.type === 'FunctionDeclaration' && item.id)
      scope.declare(item.id.name, makeFunction(js, item, scope, frame.file, item.id.name));
    else if (item.type === 'ClassDeclaration' && item.id)
      scope.names.set(item.id.name, { value: undefined, ready: false, constant: false });
    else if (item.type === 'VariableDeclaration' && item.kind !== 'var')
      for (const { id } of item.declarations)
        for (const name of namesOf(id)) scope.names.set(name, { value: undefined, ready: false, constant: item.kind === 'const' });
  }
}

export function* execAll(js: Realm, body: readonly Item[], scope: Scope, frame: Frame): Routine<Ending> {
  for (const each of body) {
    const ending = yield* exec(js, each as Statement, scope, frame);
    if (ending !== undefined) return ending;
  }
  return undefined;
}
function* block(js: Realm, body: readonly Statement[], scope: Scope, frame: Frame): Routine<Ending> {
  const inner = new Scope(scope);
  hoist(js, body, inner, frame, false);
  return yield* execAll(js, body, inner, frame);
}

/** How a loop takes the end of its body: `stop` ends it, with what is to be passed on. */
function looped(ending: Ending, label: string | undefined): { stop: boolean; ending: Ending } {
  if (ending === undefined) return { stop: false, ending: undefined };
  if (ending.kind === 'return') return { stop: true, ending };
  const own = ending.label === undefined || ending.label === label;
  if (ending.kind === 'continue') return own ? { stop: false, ending: undefined } : { stop: true, ending };
  return { stop: true, ending: own ? undefined : ending };
}

export function* exec(js: Realm, node: Statement, scope: Scope, frame: Frame, label?: string): Routine<Ending> {
  frame.at = node.start;
  yield* js.tick();
  switch (node.type) {
    case 'ExpressionStatement':
      yield* evaluate(js, node.expression, scope, frame);
      return undefined;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) {
        if (init === null || init === undefined) {
          if (node.kind !== 'var' && id.type === 'Identifier') scope.declare(id.name, undefined);
          continue;
        }
        const value = yield* evaluate(js, init, scope, frame, id.type === 'Identifier' ? id.name : '');
        yield* bindPattern(js, id, value, scope, frame, node.kind);
      }
      return undefined;
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return undefined;
    case 'ClassDeclaration':
      scope.declare(node.id.name, yield* makeClass(js, node, scope, frame));
      return undefined;
    case 'ReturnStatement':
      return { kind: 'return', value: node.argument ? yield* evaluate(js, node.argument, scope, frame) : undefined };
    case 'IfStatement':
      if (truthy(yield* evaluate(js, node.test, scope, frame))) return yield* exec(js, node.consequent, scope, frame);
      return node.alternate ? yield* exec(js, node.alternate, scope, frame) : undefined;
    case 'BlockStatement':
      return yield* block(js, node.body, scope, frame);
    case 'ForStatement': {
      let inner = new Scope(scope);
      const lexical = node.init?.type === 'VariableDeclaration' && node.init.kind !== 'var';
      if (node.init?.type === 'VariableDeclaration') yield* exec(js, node.init, inner, frame);
      else if (node.init) yield* evaluate(js, node.init, inner, frame);
      for (;;) {
        if (node.test && !truthy(yield* evaluate(js, node.test, inner, frame))) return undefined;
        const { stop, ending } = looped(yield* exec(js, node.body, inner, frame), label);
        if (stop) return ending;
        if (lexical) {
          // Each round has its own names, so that functions made in it keep theirs.
          const next = new Scope(scope);
          for (const [name, binding] of inner.names) next.names.set(name, { ...binding });
          inner = next;
        }
        if (node.update) yield* evaluate(js, node.update, inner, frame);
        yield* js.tick();
      }
    }
    case 'WhileStatement':
      while (truthy(yield* evaluate(js, node.test, scope, frame))) {
        const { stop, ending } = looped(yield* exec(js, node.body, scope, frame), label);
        if (stop) return ending;
        yield* js.tick();
      }
      return undefined;
    case 'DoWhileStatement':
      do {
        const { stop, ending } = looped(yield* exec(js, node.body, scope, frame), label);
        if (stop) return ending;
        yield* js.tick();
      } while (truthy(yield* evaluate(js, node.test, scope, frame)));
      return undefined;
    case 'ForOfStatement':
    case 'ForInStatement':
      return yield* forEach(js, node, scope, frame, label);
    case 'BreakStatement':
    case 'ContinueStatement':
      return { kind: node.type === 'BreakStatement' ? 'break' : 'continue', label: node.label?.name };
    case 'ThrowStatement': {
      const value = yield* evaluate(js, node.argument, scope, frame);
      frame.at = node.start;
      throw new JsThrow(value, { source: frame.file, at: node.start });
    }
    case 'TryStatement':
      return yield* attempt(js, node, scope, frame);
    case 'SwitchStatement':
      return yield* choose(js, node, scope, frame);
    case 'LabeledStatement': {
      const ending = yield* exec(js, node.body, scope, frame, node.label.name);
      return ending?.kind === 'break' && ending.label === node.label.name ? undefined : ending;
    }
    case 'DebuggerStatement':
      return undefined;
    default:
      throw js.notSimulated(`the statement ${node.type}`);
  }
}

function* forEach(
  js: Realm,
  node: ForOfStatement | ForInStatement,
  scope: Scope,
  frame: Frame,
  label: string | undefined,
): Routine<Ending> {
  const of = yield* evaluate(js, node.right, scope, frame);
  let items: () => Routine<{ readonly value: Value } | undefined>;
  if (node.type === 'ForInStatement') {
    const keys: string[] = [];
    for (let each: JsObject | null = of instanceof JsObject ? of : null; each !== null; each = each.proto)
      keys.push(...keysOf(each).filter((key) => !keys.includes(key)));
    let at = 0;
    items = function* () {
      return at < keys.length ? { value: keys[at++] } : undefined;
    };
  } else items = yield* iterate(js, of);
  for (let item = yield* items(); item !== undefined; item = yield* items()) {
    const inner = new Scope(scope);
    const value = node.type === 'ForOfStatement' && node.await ? yield* awaitValue(js, item.value, frame) : item.value;
    if (node.left.type === 'VariableDeclaration')
      yield* bindPattern(js, node.left.declarations[0]!.id, value, inner, frame, node.left.kind);
    else yield* bindPattern(js, node.left, value, inner, frame, 'assign');
    const { stop, ending } = looped(yield* exec(js, node.body, inner, frame), label);
    if (stop) return ending;
    yield* js.tick();
  }
  return undefined;
}

function* attempt(js: Realm, node: TryStatement, scope: Scope, frame: Frame): Routine<Ending> {
  const depth = js.frames.length;
  let ending: Ending;
  try {
    try {
      ending = yield* exec(js, node.block, scope, frame);
    } catch (error) {
      if (!(error instanceof JsThrow) || !node.handler) throw error;
      if (js.frames.length > depth) js.frames.length = depth;
      const inner = new Scope(scope);
      if (node.handler.param) yield* bindPattern(js, node.handler.param, error.value, inner, frame, 'let');
      ending = yield* block(js, node.handler.body.body, inner, frame);
    }
  } finally {
    if (node.finalizer) {
      const final = yield* exec(js, node.finalizer, scope, frame);
      // biome-ignore lint/correctness/noUnsafeFinally: a return in `finally` wins in JavaScript too
      if (final !== undefined) return final;
    }
  }
  return ending;
}

function* choose(js: Realm, node: SwitchStatement, scope: Scope, frame: Frame): Routine<Ending> {
  const value = yield* evaluate(js, node.discriminant, scope, frame);
  const inner = new Scope(scope);
  hoist(
    js,
    node.cases.flatMap((each) => each.consequent),
    inner,
    frame,
    false,
  );
  let start = -1;
  for (const [index, each] of node.cases.entries())
    if (start < 0 && each.test && (yield* evaluate(js, each.test as Expression, inner, frame)) === value) start = index;
  if (start < 0) start = node.cases.findIndex((each) => !each.test);
  if (start < 0) return undefined;
  for (const each of node.cases.slice(start)) {
    const ending = yield* execAll(js, each.consequent, inner, frame);
    if (ending?.kind === 'break' && ending.label === undefined) return undefined;
    if (ending !== undefined) return ending;
  }
  return undefined;
}
