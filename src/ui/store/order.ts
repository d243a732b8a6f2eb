// In which order layers and images stand. Layers are a forest: each lies on one other. Every image's own layers come newest first, and
// layers that exactly the same images use stand together.
import type { StoreLayer } from '../session/view/index.ts';

/** Layers of one run that the same images use, newest first. */
export interface Run {
  readonly layers: readonly StoreLayer[];
  /** Keys of the users, in their order. */
  readonly users: readonly string[];
}

/**
 * All layers, newest first along every stack: what lies on a layer comes before it. `users` tells who uses a layer; among the layers
 * that lie on the same one, those of earlier users come first. Layers nobody uses are left out.
 */
export function runsOf(
  layers: readonly StoreLayer[],
  users: (chainID: string) => readonly string[],
  rank: (user: string) => number,
): Run[] {
  const above = new Map<string | undefined, StoreLayer[]>();
  for (const layer of layers) {
    if (users(layer.chainID).length === 0) continue;
    above.set(layer.parent, [...(above.get(layer.parent) ?? []), layer]);
  }
  const first = (layer: StoreLayer): number => Math.min(...users(layer.chainID).map(rank));
  const out: Run[] = [];
  const visit = (parent: string | undefined): void => {
    for (const layer of [...(above.get(parent) ?? [])].sort((a, b) => first(a) - first(b))) {
      visit(layer.chainID);
      const mine = [...users(layer.chainID)].sort((a, b) => rank(a) - rank(b));
      const last = out.at(-1);
      if (last !== undefined && last.layers.at(-1)?.parent === layer.chainID && same(last.users, mine))
        out[out.length - 1] = { ...last, layers: [...last.layers, layer] };
      else out.push({ layers: [layer], users: mine });
    }
  };
  visit(undefined);
  return out;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);
