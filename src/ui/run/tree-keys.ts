// Keys of the process tree: arrows, Home, End; Right and Enter unfold, Left goes to the parent; letters search.
import type { RefObject } from 'preact';

export function useTreeKeys(tree: RefObject<HTMLElement>, unfold: (key: string) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const item = items[at];
    if (item === undefined) return;
    const { key } = item.dataset;
    const level = (one: HTMLElement): number => Number(one.getAttribute('aria-level'));
    const found = (wanted: string): HTMLElement | undefined =>
      [...items.slice(at + 1), ...items.slice(0, at)].find((one) => one.textContent?.toLowerCase().includes(wanted));
    const to: Readonly<Record<string, () => HTMLElement | undefined>> = {
      ArrowDown: () => items[at + 1],
      ArrowUp: () => items[at - 1],
      Home: () => items[0],
      End: () => items.at(-1),
      ArrowRight: () => items.slice(at + 1, at + 2).find((one) => level(one) > level(item)),
      ArrowLeft: () => items.slice(0, at).findLast((one) => level(one) < level(item)),
    };
    const opens = key !== undefined && ['ArrowRight', 'Enter', ' '].includes(event.key);
    if (opens) {
      unfold(key);
      items[at - 1]?.focus();
    } else {
      const next = to[event.key]?.() ?? (event.key.length === 1 && event.key !== ' ' ? found(event.key.toLowerCase()) : undefined);
      if (next === undefined && !(event.key in to)) return;
      for (const one of items) one.tabIndex = one === (next ?? item) ? 0 : -1;
      next?.focus();
    }
    event.preventDefault();
  };
}
