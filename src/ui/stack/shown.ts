// From the view of a machine to what is drawn: the model of a subject, the layers that are new, what a selection elsewhere asks for.
import { isSelected, type Selected } from '../picture/index.ts';
import type { MachineView } from '../session/view/index.ts';
import { type StackModel, stackModel } from './model.ts';
import { containerSubject, imageSubject, type Subject } from './subject.ts';

/** Keys of layers that were not there before the last command. */
export function newLayers(view: MachineView, before: MachineView | undefined): ReadonlySet<string> {
  if (!before) return new Set();
  const keys = (one: MachineView) =>
    one.images.flatMap((image) => image.rows.flatMap((row) => (row.chainID === undefined ? [] : [row.chainID])));
  const old = new Set(keys(before));
  return new Set(keys(view).filter((key) => !old.has(key)));
}

export function modelOf(view: MachineView, subject: Subject): StackModel | undefined {
  const container = view.containers.find((one) => containerSubject(one.id) === subject);
  const image = view.images.find((one) => (container ? one.id === container.image : imageSubject(one.id) === subject));
  if (!image) return undefined;
  const others = view.images.filter((one) => one.id !== image.id);
  return stackModel(image, others, container);
}

/** The subject that shows what was chosen elsewhere; undefined when the current one does, or none can. */
export function selectedSubject(view: MachineView, current: Subject | undefined, selected: Selected): Subject | undefined {
  if (selected.kind === 'container') {
    const container = view.containers.find((one) => isSelected(selected, one.id));
    return container && containerSubject(container.id);
  }
  if (selected.kind === 'image' || selected.kind === 'tag') {
    const image = view.images.find((one) => isSelected(selected, one.id) || one.tags.includes(selected.id));
    return image && imageSubject(image.id);
  }
  if (selected.kind !== 'layer') return undefined;
  const has = (image: MachineView['images'][number]) => image.rows.some((row) => isSelected(selected, row.diffID));
  const shown = view.images.find(
    (image) =>
      imageSubject(image.id) === current || view.containers.some((one) => containerSubject(one.id) === current && one.image === image.id),
  );
  if (shown && has(shown)) return undefined;
  const other = view.images.find(has);
  return other && imageSubject(other.id);
}
