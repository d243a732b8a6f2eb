import { type Code, type Expr, NotUnderstood, type Stmt } from './ast.ts';
import { Parser } from './parser.ts';
import { tokenize } from './tokens.ts';

const TYPES = new Set([
  'int',
  'char',
  'void',
  'long',
  'short',
  'unsigned',
  'signed',
  'const',
  'static',
  'size_t',
  'double',
  'float',
  'extern',
  'volatile',
  'bool',
  'pid_t',
  'time_t',
  'register',
  'inline',
  'auto',
  'uint32_t',
  'int32_t',
  'uint64_t',
  'int64_t',
  'string',
]);

/** Functions of the C library that compiled programs have. */
export const C_LIBRARY = new Set(
  'printf puts putchar fprintf fputs exit _exit getenv sleep usleep fflush strcmp strlen atoi getpid getppid getuid geteuid abs write perror setbuf setvbuf gethostname abort'.split(
    ' ',
  ),
);

export interface CSource {
  readonly code: Code;
  /** Headers in `<>`, with their lines. */
  readonly headers: readonly { readonly name: string; readonly line: number; readonly local: boolean; readonly text: string }[];
  /** `#pragma strata program NAME SIZE`: the executable is one of Strata's own programs. */
  readonly program: { readonly name: string; readonly size: number } | undefined;
}

/** Reads a C source (a byte string). Directives: include, define of plain values, pragma. Throws NotUnderstood. */
export function parseC(source: string): CSource {
  const headers: { name: string; line: number; local: boolean; text: string }[] = [];
  const values = new Map<string, string>();
  let program: CSource['program'];
  const plain = source
    .split('\n')
    .map((line, at) => {
      const directive = /^\s*#\s*(\w+)\s*(.*)$/.exec(line);
      if (directive === null) return line;
      const [, word = '', rest = ''] = directive;
      const header = /^(?:<([^>]+)>|"([^"]+)")/.exec(rest);
      if (word === 'include' && header !== null)
        headers.push({ name: header[1] ?? header[2]!, line: at + 1, local: header[2] !== undefined, text: line });
      else if (word === 'define') {
        const [, name = '', value = ''] = /^(\w+)(?:\s+(.*))?$/.exec(rest) ?? [];
        if (name === '') throw new NotUnderstood(at + 1, 'macros with parameters are not understood');
        values.set(name, value.replace(/\/\*.*?\*\/|\/\/.*$/g, '').trim());
      } else if (word === 'pragma') {
        const [, name, size] = /^strata\s+program\s+(\S+)\s+(\d+)/.exec(rest) ?? [];
        if (name !== undefined) program = { name, size: Number(size) };
      } else if (word !== 'undef') throw new NotUnderstood(at + 1, `#${word} is not understood`);
      return '';
    })
    .join('\n');
  const tokens = tokenize(plain, 'c').flatMap((token) => {
    const value = token.kind === 'name' ? values.get(token.text) : undefined;
    return value === undefined
      ? [token]
      : tokenize(value, 'c')
          .slice(0, -1)
          .map((each) => ({ ...each, line: token.line }));
  });
  return { code: new CParser(new Parser(tokens, 'c')).unit(), headers, program };
}

class CParser {
  readonly #p: Parser;
  constructor(parser: Parser) {
    this.#p = parser;
  }

  unit(): Code {
    const p = this.#p;
    const functions: Record<string, { params: string[]; body: Stmt[] }> = {};
    const globals: Stmt[] = [];
    const declared = new Set<string>();
    while (p.token.kind !== 'end') {
      if (p.take(';')) continue;
      if (p.is('using')) {
        while (!p.take(';')) p.at++;
        continue;
      }
      this.#type();
      const name = this.#declarator();
      if (!p.is('(')) {
        globals.push(...this.#variables(name));
        continue;
      }
      const params = this.#parameters();
      if (p.take(';')) {
        declared.add(name);
        continue;
      }
      functions[name] = { params, body: p.block(() => this.#statement()) };
    }
    for (const [name, line] of p.calls)
      if (functions[name] === undefined && !C_LIBRARY.has(name) && !declared.has(name))
        throw new NotUnderstood(line, `the function ${name}() is not simulated`);
    return { language: 'c', functions, globals };
  }

  #type(): void {
    const p = this.#p;
    if (!TYPES.has(p.token.text)) p.fail(`unknown type name '${p.token.text}'`);
    while (TYPES.has(p.token.text)) p.at++;
  }
  #declarator(): string {
    const p = this.#p;
    while (p.take('*') || p.take('const'));
    return p.name();
  }
  #parameters(): string[] {
    const p = this.#p;
    const names: string[] = [];
    p.need('(');
    while (!p.take(')')) {
      if (p.take('...')) continue;
      this.#type();
      while (p.take('*') || p.take('const'));
      if (p.token.kind === 'name') names.push(p.name());
      while (p.take('[')) p.need(']');
      if (!p.is(')')) p.need(',');
    }
    return names;
  }
  /** The rest of a declaration after its first name. */
  #variables(first: string): Stmt[] {
    const p = this.#p;
    const out: Stmt[] = [];
    let name = first;
    for (;;) {
      if (p.take('[')) {
        if (!p.is(']')) p.at++;
        p.need(']');
        if (!p.is('=')) p.fail('arrays without a value are not understood');
      }
      let value: Expr = ['n', 0];
      if (p.take('=')) value = p.is('{') ? this.#list() : p.expression();
      out.push(['=', [name], ':=', value]);
      if (p.take(';')) return out;
      p.need(',');
      name = this.#declarator();
    }
  }
  #list(): Expr {
    const p = this.#p;
    const items: Expr[] = [];
    p.need('{');
    while (!p.take('}')) {
      items.push(p.expression());
      if (!p.is('}')) p.need(',');
    }
    return ['l', items];
  }

  #body(): Stmt[] {
    const p = this.#p;
    if (p.is('{')) return p.block(() => this.#statement());
    if (p.take(';')) return [];
    const one = this.#statement();
    return one === undefined ? [] : [one];
  }

  #statement(): Stmt | undefined {
    const p = this.#p;
    if (p.is('{')) return ['block', p.block(() => this.#statement())];
    if (p.take('return')) {
      if (p.take(';')) return ['r', null];
      const value = p.expression();
      p.need(';');
      return ['r', value];
    }
    if (p.take('break') || p.is('continue')) {
      const isContinue = p.take('continue');
      p.need(';');
      return isContinue ? ['continue'] : ['break'];
    }
    if (p.take('if')) {
      p.need('(');
      const test = p.expression();
      p.need(')');
      const yes = this.#body();
      return ['if', test, yes, p.take('else') ? this.#body() : []];
    }
    if (p.take('while')) {
      p.need('(');
      const test = p.expression();
      p.need(')');
      return ['for', [], test, [], this.#body()];
    }
    if (p.take('for')) {
      p.need('(');
      const init = this.#init();
      const test = p.is(';') ? null : p.expression();
      p.need(';');
      const step = p.take(')') ? [] : this.#expressions(')');
      return ['for', init, test, step, this.#body()];
    }
    if (TYPES.has(p.token.text)) {
      this.#type();
      return ['block', this.#variables(this.#declarator())];
    }
    const value = p.expression();
    p.need(';');
    return ['e', value];
  }

  #init(): Stmt[] {
    const p = this.#p;
    if (p.take(';')) return [];
    if (!TYPES.has(p.token.text)) return this.#expressions(';');
    this.#type();
    return this.#variables(this.#declarator());
  }

  #expressions(end: string): Stmt[] {
    const p = this.#p;
    const out: Stmt[] = [];
    do out.push(['e', p.expression()]);
    while (p.take(','));
    p.need(end);
    return out;
  }
}
