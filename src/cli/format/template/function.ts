import type { GoValue } from './value.ts';

/** A function callable from templates. `params` are Go type names (`string`, `int`, `[]string`, `any`), `...any` last for variadic. */
export interface TemplateFunction {
  readonly params: readonly string[];
  /** Arguments arrive checked against `params`; an invalid value (Go's zero reflect.Value) arrives as undefined for `any`. Throw {@link CallError} to fail. */
  readonly call: (args: (GoValue | undefined)[], output: CallContext) => GoValue | undefined;
}

export interface CallContext {
  /** Source text of the first argument, which `call` quotes in its error. */
  readonly firstArg: string;
}

/** The error result of a template function; the message follows `error calling NAME: `. */
export class CallError extends Error {}
