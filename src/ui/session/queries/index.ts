// Questions about the simulated world at one moment: what pictures want to know and views would be too large to carry.
// One file an area: `'area.name': { ask, answer }`, both structured-cloneable. Answering never changes anything.
import type { BuildQueries } from './build.ts';
import type { EditorQueries } from './editor.ts';
import type { KeepQueries } from './keep.ts';
import type { MatrixQueries } from './matrix.ts';
import type { RegistryQueries } from './registry.ts';
import type { RunQueries } from './run.ts';
import type { StackQueries } from './stack.ts';
import type { StoreQueries } from './store.ts';

export interface Queries
  extends BuildQueries,
    KeepQueries,
    MatrixQueries,
    RegistryQueries,
    StackQueries,
    StoreQueries,
    RunQueries,
    EditorQueries {}

export type QueryName = keyof Queries;

/** Every question is about one machine. */
export interface Question<N extends QueryName = QueryName> {
  readonly name: N;
  readonly machine: string;
  readonly ask: Queries[N]['ask'];
}
