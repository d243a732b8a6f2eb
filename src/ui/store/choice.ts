// What is chosen in the Store picture, and what that is in the selection that all pictures share.
import type { Selected } from '../picture/index.ts';
import { bare, type StoreModel } from './model.ts';

export interface Choice {
  readonly kind: 'image' | 'manifest' | 'index' | 'config' | 'layer' | 'tag' | 'container';
  /** Full id: a digest, a reference, a container's id; of a layer its chainID. */
  readonly id: string;
  /** Key of the image it was chosen at. */
  readonly image?: string;
}

/** The shared selection for a choice; layers are known elsewhere by their diffID. */
export function selectedOf(choice: Choice, model: StoreModel, machine: string): Selected {
  const { kind, id } = choice;
  if (kind === 'layer') return { kind: 'layer', id: bedOf(model, id)?.diffID ?? id, machine };
  if (kind === 'config' || kind === 'index') return { kind: kind === 'config' ? 'image' : 'manifest', id, machine };
  return { kind, id, machine };
}

/** What of this picture the shared selection is; undefined when it is nothing here. */
export function choiceOf(selected: Selected | undefined, model: StoreModel): Choice | undefined {
  if (selected === undefined) return undefined;
  const id = bare(selected.id);
  const isIt = (full: string | undefined): full is string => full !== undefined && id.length >= 4 && bare(full).startsWith(id);
  for (const image of model.images) {
    if (selected.kind === 'tag' && image.tags.includes(selected.id)) return { kind: 'tag', id: selected.id, image: image.key };
    if (isIt(image.key)) return { kind: 'image', id: image.key, image: image.key };
    for (const { manifest, config } of image.lanes) {
      if (isIt(manifest?.digest)) return { kind: 'manifest', id: manifest?.digest ?? '', image: image.key };
      if (isIt(config.digest)) return { kind: 'config', id: config.digest, image: image.key };
    }
    if (isIt(image.remembered?.digest)) return { kind: 'manifest', id: image.remembered?.digest ?? '', image: image.key };
    const container = image.containers.find((one) => isIt(one.id));
    if (container !== undefined) return { kind: 'container', id: container.id, image: image.key };
  }
  const bed = [...model.groups.flatMap(({ beds }) => beds), ...model.kept].find((one) => isIt(one.diffID) || isIt(one.key));
  return bed === undefined ? undefined : { kind: 'layer', id: bed.key };
}

export const bedOf = (model: StoreModel, key: string) =>
  [...model.groups.flatMap(({ beds }) => beds), ...model.kept].find((bed) => bed.key === key);
