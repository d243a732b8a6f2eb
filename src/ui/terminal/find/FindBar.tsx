// Search in the output: how many places there are, and which one is shown.
import { ChevronDown, ChevronUp, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Found, TerminalHandle } from '../controller.ts';
import type { TerminalWords } from '../words.ts';

interface Props {
  readonly t: TerminalWords;
  readonly handle: TerminalHandle | undefined;
  onClose(): void;
}

export function FindBar({ t, handle, onClose }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ at: 0, all: 0 });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const search = (wanted: string, by?: 1 | -1): void => {
    setText(wanted);
    if (handle) setFound(handle.find(wanted, by));
  };
  const close = (): void => {
    handle?.find('');
    onClose();
  };
  return (
    <search class="tty-find">
      <input
        ref={input}
        type="text"
        value={text}
        aria-label={t('find')}
        placeholder={t('find.label')}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="none"
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) search(text, event.shiftKey ? 1 : -1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
        }}
      />
      <span class="label num" role="status">
        {text === '' ? '' : found.all === 0 ? t('find.none') : t('find.count', { n: found.at, all: found.all })}
      </span>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('find.previous')}
        title={`${t('find.previous')} (Enter)`}
        disabled={found.all === 0}
        onClick={() => search(text, -1)}
      >
        <ChevronUp aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('find.next')}
        title={`${t('find.next')} (Shift+Enter)`}
        disabled={found.all === 0}
        onClick={() => search(text, 1)}
      >
        <ChevronDown aria-hidden="true" />
      </button>
      <button type="button" class="icon-btn" aria-label={t('close')} title={t('close')} onClick={close}>
        <X aria-hidden="true" />
      </button>
    </search>
  );
}
