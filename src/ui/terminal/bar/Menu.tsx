// The rest of what the terminal can do, behind one button.
import { ClipboardCopy, Download, Ellipsis, ListTree, PersonStanding, Plus, ZoomIn, ZoomOut } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { moveFocus } from '../../focus/index.ts';
import type { TerminalWords } from '../words.ts';

export interface Item {
  readonly icon: 'copy' | 'save' | 'links' | 'larger' | 'smaller' | 'reader' | 'open';
  readonly text: string;
  readonly keys?: string;
  /** Present for what is on or off. */
  readonly on?: boolean;
  readonly disabled?: boolean;
  act(): void;
}

/** Components, not elements: see src/ui/lab/Picture.tsx. */
const icons: Readonly<Record<Item['icon'], typeof Plus>> = {
  copy: ClipboardCopy,
  save: Download,
  links: ListTree,
  larger: ZoomIn,
  smaller: ZoomOut,
  reader: PersonStanding,
  open: Plus,
};

export function Menu({ t, items }: { readonly t: TerminalWords; readonly items: readonly Item[] }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): HTMLButtonElement[] => [
    ...(root.current?.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:not(:disabled)') ?? []),
  ];
  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const outside = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const shut = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') shut();
    else if (!moveFocus(event.key, entries())) return;
    event.preventDefault();
  };
  return (
    <div class="tty-more" ref={root}>
      <button
        type="button"
        class="icon-btn"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('more')}
        title={t('more')}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {open && (
        <div class="tty-menu" role="menu" aria-label={t('more')} tabIndex={-1} onKeyDown={move}>
          {items.map((item) => {
            const Icon = icons[item.icon];
            return (
              <button
                key={item.text}
                type="button"
                role={item.on === undefined ? 'menuitem' : 'menuitemcheckbox'}
                {...(item.on === undefined ? {} : { 'aria-checked': item.on })}
                disabled={item.disabled === true}
                tabIndex={-1}
                onClick={() => {
                  shut();
                  item.act();
                }}
              >
                <Icon aria-hidden="true" />
                <span>{item.text}</span>
                {item.keys !== undefined && <kbd>{item.keys}</kbd>}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
