// The language switch keeps the place: the same exercise, saved state or question, and else the sentence that was being read.

/** Anchors that both languages of a page have: facts, exercises, predictions. Headings are named in their language. */
const shared = /^(?:t\d+|e\d+|exercise-[a-z0-9-]+|predict-[a-z0-9-]+)$/;

export interface Anchor {
  readonly id: string;
  /** Its distance from the top of the window. */
  readonly top: number;
}

/** What stands behind the address of the other language. `line` is how far down the window people read. */
export function placeIn({ search, hash }: { search: string; hash: string }, anchors: readonly Anchor[], line: number): string {
  const id = hash.slice(1);
  if (shared.test(id) || id.includes('=')) return search + hash;
  const read = anchors.filter((one) => shared.test(one.id) && one.top <= line).at(-1);
  return search + (read ? `#${read.id}` : '');
}

export function keepPlace(link: HTMLAnchorElement): void {
  const there = link.href;
  const aim = () => {
    const anchors =
      scrollY < innerHeight / 4
        ? []
        : [...document.querySelectorAll('main [id]')].map((one) => ({ id: one.id, top: one.getBoundingClientRect().top }));
    link.href = there + placeIn(location, anchors, innerHeight / 3);
  };
  for (const event of ['click', 'auxclick', 'contextmenu']) link.addEventListener(event, aim);
}

const link = typeof document === 'undefined' ? null : document.querySelector<HTMLAnchorElement>('a.lang');
if (link) keepPlace(link);
