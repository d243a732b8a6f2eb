// Everything that the visible output names, to be chosen without a mouse.
import { Box, Container, Database, FileText, Layers, Tag, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveFocus } from '../../focus/index.ts';
import { isSelected, type Selected } from '../../picture/index.ts';
import type { TerminalWords } from '../words.ts';
import type { Span } from './spans.ts';

interface Props {
  readonly t: TerminalWords;
  readonly spans: readonly Span[];
  readonly selected: Selected | undefined;
  onChoose(span: Span): void;
  onClose(): void;
}

/** Components, not elements: see src/ui/lab/Picture.tsx. */
const icons: Partial<Record<Selected['kind'], typeof Box>> = {
  image: Box,
  container: Container,
  volume: Database,
  layer: Layers,
  tag: Tag,
};

export function LinksList({ t, spans, selected, onChoose, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('.tty-links li button') ?? [])];
  useEffect(() => (buttons()[0] ?? list.current)?.focus(), []);
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (!moveFocus(event.key, buttons())) return;
    event.preventDefault();
  };
  return (
    <div class="tty-pop" role="dialog" aria-label={t('links.title')} tabIndex={-1} ref={list} onKeyDown={move}>
      <div class="head">
        <h3>{t('links.title')}</h3>
        <button type="button" class="icon-btn" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </div>
      <p class="label">{spans.length === 0 ? t('said.nothingThere') : t('links.hint')}</p>
      <ul class="tty-links">
        {spans.map((span, index) => {
          const Icon = icons[span.is.kind] ?? FileText;
          return (
            <li key={`${span.is.kind}${span.is.id}`}>
              <button
                type="button"
                tabIndex={index === 0 ? 0 : -1}
                aria-pressed={isSelected(selected, span.is.id)}
                onClick={() => onChoose(span)}
              >
                <Icon aria-hidden="true" />
                <code>{span.text}</code>
                <span class="label">{t(`kind.${span.is.kind}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
