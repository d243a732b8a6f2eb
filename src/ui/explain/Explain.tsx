// What the Explain button opens: in its mode, a click on any part of a picture or any line of output is explained.
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import type { Explanation, Remedy } from './contract.ts';
import { explainLine, explanationOf } from './lookup.ts';
import { Popover } from './Popover.tsx';
import { explainWords } from './words.ts';

interface Props {
  readonly locale: Locale;
  /** Titles of the lessons there are, by id. */
  readonly lessons: Readonly<Record<string, string>>;
  /** The next click explains. */
  readonly mode: boolean;
  /** What to explain at once: the element that has the focus. */
  readonly asked: Element | undefined;
  onEnd(): void;
}

interface Open {
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly told: Explanation | Remedy;
}

export function Explain({ locale, lessons, mode, asked, onEnd }: Props) {
  const t = explainWords(locale);
  const [open, setOpen] = useState<Open | undefined>();
  useEffect(() => {
    const found = asked && explained(asked, locale);
    if (asked && found) setOpen({ at: asked.getBoundingClientRect(), told: found });
    else if (asked) onEnd();
  }, [asked]);
  useEffect(() => {
    if (!mode) return;
    document.body.toggleAttribute('data-explaining', true);
    const click = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target || target.closest('.xp-pop, .xp-bar')) return;
      const row = target.closest('.xterm-screen') && rowAt(target, event.clientY);
      const told = row ? explainLine(row.textContent ?? '', locale) : explained(target, locale);
      if (!told) return;
      event.preventDefault();
      event.stopPropagation();
      const box = (row || target.closest('[data-explain]') || target).getBoundingClientRect();
      setOpen({ at: { left: event.clientX || box.left, top: box.top, bottom: Math.min(box.bottom, event.clientY + 24) }, told });
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEnd();
    };
    document.addEventListener('click', click, true);
    document.addEventListener('keydown', press);
    return () => {
      document.body.toggleAttribute('data-explaining', false);
      document.removeEventListener('click', click, true);
      document.removeEventListener('keydown', press);
    };
  }, [mode, locale]);
  return (
    <>
      {mode && (
        <p class="xp-mode" role="status">
          {t('mode')}
        </p>
      )}
      {open && (
        <Popover
          key={`${open.at.left} ${open.at.top}`}
          at={open.at}
          told={open.told}
          locale={locale}
          lessons={lessons}
          t={t}
          onClose={() => {
            setOpen(undefined);
            if (!mode) onEnd();
          }}
        />
      )}
    </>
  );
}

function explained(element: Element, locale: Locale): Explanation | undefined {
  const part = element.closest<HTMLElement>('[data-explain]') ?? element.querySelector<HTMLElement>('[data-explain]');
  return part?.dataset.explain === undefined ? undefined : explanationOf(part.dataset.explain, locale);
}

/** The terminal's row at a height: rows take no pointer events themselves. */
function rowAt(target: Element, y: number): Element | undefined {
  const rows = target.closest('.xterm')?.querySelectorAll('.xterm-rows > div') ?? [];
  return [...rows].find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y < bottom && (row.textContent ?? '').trim() !== '';
  });
}
