import { goQuote, goUnquote } from '../quote.ts';
import { TemplateError } from './error.ts';
import { lex } from './lex.ts';
import { Lookahead } from './lookahead.ts';
import type { Arg, Branch, Command, List, Node, Pipe, Variable } from './node.ts';
import { nodeText } from './node.ts';
import { numberConstant } from './number.ts';
import { isKeyword, type Token, type TokenKind } from './token.ts';

/** A parsed template with the templates it defines. `name` is the template's own name, empty for Docker's `--format`. */
export interface Template {
  readonly name: string;
  readonly source: string;
  readonly trees: ReadonlyMap<string, List>;
}

const MAX_DEPTH = 200;

/**
 * Parses a template; `functions` are the names it may call. Throws {@link TemplateError} with Go's message.
 * Source: go/src/text/template/parse/parse.go.
 */
export function parseTemplate(source: string, functions: ReadonlySet<string>, name = ''): Template {
  return new Parser(source, functions, name).run();
}

class Parser extends Lookahead {
  private readonly source: string;
  private readonly functions: ReadonlySet<string>;
  private readonly name: string;
  private readonly trees = new Map<string, List>();
  private vars: string[] = ['$'];
  private actionLine = 0;
  private rangeDepth = 0;
  private depth = 0;

  constructor(source: string, functions: ReadonlySet<string>, name: string) {
    super(lex(source));
    this.source = source;
    this.functions = functions;
    this.name = name;
  }

  run(): Template {
    const nodes: Node[] = [];
    while (this.peek().kind !== 'eof') {
      if (this.peek().kind === 'leftDelim') {
        const delim = this.next();
        if (this.nextNonSpace().kind === 'define') {
          this.definition();
          continue;
        }
        this.backup2(delim);
      }
      const node = this.textOrAction();
      if (node.kind === 'end' || node.kind === 'else') this.fail(`unexpected ${nodeText(node)}`);
      nodes.push(node);
    }
    this.define(this.name, { kind: 'list', pos: 0, nodes }, true);
    return { name: this.name, source: this.source, trees: this.trees };
  }

  private define(name: string, list: List, root = false): void {
    const old = this.trees.get(name);
    if (!old || isEmptyList(old)) this.trees.set(name, list);
    else if (!isEmptyList(list)) {
      if (root) this.trees.set(name, list);
      else this.fail(`template: multiple definition of template ${goQuote(name)}`);
    }
  }

  private definition(): void {
    const context = 'define clause';
    const token = this.nextNonSpace();
    if (token.kind !== 'string' && token.kind !== 'rawString') this.unexpected(token, context);
    const name = this.unquote(token);
    this.expect('rightDelim', context);
    const saved = this.vars;
    this.vars = ['$'];
    const rangeDepth = this.rangeDepth;
    this.rangeDepth = 0;
    const [list, end] = this.itemList();
    if (end.kind !== 'end') this.fail(`unexpected ${nodeText(end)} in ${context}`);
    this.vars = saved;
    this.rangeDepth = rangeDepth;
    this.define(name, list);
  }

  private itemList(): [List, Node] {
    const pos = this.peekNonSpace().pos;
    const nodes: Node[] = [];
    while (this.peekNonSpace().kind !== 'eof') {
      const node = this.textOrAction();
      if (node.kind === 'end' || node.kind === 'else') return [{ kind: 'list', pos, nodes }, node];
      nodes.push(node);
    }
    return this.fail('unexpected EOF');
  }

  private textOrAction(): Node {
    const token = this.nextNonSpace();
    if (token.kind === 'text') return { kind: 'text', pos: token.pos, text: token.val };
    if (token.kind !== 'leftDelim') this.unexpected(token, 'input');
    this.actionLine = token.line;
    try {
      return this.action();
    } finally {
      this.actionLine = 0;
    }
  }

  private action(): Node {
    const token = this.nextNonSpace();
    switch (token.kind) {
      case 'block':
        return this.block();
      case 'break':
      case 'continue':
        return this.loopControl(token.kind, token.pos);
      case 'else': {
        const peek = this.peekNonSpace();
        if (peek.kind === 'if' || peek.kind === 'with') return { kind: 'else', pos: peek.pos };
        return { kind: 'else', pos: this.expect('rightDelim', 'else').pos };
      }
      case 'end':
        return { kind: 'end', pos: this.expect('rightDelim', 'end').pos };
      case 'if':
      case 'range':
      case 'with':
        return this.control(token.kind);
      case 'template':
        return this.template();
    }
    this.backup();
    const pos = this.peek().pos;
    return { kind: 'action', pos, pipe: this.pipeline('command', 'rightDelim') };
  }

  private loopControl(kind: 'break' | 'continue', pos: number): Node {
    const token = this.nextNonSpace();
    if (token.kind !== 'rightDelim') this.unexpected(token, `{{${kind}}}`);
    if (this.rangeDepth === 0) this.fail(`{{${kind}}} outside {{range}}`);
    return { kind, pos };
  }

  private control(kind: Branch['kind']): Branch {
    if (++this.depth > MAX_DEPTH) this.fail('max expression depth exceeded');
    const saved = this.vars.length;
    const pipe = this.pipeline(kind, 'rightDelim');
    if (kind === 'range') this.rangeDepth++;
    const [list, next] = this.itemList();
    if (kind === 'range') this.rangeDepth--;
    let elseList: List | undefined;
    if (next.kind === 'else') {
      const peek = this.peek().kind;
      if ((kind === 'if' && peek === 'if') || (kind === 'with' && peek === 'with')) {
        this.next();
        elseList = { kind: 'list', pos: next.pos, nodes: [this.control(kind)] };
      } else {
        const [inner, end] = this.itemList();
        elseList = inner;
        if (end.kind !== 'end') this.fail(`expected end; found ${nodeText(end)}`);
      }
    }
    this.vars.length = saved;
    this.depth--;
    return { kind, pos: pipe.pos, pipe, list, elseList };
  }

  private block(): Node {
    const context = 'block clause';
    const token = this.nextNonSpace();
    const name = this.templateName(token, context);
    const pipe = this.pipeline(context, 'rightDelim');
    const saved = this.vars;
    this.vars = ['$'];
    const [list, end] = this.itemList();
    if (end.kind !== 'end') this.fail(`unexpected ${nodeText(end)} in ${context}`);
    this.vars = saved;
    this.define(name, list);
    return { kind: 'template', pos: token.pos, name, pipe };
  }

  private template(): Node {
    const context = 'template clause';
    const token = this.nextNonSpace();
    const name = this.templateName(token, context);
    let pipe: Pipe | undefined;
    if (this.nextNonSpace().kind !== 'rightDelim') {
      this.backup();
      pipe = this.pipeline(context, 'rightDelim');
    }
    return { kind: 'template', pos: token.pos, name, pipe };
  }

  private templateName(token: Token, context: string): string {
    if (token.kind !== 'string' && token.kind !== 'rawString') this.unexpected(token, context);
    return this.unquote(token);
  }

  private pipeline(context: string, end: TokenKind): Pipe {
    const first = this.peekNonSpace();
    const decl: Variable[] = [];
    const cmds: Command[] = [];
    let isAssign = false;
    for (;;) {
      const v = this.peekNonSpace();
      if (v.kind !== 'variable') break;
      this.next();
      const afterVariable = this.peek();
      const next = this.peekNonSpace();
      if (next.kind === 'assign' || next.kind === 'declare') {
        isAssign = next.kind === 'assign';
        this.nextNonSpace();
        decl.push({ kind: 'variable', pos: v.pos, ident: v.val.split('.') });
        this.vars.push(v.val);
      } else if (next.kind === 'char' && next.val === ',') {
        this.nextNonSpace();
        decl.push({ kind: 'variable', pos: v.pos, ident: v.val.split('.') });
        this.vars.push(v.val);
        if (context === 'range' && decl.length < 2) {
          const after = this.peekNonSpace();
          if (after.kind === 'variable' || after.kind === 'rightDelim' || after.kind === 'rightParen') continue;
          this.fail('range can only initialize variables');
        }
        this.fail(`too many declarations in ${context}`);
      } else if (afterVariable.kind === 'space') this.backup3(v, afterVariable);
      else this.backup2(v);
      break;
    }
    for (;;) {
      const token = this.nextNonSpace();
      if (token.kind === end) {
        this.checkPipeline(cmds, context);
        return { kind: 'pipe', pos: first.pos, isAssign, decl, cmds };
      }
      if (!OPERAND_START.has(token.kind)) this.unexpected(token, context);
      this.backup();
      cmds.push(this.command());
    }
  }

  private checkPipeline(cmds: readonly Command[], context: string): void {
    if (cmds.length === 0) this.fail(`missing value for ${context}`);
    for (const [i, cmd] of cmds.entries()) {
      const kind = cmd.args[0]!.kind;
      if (i > 0 && (kind === 'bool' || kind === 'dot' || kind === 'nil' || kind === 'number' || kind === 'string'))
        this.fail(`non executable command in pipeline stage ${i + 1}`);
    }
  }

  private command(): Command {
    const pos = this.peekNonSpace().pos;
    const args: Arg[] = [];
    for (;;) {
      this.peekNonSpace();
      const operand = this.operand();
      if (operand) args.push(operand);
      const token = this.next();
      if (token.kind === 'space') continue;
      if (token.kind === 'rightDelim' || token.kind === 'rightParen') this.backup();
      else if (token.kind !== 'pipe') this.unexpected(token, 'operand');
      break;
    }
    if (args.length === 0) this.fail('empty command');
    return { kind: 'command', pos, args };
  }

  private operand(): Arg | undefined {
    const node = this.term();
    if (!node || this.peek().kind !== 'field') return node;
    const pos = this.peek().pos;
    const fields: string[] = [];
    while (this.peek().kind === 'field') fields.push(this.next().val.slice(1));
    switch (node.kind) {
      case 'field':
      case 'variable':
        return { ...node, pos, ident: [...node.ident, ...fields] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot': {
        return this.fail(`unexpected . after term ${goQuote(nodeText(node))}`);
      }
      default:
        return { kind: 'chain', pos, node, fields };
    }
  }

  private term(): Arg | undefined {
    const token = this.nextNonSpace();
    const { pos } = token;
    switch (token.kind) {
      case 'identifier':
        if (!this.functions.has(token.val)) this.fail(`function ${goQuote(token.val)} not defined`);
        return { kind: 'identifier', pos, name: token.val };
      case 'dot':
      case 'nil':
        return { kind: token.kind, pos };
      case 'variable': {
        const ident = token.val.split('.');
        if (!this.vars.includes(ident[0]!)) this.fail(`undefined variable ${goQuote(ident[0]!)}`);
        return { kind: 'variable', pos, ident };
      }
      case 'field':
        return { kind: 'field', pos, ident: [token.val.slice(1)] };
      case 'bool':
        return { kind: 'bool', pos, value: token.val === 'true' };
      case 'charConstant':
      case 'number': {
        const number = numberConstant(pos, token.val);
        return typeof number === 'string' ? this.fail(number) : number;
      }
      case 'leftParen': {
        if (++this.depth > MAX_DEPTH) this.fail('max expression depth exceeded');
        const pipe = this.pipeline('parenthesized pipeline', 'rightParen');
        this.depth--;
        return pipe;
      }
      case 'string':
      case 'rawString':
        return { kind: 'string', pos, quoted: token.val, text: this.unquote(token) };
    }
    this.backup();
    return undefined;
  }

  private unquote(token: Token): string {
    return goUnquote(token.val) ?? this.fail('invalid syntax');
  }

  private expect(kind: TokenKind, context: string): Token {
    const token = this.nextNonSpace();
    if (token.kind !== kind) this.unexpected(token, context);
    return token;
  }

  private unexpected(token: Token, context: string): never {
    if (token.kind !== 'error') this.fail(`unexpected ${tokenText(token)} in ${context}`);
    let extra = '';
    if (this.actionLine !== 0 && this.actionLine !== token.line) {
      extra = ` in action started at ${this.name}:${this.actionLine}`;
      if (token.val.endsWith(' action')) extra = extra.slice(' in action'.length);
    }
    this.fail(token.val + extra);
  }

  private fail(message: string): never {
    throw new TemplateError('parse', `template: ${this.name}:${this.line}: ${message}`);
  }
}

const OPERAND_START = new Set<TokenKind>([
  'bool',
  'charConstant',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'rawString',
  'string',
  'variable',
  'leftParen',
]);

function isEmptyList(list: List): boolean {
  return list.nodes.every((n) => n.kind === 'text' && n.text.trim() === '');
}

function tokenText(token: Token): string {
  if (token.kind === 'eof') return 'EOF';
  if (isKeyword(token.kind)) return `<${token.val}>`;
  return [...token.val].length > 10 ? `${goQuote([...token.val].slice(0, 10).join(''))}...` : goQuote(token.val);
}
