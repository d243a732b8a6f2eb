// What the two pictures are compared by: what is graded on a machine, what is chosen on the other side, what is still missing.
import type { Subject, Verdict } from '../../../grader/index.ts';
import type { Selected } from '../../picture/index.ts';
import type { LabView, MachineView } from '../../session/view/index.ts';

/** `kind key` of what the goals are about on one machine; what names none is on the first. */
export function gradedOn(subjects: readonly Subject[], { machines }: Pick<LabView, 'machines'>, machine: string): ReadonlySet<string> {
  return new Set(subjects.filter((one) => (one.machine ?? machines[0]?.name) === machine).map(({ kind, key }) => `${kind} ${key}`));
}

type Named = Pick<MachineView, 'images' | 'containers'>;

/** What is chosen on one side, as the other side knows it: images by a name they share, containers by theirs. */
export function counterpart(selected: Selected | undefined, from: Named, to: Named): Selected | undefined {
  if (selected === undefined) return undefined;
  const { kind, id } = selected;
  const other = (found: { readonly id: string } | undefined) => found && { ...selected, id: found.id };
  if (kind === 'image') {
    const tags = from.images.find((image) => image.id === id)?.tags ?? [];
    return other(tags.flatMap((tag) => to.images.find((image) => image.tags.includes(tag)) ?? [])[0]);
  }
  if (kind === 'container') {
    const name = from.containers.find((one) => one.id === id)?.name;
    return other(to.containers.find((one) => one.name === name));
  }
  return kind === 'layer' || kind === 'path' || kind === 'tag' || kind === 'volume' ? selected : undefined;
}

/** The goals that are not met yet, in their order. */
export const missing = (verdict: Verdict): readonly Verdict['goals'][number][] => verdict.goals.filter(({ finding }) => !finding.ok);
