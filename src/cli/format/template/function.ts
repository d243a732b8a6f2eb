import type { GoMethod, GoValue } from './value.ts';

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

/** A method as a function: what it throws is its error result. */
export const functionOf = ({ params, call }: GoMethod): TemplateFunction => ({
  params,
  call(args) {
    try {
      return call(...args.map((a) => (a === undefined ? null : a)));
    } catch (error) {
      if (error instanceof CallError || !(error instanceof Error)) throw error;
      throw new CallError(error.message);
    }
  },
});
