// Questions of the Stack picture.
import type { ChangeView } from '../view/index.ts';

export interface StackQueries {
  /** All entries of one layer, in path order: a view lists only the first ones. */
  'stack.entries': { readonly ask: { readonly chainID: string }; readonly answer: readonly ChangeView[] };
}
