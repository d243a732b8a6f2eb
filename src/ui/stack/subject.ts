// Which image or container the picture shows. It follows the learner: what the last command made or changed comes into view.
import type { MachineView } from '../session/view/index.ts';

type Held = Pick<MachineView, 'images' | 'containers'>;

/** `image:sha256:…` or `container:<id>`. */
export type Subject = string;

export const imageSubject = (id: string): Subject => `image:${id}`;
export const containerSubject = (id: string): Subject => `container:${id}`;

/** The subject after a command: something new or changed if there is, else the current one while it exists, else the newest. */
export function follow(view: Held, before: Held | undefined, current: Subject | undefined): Subject | undefined {
  if (before) {
    const known = new Set(before.images.map((image) => image.id));
    const made = view.images.find((image) => !known.has(image.id));
    if (made) return imageSubject(made.id);
    const changed = view.containers.find((container) => {
      const was = before.containers.find((one) => one.id === container.id);
      return !was || was.changes.length !== container.changes.length || JSON.stringify(was.changes) !== JSON.stringify(container.changes);
    });
    if (changed) return containerSubject(changed.id);
    const named = view.images.find((image) => {
      const was = before.images.find((one) => one.id === image.id);
      return was !== undefined && image.tags.some((tag) => !was.tags.includes(tag));
    });
    if (named) return imageSubject(named.id);
  }
  if (current !== undefined && exists(view, current)) return current;
  // Of images made in the same second the one that was built on the other.
  const [first] = view.images;
  const newest = view.images
    .filter(({ created }) => first !== undefined && Math.floor(created) === Math.floor(first.created))
    .sort((a, b) => b.rows.length - a.rows.length)[0];
  return newest && imageSubject(newest.id);
}

function exists(view: Held, subject: Subject): boolean {
  return (
    view.images.some((image) => imageSubject(image.id) === subject) ||
    view.containers.some((container) => containerSubject(container.id) === subject)
  );
}
