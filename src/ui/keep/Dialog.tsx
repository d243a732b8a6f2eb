// A modal dialog of the browser's own: Escape closes it, focus stays in it and goes back to where it came from.
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './keep.css';

interface Props {
  readonly title: string;
  readonly close: string;
  onClose(): void;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
  /** Stays in view below what scrolls. */
  readonly foot?: ComponentChildren;
}

export function Dialog({ title, close, onClose, wide = false, children, foot }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const one = dialog.current;
    if (one && !one.open) one.showModal();
    return () => one?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`keep-dialog${wide ? ' wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        // Keys typed here are not for the terminal or the pictures behind.
        if (event.key !== 'Escape') event.stopPropagation();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-btn" aria-label={close} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div class="body">{children}</div>
      {foot !== undefined && <footer>{foot}</footer>}
    </dialog>
  );
}
