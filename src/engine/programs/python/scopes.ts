import type { Expr, FunctionNode, Parameter, Stmt } from './ast.ts';

interface Found {
  readonly assigned: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  yields: boolean;
}

/** A function with what its body says of its names. */
export function functionNode(name: string, parameters: readonly Parameter[], body: readonly Stmt[], line: number): FunctionNode {
  const found: Found = { assigned: new Set(parameters.map((each) => each.name)), globals: new Set(), nonlocals: new Set(), yields: false };
  for (const statement of body) walkStatement(statement, found);
  for (const each of [...found.globals, ...found.nonlocals]) found.assigned.delete(each);
  return {
    name,
    parameters,
    body,
    line,
    isGenerator: found.yields,
    locals: found.assigned,
    globals: found.globals,
    nonlocals: found.nonlocals,
    doc: docOf(body),
  };
}

/** The string that a body begins with. */
export function docOf(body: readonly Stmt[]): string | undefined {
  const first = body[0];
  return first?.kind === 'expression' && first.value.kind === 'constant' && typeof first.value.value === 'string'
    ? first.value.value
    : undefined;
}

function walkTarget(target: Expr, found: Found): void {
  if (target.kind === 'name') found.assigned.add(target.name);
  else if (target.kind === 'tuple' || target.kind === 'list') for (const each of target.items) walkTarget(each, found);
  else if (target.kind === 'star') walkTarget(target.value, found);
  else walkExpression(target, found);
}

function walkAll(body: readonly Stmt[], found: Found): void {
  for (const each of body) walkStatement(each, found);
}

function walkStatement(statement: Stmt, found: Found): void {
  const visit = (each: Expr | undefined): void => {
    if (each !== undefined) walkExpression(each, found);
  };
  switch (statement.kind) {
    case 'expression':
      visit(statement.value);
      return;
    case 'assign':
      for (const target of statement.targets) walkTarget(target, found);
      visit(statement.value);
      return;
    case 'augment':
      walkTarget(statement.target, found);
      visit(statement.value);
      return;
    case 'annotate':
      walkTarget(statement.target, found);
      visit(statement.value);
      return;
    case 'if':
    case 'while':
      visit(statement.condition);
      walkAll(statement.body, found);
      walkAll(statement.otherwise, found);
      return;
    case 'for':
      walkTarget(statement.target, found);
      visit(statement.iter);
      walkAll(statement.body, found);
      walkAll(statement.otherwise, found);
      return;
    case 'try':
      walkAll(statement.body, found);
      for (const { type, name, body } of statement.handlers) {
        visit(type);
        if (name !== undefined) found.assigned.add(name);
        walkAll(body, found);
      }
      walkAll(statement.otherwise, found);
      walkAll(statement.finally, found);
      return;
    case 'with':
      for (const { value, target } of statement.items) {
        visit(value);
        if (target !== undefined) walkTarget(target, found);
      }
      walkAll(statement.body, found);
      return;
    case 'function':
      found.assigned.add(statement.definition.name);
      for (const each of statement.decorators) visit(each);
      for (const { otherwise } of statement.definition.parameters) visit(otherwise);
      return;
    case 'class':
      found.assigned.add(statement.name);
      for (const each of statement.decorators) visit(each);
      for (const { value } of statement.args) visit(value);
      return;
    case 'return':
      visit(statement.value);
      return;
    case 'raise':
      visit(statement.value);
      visit(statement.cause);
      return;
    case 'assert':
      visit(statement.condition);
      visit(statement.message);
      return;
    case 'delete':
      for (const target of statement.targets) walkTarget(target, found);
      return;
    case 'import':
      for (const { name, as } of statement.names) found.assigned.add(as ?? name.split('.')[0]!);
      return;
    case 'from':
      if (statement.names !== '*') for (const { name, as } of statement.names) found.assigned.add(as ?? name);
      return;
    case 'global':
      for (const name of statement.names) found.globals.add(name);
      return;
    case 'nonlocal':
      for (const name of statement.names) found.nonlocals.add(name);
      return;
    default:
      return;
  }
}

/** Only `yield` and `:=` matter in expressions; functions within are scopes of their own. */
function walkExpression(value: Expr, found: Found): void {
  if (value.kind === 'lambda') return;
  if (value.kind === 'yield') found.yields = true;
  if (value.kind === 'walrus') found.assigned.add(value.name);
  if (value.kind === 'comprehension') {
    const first = value.loops[0]!;
    walkExpression(first.iter, found);
    for (const each of value.loops)
      for (const condition of each.conditions) if (condition.kind === 'walrus' || hasWalrus(condition)) walkExpression(condition, found);
    return;
  }
  for (const child of childrenOf(value)) walkExpression(child, found);
}
const hasWalrus = (value: Expr): boolean => value.kind === 'walrus' || childrenOf(value).some(hasWalrus);

function childrenOf(value: Expr): Expr[] {
  switch (value.kind) {
    case 'text':
      return value.parts.flatMap((part) => ('value' in part ? [part.value] : []));
    case 'attribute':
      return [value.of];
    case 'subscript':
      return [value.of, value.index];
    case 'slice':
      return [value.from, value.to, value.step].filter((each) => each !== undefined);
    case 'call':
      return [value.of, ...value.args.map((arg) => arg.value)];
    case 'binary':
    case 'logic':
      return [value.left, value.right];
    case 'unary':
      return [value.operand];
    case 'compare':
      return [value.left, ...value.rest];
    case 'choice':
      return [value.condition, value.yes, value.no];
    case 'list':
    case 'tuple':
    case 'set':
      return [...value.items];
    case 'dict':
      return value.entries.flatMap(({ key, value: each }) => (key === undefined ? [each] : [key, each]));
    case 'star':
    case 'walrus':
      return [value.value];
    case 'yield':
      return value.value === undefined ? [] : [value.value];
    default:
      return [];
  }
}
