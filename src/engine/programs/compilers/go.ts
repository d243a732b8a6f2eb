import { type Code, type Expr, NotUnderstood, type Stmt } from './ast.ts';
import { Parser } from './parser.ts';
import { tokenize } from './tokens.ts';

/** Functions of Go's standard library that compiled programs have. */
export const GO_LIBRARY = new Set(
  `fmt.Println fmt.Printf fmt.Print fmt.Sprintf fmt.Sprint fmt.Sprintln fmt.Fprintf fmt.Fprintln fmt.Fprint fmt.Errorf println print len string int append
  os.Exit os.Getenv os.Hostname os.Getpid os.Getuid os.Getwd os.LookupEnv os.ReadFile time.Sleep time.Duration time.Now .Unix .Format log.Println log.Printf log.Print log.Fatal log.Fatalf log.Fatalln log.SetFlags
  http.HandleFunc http.ListenAndServe http.Error w.Write w.WriteHeader io.WriteString strconv.Itoa strconv.Atoi strings.ToUpper strings.ToLower strings.Join
  strings.Repeat strings.Contains strings.HasPrefix strings.TrimSpace strings.Split strings.ReplaceAll runtime.Version runtime.NumCPU errors.New bytes r.Header.Get r.URL.Query .Get byte flag.Parse os.Stdout.WriteString w.Header .Set err.Error`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

export interface GoSource {
  readonly package: string;
  readonly imports: readonly { readonly path: string; readonly name: string; readonly line: number; readonly column: number }[];
  readonly code: Code;
  /** Names of imports that nothing uses. */
  readonly unused: readonly { readonly path: string; readonly line: number; readonly column: number }[];
}

/** Reads a Go source (a byte string). Throws NotUnderstood. */
export function parseGo(source: string): GoSource {
  const parser = new Parser(tokenize(source, 'go'), 'go');
  return new GoParser(parser).file(source);
}

class GoParser {
  readonly #p: Parser;
  constructor(parser: Parser) {
    this.#p = parser;
    parser.special = () => this.#special();
  }

  file(source: string): GoSource {
    const p = this.#p;
    p.need('package');
    const name = p.name();
    const imports: { path: string; name: string; line: number; column: number }[] = [];
    const functions: Record<string, { params: string[]; body: Stmt[] }> = {};
    const globals: Stmt[] = [];
    const lines = source.split('\n');
    while (p.token.kind !== 'end') {
      if (p.take(';')) continue;
      if (p.take('import')) {
        const many = p.take('(');
        do {
          while (p.take(';'));
          if (many && p.is(')')) break;
          const alias = p.token.kind === 'name' ? p.name() : p.take('.') ? '.' : undefined;
          const { text: path, line, kind } = p.token;
          if (kind !== 'string') p.fail('import path must be a string');
          p.at++;
          imports.push({
            path,
            name: alias ?? path.slice(path.lastIndexOf('/') + 1),
            line,
            column: (lines[line - 1]?.indexOf(`"${path}"`) ?? 0) + 1,
          });
        } while (many);
        if (many) p.need(')');
      } else if (p.take('func')) {
        if (p.is('(')) p.fail('methods are not understood');
        const own = p.name();
        functions[own] = this.#function();
      } else if (p.take('var') || p.take('const')) globals.push(...this.#declarations());
      else p.fail(p.is('type') ? 'types of its own are not understood' : `syntax error: non-declaration statement outside function body`);
    }
    for (const [called, line] of p.calls)
      if (functions[called] === undefined && !GO_LIBRARY.has(called)) throw new NotUnderstood(line, `${called}() is not simulated`);
    const used = new Set(p.tokens.flatMap((token, at) => (token.kind === 'name' && p.tokens[at + 1]?.text === '.' ? [token.text] : [])));
    return {
      package: name,
      imports,
      code: { language: 'go', functions, globals },
      unused: imports.filter((each) => each.name !== '_' && !used.has(each.name)),
    };
  }

  #function(): { params: string[]; body: Stmt[] } {
    const p = this.#p;
    const params: string[] = [];
    p.need('(');
    while (!p.take(')')) {
      params.push(p.name());
      while (!p.is(',') && !p.is(')')) p.at++;
      p.take(',');
    }
    while (!p.is('{')) {
      if (p.token.kind === 'end') p.fail('expected a body');
      p.at++;
    }
    return { params, body: p.block(() => this.#statement()) };
  }

  /** `var x = …`, `var x int`, `var ( … )`. */
  #declarations(): Stmt[] {
    const p = this.#p;
    if (p.take('(')) {
      const out: Stmt[] = [];
      while (!p.take(')')) if (!p.take(';')) out.push(...this.#declarations());
      return out;
    }
    const names = [p.name()];
    while (p.take(',')) names.push(p.name());
    let zero: Expr = ['n', 0];
    while (!p.is('=') && !p.is(';') && !p.is(')')) {
      if (p.is('string')) zero = ['s', ''];
      p.at++;
    }
    const value = p.take('=') ? this.#values() : zero;
    p.take(';');
    return [['=', names, ':=', value]];
  }

  /** One expression, or a list of several. */
  #values(): Expr {
    const first = this.#p.expression();
    if (!this.#p.is(',')) return first;
    const list = [first];
    while (this.#p.take(',')) list.push(this.#p.expression());
    return ['l', list];
  }

  /** Function literals, `[]T{…}`, `[]byte(x)`. */
  #special(): Expr | undefined {
    const p = this.#p;
    if (p.take('func')) {
      const before = p.noBraces;
      p.noBraces = false;
      const { params, body } = this.#function();
      p.noBraces = before;
      return ['f', params, body];
    }
    if (p.is('[') && p.peek().text === ']') {
      p.at += 2;
      const type = p.name();
      if (p.take('(')) {
        const value = p.expression();
        p.need(')');
        return value;
      }
      p.need('{');
      const items: Expr[] = [];
      while (!p.take('}')) {
        items.push(p.expression());
        while (p.take(';'));
        if (!p.is('}')) p.need(',');
        while (p.take(';'));
      }
      return type === '' ? undefined : ['l', items];
    }
    return undefined;
  }

  #statement(): Stmt | undefined {
    const p = this.#p;
    if (p.is('{')) return ['block', p.block(() => this.#statement())];
    if (p.take('return')) {
      if (p.is(';') || p.is('}')) return ['r', null];
      return ['r', this.#values()];
    }
    if (p.take('break')) return ['break'];
    if (p.take('continue')) return ['continue'];
    if (p.take('var') || p.take('const')) return ['block', this.#declarations()];
    if (p.take('if')) return this.#if();
    if (p.take('for')) return this.#for();
    for (const word of ['go', 'defer', 'switch', 'select', 'type', 'goto']) if (p.is(word)) p.fail(`'${word}' is not understood`);
    return this.#simple();
  }

  /** An assignment or an expression. */
  #simple(): Stmt {
    const p = this.#p;
    const start = p.at;
    if (p.token.kind === 'name') {
      const names = [p.name()];
      while (p.is(',') && p.peek().kind === 'name') {
        p.at++;
        names.push(p.name());
      }
      const { text: operator, kind } = p.tokens[p.at]!;
      if (kind === 'op' && (operator === ':=' || /^(?:[-+*/%]?=)$/.test(operator))) {
        p.at++;
        return ['=', names, operator, this.#values()];
      }
      if (kind === 'op' && (operator === '++' || operator === '--')) {
        p.at++;
        return ['=', names, operator === '++' ? '+=' : '-=', ['n', 1]];
      }
    }
    p.at = start;
    return ['e', p.expression()];
  }

  #if(): Stmt {
    const p = this.#p;
    p.noBraces = true;
    let init: Stmt | undefined = this.#simple();
    let test: Expr;
    if (p.take(';')) test = p.expression();
    else {
      if (init[0] !== 'e') p.fail('expected a condition');
      test = (init as readonly ['e', Expr])[1];
      init = undefined;
    }
    p.noBraces = false;
    const yes = p.block(() => this.#statement());
    let no: Stmt[] = [];
    if (p.take('else')) no = p.take('if') ? [this.#if()] : p.block(() => this.#statement());
    const made: Stmt = ['if', test, yes, no];
    return init === undefined ? made : ['block', [init, made]];
  }

  #for(): Stmt {
    const p = this.#p;
    if (p.is('{')) return ['for', [], null, [], p.block(() => this.#statement())];
    const start = p.at;
    const names: string[] = [];
    while (p.token.kind === 'name' && !p.is('range')) {
      names.push(p.name());
      if (!p.take(',')) break;
    }
    if ((names.length === 0 || p.take(':=') || p.take('=')) && p.take('range')) {
      p.noBraces = true;
      const list = p.expression();
      p.noBraces = false;
      return ['range', names, list, p.block(() => this.#statement())];
    }
    p.at = start;
    p.noBraces = true;
    const first = p.is(';') ? undefined : this.#simple();
    if (!p.take(';')) {
      p.noBraces = false;
      if (first?.[0] !== 'e') p.fail('expected a condition');
      return ['for', [], (first as readonly ['e', Expr])[1], [], p.block(() => this.#statement())];
    }
    const test = p.is(';') ? null : p.expression();
    p.need(';');
    const step = p.is('{') ? [] : [this.#simple()];
    p.noBraces = false;
    return ['for', first === undefined ? [] : [first], test, step, p.block(() => this.#statement())];
  }
}
