// A menu that floats at a point or under a button: arrows move, Escape closes and gives the focus back.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { moveFocus } from '../../focus/index.ts';

export interface MenuItem {
  readonly id: string;
  readonly icon?: ComponentChildren;
  readonly text: string;
  readonly key?: string;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  /** A line above it. */
  readonly rule?: boolean;
  act(): void;
}

interface Props {
  readonly label: string;
  /** `end`: x is where it ends. */
  readonly at: { readonly x: number; readonly y: number; readonly end?: boolean };
  readonly items: readonly MenuItem[];
  readonly children?: ComponentChildren;
  onClose(): void;
}

export function Menu({ label, at, items, children, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = box.current;
    if (!menu) return;
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(at.end ? at.x - width : at.x, innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(8, at.y + height + 8 > innerHeight ? at.y - height : at.y)}px`;
  }, [at.x, at.y]);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('blur', onClose);
      // Whatever an item has moved the focus to keeps it.
      if (before instanceof HTMLElement && (document.activeElement === document.body || box.current?.contains(document.activeElement)))
        before.focus();
    };
  }, []);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    // In a field these keys move the caret.
    if (/^(Home|End)$/.test(event.key) && document.activeElement instanceof HTMLInputElement) return;
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"], input') ?? [])];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (!moveFocus(event.key, all)) return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu inside and what stands above it share their keys
    <div class="ed-menu" ref={box} onKeyDown={press}>
      {children}
      <div role="menu" aria-label={label}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            {...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
            aria-disabled={item.disabled ? 'true' : undefined}
            class={item.rule ? 'rule' : ''}
            tabIndex={-1}
            onClick={() => {
              if (item.disabled) return;
              onClose();
              item.act();
            }}
          >
            {item.icon ?? <i class="lucide" />}
            <span>{item.text}</span>
            {item.key !== undefined && <kbd>{item.key}</kbd>}
          </button>
        ))}
      </div>
    </div>
  );
}
