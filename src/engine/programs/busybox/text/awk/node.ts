import type { Regex } from '../../../regex/index.ts';

/** A compiled pattern, once as written and once ignoring case. */
export interface Pattern {
  readonly plain: Regex;
  readonly folded: Regex;
}

/** A node of an expression. `left` and `right` depend on `op`; the parser moves nodes under others, so they can be changed. */
export interface Expression {
  op: string;
  priority: number;
  line: number;
  up: Expression | undefined;
  left: Expression | undefined;
  right: Expression | undefined;
  /** Constant, variable's cell, parameter's index, function, pattern: by `op`. */
  value?: unknown;
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression | undefined; readonly line: number }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'if'; readonly test: Expression | undefined; readonly then: Statement; readonly otherwise: Statement | undefined }
  | { readonly kind: 'while'; readonly test: Expression | undefined; readonly body: Statement }
  | { readonly kind: 'do'; readonly test: Expression | undefined; readonly body: Statement }
  | {
      readonly kind: 'for';
      readonly first: Expression | undefined;
      readonly test: Expression | undefined;
      readonly step: Expression | undefined;
      readonly body: Statement;
    }
  | { readonly kind: 'for-in'; readonly variable: Expression; readonly array: Expression; readonly body: Statement }
  | {
      readonly kind: 'print' | 'printf';
      readonly list: Expression | undefined;
      readonly redirect: '>' | '>>' | '|' | undefined;
      readonly target: Expression | undefined;
      readonly line: number;
    }
  | { readonly kind: 'break' | 'continue' | 'next' | 'nextfile' }
  | { readonly kind: 'return' | 'exit' | 'delete'; readonly value: Expression | undefined; readonly line: number };

/** A rule of the main part. */
export interface Rule {
  /** Undefined: every record. */
  readonly pattern: Expression | undefined;
  /** Undefined: print the record. */
  readonly body: Statement | undefined;
  /** Whether a range pattern is between its two ends. */
  inRange: boolean;
}

export interface AwkFunction {
  readonly name: string;
  parameters: number;
  body: Statement | undefined;
}

export interface AwkProgram {
  readonly begin: Statement[];
  readonly rules: Rule[];
  readonly end: Statement[];
}
