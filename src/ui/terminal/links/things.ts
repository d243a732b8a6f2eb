// What the words of the output could mean: every name and id that the machines know now.
import type { Selected } from '../../picture/index.ts';
import type { LabView, MachineView } from '../../session/view/index.ts';

export interface Things {
  /** By what stands in the output: references, container and volume names. */
  readonly names: ReadonlyMap<string, Selected>;
  /** Full ids without `sha256:`, with what they are. */
  readonly ids: readonly (readonly [hex: string, is: Selected])[];
}

const bare = (id: string): string => id.replace(/^sha256:/, '');
const cache = new WeakMap<MachineView, Things>();

/** `machine` is the one the terminal is on; without such a machine nothing is known. */
export function thingsOf(view: LabView | undefined, machine: string): Things {
  const found = view?.machines.find(({ name }) => name === machine);
  if (found === undefined) return { names: new Map(), ids: [] };
  const known = cache.get(found);
  if (known !== undefined) return known;
  const things = collect(found);
  cache.set(found, things);
  return things;
}

function collect(view: MachineView): Things {
  const machine = view.name;
  const names = new Map<string, Selected>();
  const ids = new Map<string, Selected>();
  for (const { name } of view.store.volumes) names.set(name, { kind: 'volume', id: name, machine });
  for (const { digest, manifest } of view.store.images.flatMap(({ platforms, index }) => [
    { digest: index?.digest, manifest: undefined },
    ...platforms.map((platform) => ({ digest: platform.config?.digest, manifest: platform.manifest?.digest })),
  ])) {
    for (const id of [digest, manifest]) if (id !== undefined) ids.set(bare(id), { kind: 'manifest', id, machine });
  }
  for (const { diffID } of view.store.layers) ids.set(bare(diffID), { kind: 'layer', id: diffID, machine });
  for (const { id, tags } of view.store.images) {
    const image: Selected = { kind: 'image', id, machine };
    ids.set(bare(id), image);
    for (const tag of tags) {
      names.set(tag, image);
      if (tag.endsWith(':latest')) names.set(tag.slice(0, -':latest'.length), image);
    }
  }
  for (const { id, name } of view.containers) {
    const container: Selected = { kind: 'container', id, machine };
    ids.set(id, container);
    names.set(name, container);
  }
  return { names, ids: [...ids] };
}
