// Keys of a tree: arrows, Home, End, Right and Left to open and close, Enter or Space to choose, letters to search.
import type { RefObject } from 'preact';

interface Actions {
  toggle(key: string): void;
}

export function useTreeKeys(tree: RefObject<HTMLElement>, { toggle }: Actions): (event: KeyboardEvent) => void {
  return (event) => {
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const item = items[at];
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const go = (to: HTMLElement | undefined) => {
      if (!to) return;
      for (const one of items) one.tabIndex = one === to ? 0 : -1;
      to.focus();
    };
    const expanded = item.getAttribute('aria-expanded');
    const key = item.dataset.key;
    const parent = item.parentElement?.closest<HTMLElement>('[role="treeitem"]') ?? undefined;
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
        else go(parent);
        break;
      case 'Enter':
      case ' ':
        if (key !== undefined && expanded !== null) toggle(key);
        else item.click();
        break;
      default: {
        if (event.key.length !== 1) return;
        const after = [...items.slice(at + 1), ...items.slice(0, at)];
        go(after.find((one) => (one.querySelector('.vh')?.textContent ?? '').toLowerCase().includes(event.key.toLowerCase())));
      }
    }
    event.preventDefault();
  };
}
