/** Where a node stands: lines from 1, columns from 0. */
export interface Span {
  readonly line: number;
  readonly at: number;
  readonly endLine: number;
  readonly end: number;
}

export interface Argument {
  /** Undefined for a positional one. */
  readonly name: string | undefined;
  readonly star: 0 | 1 | 2;
  readonly value: Expr;
}
export interface Parameter {
  readonly name: string;
  readonly kind: 'plain' | 'only-position' | 'only-keyword' | 'args' | 'kwargs';
  readonly otherwise: Expr | undefined;
}
export interface Comprehension {
  readonly target: Expr;
  readonly iter: Expr;
  readonly conditions: readonly Expr[];
}
export type TextPart =
  | { readonly text: string }
  | { readonly value: Expr; readonly conversion: string; readonly spec: readonly TextPart[]; readonly source: string | undefined };

export type Expr = Span &
  (
    | { readonly kind: 'constant'; readonly value: null | boolean | bigint | number | string }
    | { readonly kind: 'bytes'; readonly value: string }
    | { readonly kind: 'ellipsis' }
    | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'attribute'; readonly of: Expr; readonly name: string }
    | { readonly kind: 'subscript'; readonly of: Expr; readonly index: Expr }
    | { readonly kind: 'slice'; readonly from: Expr | undefined; readonly to: Expr | undefined; readonly step: Expr | undefined }
    | { readonly kind: 'call'; readonly of: Expr; readonly args: readonly Argument[] }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expr }
    | { readonly kind: 'compare'; readonly left: Expr; readonly operators: readonly string[]; readonly rest: readonly Expr[] }
    | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'choice'; readonly condition: Expr; readonly yes: Expr; readonly no: Expr }
    | { readonly kind: 'lambda'; readonly definition: FunctionNode }
    | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expr[] }
    | { readonly kind: 'dict'; readonly entries: readonly { readonly key: Expr | undefined; readonly value: Expr }[] }
    | {
        readonly kind: 'comprehension';
        readonly of: 'list' | 'set' | 'dict' | 'generator';
        readonly key: Expr | undefined;
        readonly value: Expr;
        readonly loops: readonly Comprehension[];
      }
    | { readonly kind: 'star'; readonly value: Expr }
    | { readonly kind: 'yield'; readonly value: Expr | undefined; readonly from: boolean }
    | { readonly kind: 'walrus'; readonly name: string; readonly value: Expr }
  );

export interface FunctionNode {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Stmt[];
  readonly isGenerator: boolean;
  /** Names that the function assigns to, without those declared global or nonlocal. */
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  readonly doc: string | undefined;
  readonly line: number;
}

export interface Handler {
  readonly type: Expr | undefined;
  readonly name: string | undefined;
  readonly body: readonly Stmt[];
}

export type Stmt = Span &
  (
    | { readonly kind: 'expression'; readonly value: Expr }
    | { readonly kind: 'assign'; readonly targets: readonly Expr[]; readonly value: Expr }
    | { readonly kind: 'augment'; readonly target: Expr; readonly operator: string; readonly value: Expr }
    | { readonly kind: 'annotate'; readonly target: Expr; readonly annotation: Expr; readonly value: Expr | undefined }
    | { readonly kind: 'if'; readonly condition: Expr; readonly body: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
    | { readonly kind: 'while'; readonly condition: Expr; readonly body: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
    | {
        readonly kind: 'for';
        readonly target: Expr;
        readonly iter: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | {
        readonly kind: 'try';
        readonly body: readonly Stmt[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Stmt[];
        readonly finally: readonly Stmt[];
      }
    | {
        readonly kind: 'with';
        readonly items: readonly { readonly value: Expr; readonly target: Expr | undefined }[];
        readonly body: readonly Stmt[];
      }
    | { readonly kind: 'function'; readonly definition: FunctionNode; readonly decorators: readonly Expr[] }
    | {
        readonly kind: 'class';
        readonly name: string;
        readonly args: readonly Argument[];
        readonly body: readonly Stmt[];
        readonly decorators: readonly Expr[];
        readonly doc: string | undefined;
      }
    | { readonly kind: 'return'; readonly value: Expr | undefined }
    | { readonly kind: 'raise'; readonly value: Expr | undefined; readonly cause: Expr | undefined }
    | { readonly kind: 'assert'; readonly condition: Expr; readonly message: Expr | undefined }
    | { readonly kind: 'delete'; readonly targets: readonly Expr[] }
    | { readonly kind: 'import'; readonly names: readonly { readonly name: string; readonly as: string | undefined }[] }
    | {
        readonly kind: 'from';
        readonly module: string;
        readonly level: number;
        readonly names: readonly { readonly name: string; readonly as: string | undefined }[] | '*';
      }
    | { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] }
    | { readonly kind: 'pass' | 'break' | 'continue' }
  );
