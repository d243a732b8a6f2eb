import { goQuote } from '../quote.ts';
import { builtins, truth } from './builtins.ts';
import { TemplateError } from './error.ts';
import type { TemplateFunction } from './function.ts';
import { CallError, functionOf } from './function.ts';
import { Interface, type Reflected, unwrap } from './interface.ts';
import { invalidFor, matches } from './match.ts';
import { type Arg, type Branch, type Command, type List, type Node, type NumberConstant, nodeText, type Pipe } from './node.ts';
import type { Template } from './parse.ts';
import { printable } from './print.ts';
import { elementsOf, fieldOf } from './reflect.ts';
import { type GoValue, goFloat, goInt, kindOf, typeName } from './value.ts';
import { Variables } from './variables.ts';

export interface ExecOptions {
  readonly functions: Readonly<Record<string, TemplateFunction>>;
  /** `missingkey=error`: a missing map key fails in place of printing `<no value>`. */
  readonly missingKeyError?: boolean;
}

/** Templates calling templates deeper than this are refused (Go's own bound is 100000; ours keeps the stack whole). */
const MAX_CALLS = 500;
/** Nodes and iterations one execution may take, and characters it may print. */
const MAX_STEPS = 2_000_000;
const MAX_OUTPUT = 32 * 1024 * 1024;

type Missing = typeof MISSING;
const MISSING = Symbol('no final argument');
type Final = Reflected | Missing;
type Signal = 'break' | 'continue' | undefined;

/**
 * Runs a parsed template on `data`; answers what it prints. Throws {@link TemplateError} with Go's message; nothing printed before the
 * failure is kept, as Docker buffers. Source: go/src/text/template/exec.go.
 */
export function executeTemplate(template: Template, data: GoValue, options: ExecOptions): string {
  return new Execution(template, options).run(data);
}

class Execution {
  private readonly template: Template;
  private readonly functions: Readonly<Record<string, TemplateFunction>>;
  private readonly missingKeyError: boolean;
  private node: Node | List | Command | Arg | undefined;
  private vars = new Variables(undefined);
  private out = '';
  private steps = 0;
  private depth = 0;

  constructor(template: Template, options: ExecOptions) {
    this.template = template;
    this.functions = options.functions;
    this.missingKeyError = options.missingKeyError ?? false;
  }

  run(data: GoValue): string {
    const dot = data === null ? undefined : data;
    this.vars = new Variables(dot);
    const root = this.template.trees.get(this.template.name);
    if (root) this.list(dot, root);
    return this.out;
  }

  private list(dot: Reflected, list: List): Signal {
    for (const node of list.nodes) {
      const signal = this.walk(dot, node);
      if (signal) return signal;
    }
    return undefined;
  }

  private walk(dot: Reflected, node: Node): Signal {
    this.step();
    this.node = node;
    switch (node.kind) {
      case 'text':
        this.write(node.text);
        return undefined;
      case 'action': {
        const value = this.pipeline(dot, node.pipe);
        if (node.pipe.decl.length === 0) {
          this.node = node;
          this.write(printable(unwrap(value)));
        }
        return undefined;
      }
      case 'if':
      case 'with':
        return this.ifOrWith(dot, node);
      case 'range':
        return this.range(dot, node);
      case 'template':
        this.call(dot, node);
        return undefined;
      case 'break':
      case 'continue':
        return node.kind;
      default:
        return this.fail(`unknown node: ${nodeText(node)}`);
    }
  }

  private ifOrWith(dot: Reflected, node: Branch): Signal {
    const mark = this.vars.count;
    try {
      const value = this.pipeline(dot, node.pipe);
      if (truth(unwrap(value))) return this.list(node.kind === 'with' ? value : dot, node.list);
      return node.elseList ? this.list(dot, node.elseList) : undefined;
    } finally {
      this.vars.keep(mark);
    }
  }

  private range(dot: Reflected, node: Branch): Signal {
    const mark = this.vars.count;
    const value = this.pipeline(dot, node.pipe);
    const inner = this.vars.count;
    const elements = elementsOf(unwrap(value));
    if (node.pipe.decl.length > 1 && isWhole(unwrap(value)))
      return this.fail(`can't use ${printable(unwrap(value))} to iterate over more than one variable`);
    if (!elements) return this.fail(`range can't iterate over ${printable(unwrap(value))}`);
    let any = false;
    for (const [index, element] of elements) {
      any = true;
      this.step();
      const { decl } = node.pipe;
      if (node.pipe.isAssign) {
        if (decl.length > 1) this.setVariable(decl[0]!.ident[0]!, index);
        if (decl.length > 0) this.setVariable(decl.at(-1)!.ident[0]!, element);
      } else {
        if (decl.length > 0) this.vars.at(inner - 1).value = element;
        if (decl.length > 1) this.vars.at(inner - 2).value = index;
      }
      const signal = this.list(element, node.list);
      this.vars.keep(inner);
      if (signal === 'break') break;
    }
    this.vars.keep(mark);
    return !any && node.elseList ? this.list(dot, node.elseList) : undefined;
  }

  private call(dot: Reflected, node: Extract<Node, { kind: 'template' }>): void {
    const tree = this.template.trees.get(node.name);
    if (!tree) this.fail(`template ${goQuote(node.name)} not defined`);
    if (this.depth >= MAX_CALLS) this.fail(`exceeded maximum template depth (${MAX_CALLS})`);
    const data = node.pipe ? this.pipeline(dot, node.pipe) : undefined;
    const saved = this.vars;
    this.vars = new Variables(data);
    this.depth++;
    this.list(data, tree!);
    this.depth--;
    this.vars = saved;
  }

  private pipeline(dot: Reflected, pipe: Pipe): Reflected {
    this.node = pipe;
    let value: Reflected;
    let final: Final = MISSING;
    for (const cmd of pipe.cmds) {
      value = unwrap(this.command(dot, cmd, final));
      final = value;
    }
    for (const variable of pipe.decl) {
      if (pipe.isAssign) this.setVariable(variable.ident[0]!, value);
      else this.vars.declare(variable.ident[0]!, value);
    }
    return value;
  }

  private command(dot: Reflected, cmd: Command, final: Final): Reflected {
    const first = cmd.args[0]!;
    switch (first.kind) {
      case 'field':
        return this.fieldNode(dot, first, cmd.args, final);
      case 'chain':
        return this.chain(dot, first, cmd.args, final);
      case 'identifier':
        return this.function(dot, first, cmd, cmd.args, final);
      case 'pipe':
        this.notAFunction(cmd.args, final);
        return this.pipeline(dot, first);
      case 'variable':
        return this.variable(dot, first, cmd.args, final);
    }
    this.node = first;
    this.notAFunction(cmd.args, final);
    switch (first.kind) {
      case 'bool':
        return first.value;
      case 'dot':
        return dot;
      case 'nil':
        return this.fail('nil is not a command');
      case 'number':
        return this.ideal(first);
      case 'string':
        return first.text;
    }
  }

  private notAFunction(args: readonly Arg[], final: Final): void {
    if (args.length > 1 || final !== MISSING) this.fail(`can't give argument to non-function ${nodeText(args[0]!)}`);
  }

  private ideal(constant: NumberConstant): GoValue {
    this.node = constant;
    if (constant.isChar) return goInt('int32', Number(constant.int));
    const { int, float, text } = constant;
    if (!/^[+-]?0[xX]/.test(text) && /[.eE]/.test(text)) return goFloat(float);
    if (/[pP]/.test(text)) return goFloat(float);
    if (int === undefined) return this.fail(`${text} is not a number`);
    if (int > 0x7fffffffffffffffn) return this.fail(`${text} overflows int`);
    return Number.isSafeInteger(Number(int)) ? Number(int) : goInt('int', int);
  }

  private fieldNode(dot: Reflected, node: Extract<Arg, { kind: 'field' }>, args: readonly Arg[], final: Final): Reflected {
    this.node = node;
    return this.fieldChain(dot, dot, node, node.ident, args, final);
  }

  private chain(dot: Reflected, node: Extract<Arg, { kind: 'chain' }>, args: readonly Arg[], final: Final): Reflected {
    this.node = node;
    if (node.node.kind === 'nil') this.fail(`indirection through explicit nil in ${nodeText(node)}`);
    return this.fieldChain(dot, this.argument(dot, 'any', node.node), node, node.fields, args, final);
  }

  private variable(dot: Reflected, node: Extract<Arg, { kind: 'variable' }>, args: readonly Arg[], final: Final): Reflected {
    this.node = node;
    const value = this.getVariable(node.ident[0]!);
    if (node.ident.length === 1) {
      this.notAFunction(args, final);
      return value;
    }
    return this.fieldChain(dot, value, node, node.ident.slice(1), args, final);
  }

  private fieldChain(
    dot: Reflected,
    receiver: Reflected,
    node: Arg,
    names: readonly string[],
    args: readonly Arg[],
    final: Final,
  ): Reflected {
    let value = receiver;
    for (const name of names.slice(0, -1)) value = this.field(dot, name, node, [], MISSING, value);
    return this.field(dot, names.at(-1)!, node, args, final, value);
  }

  private field(dot: Reflected, name: string, node: Arg, args: readonly Arg[], final: Final, receiver: Reflected): Reflected {
    if (receiver === undefined) {
      if (this.missingKeyError) this.fail(`nil data; no entry for key ${goQuote(name)}`);
      return undefined;
    }
    const found = fieldOf(receiver, name);
    const hasArgs = args.length > 1 || final !== MISSING;
    switch (found.found) {
      case 'method':
        return this.invoke(dot, functionOf(found.method), node, name, args, final);
      case 'field':
        if (hasArgs) this.fail(`${name} has arguments but cannot be invoked as function`);
        return found.value;
      case 'entry':
        if (hasArgs) this.fail(`${name} is not a method but has arguments`);
        if (found.value === undefined && this.missingKeyError) this.fail(`map has no entry for key ${goQuote(name)}`);
        return found.value;
      case 'nil':
        return this.fail(`nil pointer evaluating ${found.type}.${name}`);
      case 'none':
        return this.fail(`can't evaluate field ${name} in type ${found.type}`);
    }
  }

  private function(
    dot: Reflected,
    node: Extract<Arg, { kind: 'identifier' }>,
    cmd: Command | Arg,
    args: readonly Arg[],
    final: Final,
  ): Reflected {
    this.node = node;
    const { name } = node;
    const isBuiltin = !Object.hasOwn(this.functions, name);
    const fn = isBuiltin ? builtins[name] : this.functions[name];
    if (!fn) return this.fail(`${goQuote(name)} is not a defined function`);
    return this.invoke(dot, fn, cmd, name, args, final, isBuiltin);
  }

  private invoke(
    dot: Reflected,
    fn: TemplateFunction,
    node: Arg | Command,
    name: string,
    callArgs: readonly Arg[],
    final: Final,
    isBuiltin = false,
  ): Reflected {
    const args = callArgs.slice(1);
    const given = args.length + (final === MISSING ? 0 : 1);
    const { params } = fn;
    const variadic = params.at(-1)?.startsWith('...') ?? false;
    const fixed = params.length - (variadic ? 1 : 0);
    if (variadic ? given < fixed : given !== fixed) {
      const want = variadic ? `at least ${fixed}` : String(fixed);
      this.fail(`wrong number of args for ${name}: want ${want} got ${variadic ? args.length : given}`);
    }
    const typeAt = (i: number) => (i < fixed ? params[i]! : params.at(-1)!.slice(3));
    if (isBuiltin && (name === 'and' || name === 'or')) return this.shortCircuit(dot, name, args, final);
    const values = args.map((arg, i) => unwrap(this.argument(dot, typeAt(i), arg)));
    if (final !== MISSING) values.push(unwrap(this.validate(final, typeAt(given - 1))));
    try {
      return fn.call(values, { firstArg: args[0] ? nodeText(args[0]) : '' });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.node = node;
      return this.fail(`error calling ${name}: ${error.message}`);
    }
  }

  private shortCircuit(dot: Reflected, name: 'and' | 'or', args: readonly Arg[], final: Final): Reflected {
    let value: Reflected;
    for (const arg of args) {
      value = this.argument(dot, 'any', arg);
      if (truth(unwrap(value)) === (name === 'or')) return value;
    }
    return final === MISSING ? value : final;
  }

  private argument(dot: Reflected, type: string, arg: Arg): Reflected {
    this.node = arg;
    switch (arg.kind) {
      case 'dot':
        return this.validate(dot, type);
      case 'nil':
        if (type === 'any' || type.startsWith('[]')) return undefined;
        return this.fail(`cannot assign nil to ${type}`);
      case 'field':
        return this.validate(this.fieldNode(dot, arg, [arg], MISSING), type);
      case 'variable':
        return this.validate(this.variable(dot, arg, [], MISSING), type);
      case 'pipe':
        return this.validate(this.pipeline(dot, arg), type);
      case 'identifier':
        return this.validate(this.function(dot, arg, arg, [], MISSING), type);
      case 'chain':
        return this.validate(this.chain(dot, arg, [], MISSING), type);
    }
    if (type === 'any') return arg.kind === 'number' ? this.ideal(arg) : arg.kind === 'string' ? arg.text : arg.value;
    if (type === 'string') return arg.kind === 'string' ? arg.text : this.fail(`expected string; found ${nodeText(arg)}`);
    if (type === 'int')
      return arg.kind === 'number' && arg.int !== undefined ? Number(arg.int) : this.fail(`expected integer; found ${nodeText(arg)}`);
    if (type === 'bool') return arg.kind === 'bool' ? arg.value : this.fail(`expected bool; found ${nodeText(arg)}`);
    return this.fail(`can't handle ${nodeText(arg)} for arg of type ${type}`);
  }

  private validate(value: Reflected, type: string): Reflected {
    if (type === 'any') return value;
    if (value === undefined) return type.startsWith('[]') ? null : this.fail(`invalid value; expected ${type}`);
    const inner = unwrap(value);
    if (inner !== undefined && matches(inner, type)) return inner;
    return this.fail(invalidFor(value instanceof Interface && inner === undefined ? 'interface {}' : typeName(inner), type));
  }

  private getVariable(name: string): Reflected {
    return (this.vars.find(name) ?? this.fail(`undefined variable: ${name}`)).value;
  }

  private setVariable(name: string, value: Reflected): void {
    (this.vars.find(name) ?? this.fail(`undefined variable: ${name}`)).value = value;
  }

  private step(): void {
    if (++this.steps > MAX_STEPS) this.fail(`gave up after ${MAX_STEPS} steps`);
  }

  private write(text: string): void {
    this.out += text;
    if (this.out.length > MAX_OUTPUT) this.fail(`gave up after ${MAX_OUTPUT} characters of output`);
  }

  private fail(message: string): never {
    const { name, source } = this.template;
    if (!this.node) throw new TemplateError('execute', `template: ${name}: ${message}`);
    const before = source.slice(0, this.node.pos);
    const line = before.split('\n').length;
    const column = new TextEncoder().encode(before.slice(before.lastIndexOf('\n') + 1)).length;
    throw new TemplateError(
      'execute',
      `template: ${name}:${line}:${column}: executing ${goQuote(name)} at <${nodeText(this.node)}>: ${message}`,
    );
  }
}

function isWhole(value: GoValue | undefined): boolean {
  const kind = kindOf(value);
  return kind === 'int' || kind === 'uint';
}
