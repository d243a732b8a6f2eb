// A ruled panel under the drawing.
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { StackWords } from './words.ts';

interface Props {
  readonly title: ComponentChildren;
  readonly label: string;
  readonly t: StackWords;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Panel({ title, label, t, onClose, children }: Props) {
  return (
    <section
      class="stk-panel"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="stk-ph">
        <h3>{title}</h3>
        <button type="button" class="x" aria-label={t('panel.close')} title={t('panel.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so the keyboard must reach it */}
      <div class="stk-pb" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
