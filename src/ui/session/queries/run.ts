// Questions of the Run picture.
import type { MountFileView } from '../view/run.ts';

export interface RunQueries {
  /** Everything in one mount of a container, in path order, directories left out: a view lists only the first entries. */
  'run.mount': { readonly ask: { readonly container: string; readonly target: string }; readonly answer: readonly MountFileView[] };
}
