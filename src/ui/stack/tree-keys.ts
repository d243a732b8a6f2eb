// Keys of the tree: arrows, Home, End, Right and Left to open and close, Enter or Space to choose, c and b on a path, letters to search.
import type { RefObject } from 'preact';

interface Actions {
  toggle(key: string): void;
  /** `c`: drill the core at a path. */
  drill(path: string): void;
  /** `b`: the history of a path. */
  blame(path: string): void;
}

export function useTreeKeys(tree: RefObject<HTMLElement>, { toggle, drill, blame }: Actions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const item = items[at];
    if (!item) return;
    const go = (to: HTMLElement | undefined) => {
      if (!to) return;
      for (const one of items) one.tabIndex = one === to ? 0 : -1;
      // An open layer is taller than the view: what is brought into view is its head.
      to.focus({ preventScroll: true });
      (to.querySelector(':scope > .txt, :scope > .files > .head') ?? to).scrollIntoView({ block: 'nearest' });
    };
    const expanded = item.getAttribute('aria-expanded');
    const { key, path } = item.dataset;
    switch (event.key) {
      case 'ArrowDown':
        go(items[at + 1]);
        break;
      case 'ArrowUp':
        go(items[at - 1]);
        break;
      case 'Home':
        go(items[0]);
        break;
      case 'End':
        go(items.at(-1));
        break;
      case 'ArrowRight':
        if (expanded === 'false' && key !== undefined) toggle(key);
        else if (expanded === 'true') go(items[at + 1]);
        break;
      case 'ArrowLeft':
        if (expanded === 'true' && key !== undefined) toggle(key);
        else go(parentOf(items, at));
        break;
      case 'Enter':
      case ' ':
        if (key !== undefined && expanded !== null) toggle(key);
        else item.click();
        break;
      default:
        if (event.key.length !== 1) return;
        if (path !== undefined && event.key === 'c') drill(path);
        else if (path !== undefined && event.key === 'b') blame(path);
        else go(startingWith(items, at, event.key.toLowerCase()));
    }
    event.preventDefault();
  };
}

const levelOf = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-level') ?? 1);

function parentOf(items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  for (let index = at - 1; index >= 0; index--) if (levelOf(items[index]) < levelOf(items[at])) return items[index];
  return undefined;
}

/** The next item, round the end, whose name begins with the letter. */
function startingWith(items: readonly HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  return [...items.slice(at + 1), ...items.slice(0, at)].find((one) => one.dataset.name?.toLowerCase().startsWith(letter));
}
