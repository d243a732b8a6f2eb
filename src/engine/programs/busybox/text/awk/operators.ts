import { AwkError, MESSAGES } from './source-error.ts';
import type { State } from './state.ts';
import { isNumeric, toNumber, type Value } from './value.ts';

/** `left op right`. Throws AwkError, also for `^`, which busybox is built without. */
export function arithmetic(op: string, left: number, right: number): number {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      if (right === 0) throw new AwkError(MESSAGES.divisionByZero);
      return left / right;
    case '%':
      if (right === 0) throw new AwkError(MESSAGES.divisionByZero);
      return left - Math.trunc(left / right) * right;
    default:
      throw new AwkError(MESSAGES.noMath);
  }
}

/** Whether a comparison holds: of numbers when both look like one, of texts otherwise. */
export function holds(state: State, op: string, left: Value, right: Value): boolean {
  let order: number;
  if (isNumeric(left) && isNumeric(right)) order = toNumber(left) - toNumber(right);
  else {
    const fold = (text: string): string => (state.ignoreCase ? text.toLowerCase() : text);
    const [x, y] = [fold(state.text(left)), fold(state.text(right))];
    order = x < y ? -1 : x > y ? 1 : 0;
  }
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}
