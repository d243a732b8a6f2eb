import type { Operation, Source, Vertex } from './vertex.ts';

/** An operation that makes a layer on a base. */
export type StepOperation = Extract<Operation, { kind: 'file' | 'exec' }>;

export const isStep = (operation: Operation): operation is StepOperation => operation.kind === 'file' || operation.kind === 'exec';

/** What a copy or mount takes from its source. */
export interface Read {
  readonly from: Source;
  /** May be a pattern. */
  readonly path: string;
  readonly options: { readonly follow: boolean; readonly wildcards: boolean };
  /** What has to be there. */
  readonly required: readonly string[];
}

/** What a step's copies or mounts read, in their order. */
export function readsOf(operation: StepOperation): Read[] {
  if (operation.kind === 'file')
    return operation.actions.flatMap((action): Read[] => {
      if (action.kind !== 'copy') return [];
      const { from, src, followLinks: follow, wildcards, required } = action;
      return [{ from, path: src, options: { follow, wildcards }, required: required.length > 0 ? required : [src] }];
    });
  return operation.mounts.flatMap(({ type, from, source }): Read[] =>
    from === undefined
      ? []
      : [{ from, path: source, options: { follow: true, wildcards: false }, required: type === 'bind' ? [source] : [] }],
  );
}

/** The vertices that a vertex needs before it. */
export function inputsOf({ operation }: Vertex): Vertex[] {
  if (!isStep(operation)) return [];
  return [operation.base, ...readsOf(operation).flatMap(({ from }) => (from.kind === 'vertex' ? [from.vertex] : []))];
}

/** Vertices and everything below them. */
export function graphOf(tops: readonly Vertex[]): Set<Vertex> {
  const all = new Set(tops);
  for (const vertex of all) for (const input of inputsOf(vertex)) all.add(input);
  return all;
}
