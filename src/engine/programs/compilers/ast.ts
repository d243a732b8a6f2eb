/** Small programs as data: what the compilers here understand, and what a compiled executable carries as JSON. */
export type Expr =
  | readonly ['n', number]
  | readonly ['s', string]
  | readonly ['v', string]
  | readonly ['b', string, Expr, Expr]
  | readonly ['u', string, Expr]
  | readonly ['i', Expr, Expr]
  | readonly ['c', string, readonly Expr[]]
  | readonly ['l', readonly Expr[]]
  | readonly ['f', readonly string[], readonly Stmt[]]
  | readonly ['?', Expr, Expr, Expr]
  | readonly ['=', string, string, Expr];

export type Stmt =
  | readonly ['e', Expr]
  /** Declares (`:=`) or sets names from one value or a list of as many. */
  | readonly ['=', readonly string[], string, Expr]
  | readonly ['if', Expr, readonly Stmt[], readonly Stmt[]]
  | readonly ['for', readonly Stmt[], Expr | null, readonly Stmt[], readonly Stmt[]]
  | readonly ['range', readonly string[], Expr, readonly Stmt[]]
  | readonly ['block', readonly Stmt[]]
  | readonly ['r', Expr | null]
  | readonly ['break']
  | readonly ['continue'];

export interface Code {
  readonly language: 'c' | 'go';
  readonly functions: Readonly<Record<string, { readonly params: readonly string[]; readonly body: readonly Stmt[] }>>;
  readonly globals: readonly Stmt[];
}

/** A source that these compilers do not understand; `line` counts from 1. */
export class NotUnderstood extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
