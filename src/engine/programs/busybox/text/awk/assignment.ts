import { unescapeString } from './lexer.ts';
import type { State } from './state.ts';
import { UserText } from './value.ts';

/** Does what an argument `name=value` says; false when it is none. Escapes in the value are replaced. */
export function assignment(state: State, argument: string): boolean {
  const match = /^([A-Za-z_][0-9A-Za-z_]*)=([\s\S]*)$/.exec(argument);
  if (match === null) return false;
  state.set(state.cell(match[1]!), new UserText(unescapeString(match[2]!)));
  return true;
}
