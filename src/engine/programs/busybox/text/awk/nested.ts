import type { Step, Wait, Woken } from '../../../../kernel/index.ts';

/**
 * Asks the driver to run a step on a stack of its own, so that deep recursion in a program does not become deep recursion
 * here. Yielded like a wait; never reaches the kernel. Afterwards `value` holds what the step gave.
 */
export class Nested<T> implements Wait {
  readonly ready = (): boolean => true;
  readonly step: Step<T>;
  value: T | undefined;
  constructor(step: Step<T>) {
    this.step = step;
  }
}

/** Runs a step and every nested one that it asks for, one after the other. */
export function* drive<T>(root: Step<T>): Step<T> {
  const open: { readonly step: Step<unknown>; readonly request: Nested<unknown> | undefined }[] = [{ step: root, request: undefined }];
  let woken: Woken = 'ready';
  let failure: { readonly error: unknown } | undefined;
  for (;;) {
    const { step, request } = open.at(-1)!;
    let result: IteratorResult<Wait, unknown>;
    try {
      result = failure === undefined ? step.next(woken) : step.throw(failure.error);
      failure = undefined;
    } catch (error) {
      open.pop();
      if (open.length === 0) throw error;
      failure = { error };
      continue;
    }
    if (result.done) {
      open.pop();
      if (request === undefined) return result.value as T;
      request.value = result.value;
      woken = 'ready';
    } else if (result.value instanceof Nested) open.push({ step: result.value.step, request: result.value });
    else woken = yield result.value;
  }
}
