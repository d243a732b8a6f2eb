// Building a command by tapping: its words as chips, and below them what could follow.
import { X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../session/index.ts';
import type { TerminalWords } from '../words.ts';
import {
  add,
  addTyped,
  asked,
  chipsOf,
  type Group,
  groupsOf,
  isComplete,
  lineOf,
  remove,
  type Suggestion,
  waitsForValue,
} from './model.ts';

interface Props {
  readonly session: Session;
  readonly terminal: number;
  readonly t: TerminalWords;
  /** Shows the line at the prompt; with `enter` runs it. */
  put(line: string, enter: boolean): void;
  onClose(): void;
}

const most = 12;

export function Composer({ session, terminal, t, put, onClose }: Props) {
  const [words, setWords] = useState<readonly string[]>(['docker']);
  const [groups, setGroups] = useState<readonly Group[]>();
  const [typed, setTyped] = useState('');
  const [opened, open] = useState<ReadonlySet<string>>(new Set());
  const chips = useRef<HTMLDivElement>(null);
  const { view } = session;

  useEffect(() => {
    let gone = false;
    void Promise.all(asked(words).map((line) => session.complete(line, line.length, terminal))).then(
      (answers) => {
        if (!gone) setGroups(groupsOf(answers));
      },
      () => {
        if (!gone) setGroups([]);
      },
    );
    return () => {
      gone = true;
    };
  }, [words, terminal, view.value]);

  const set = (next: readonly string[]): void => {
    setWords(next);
    setTyped('');
    open(new Set());
    requestAnimationFrame(() => chips.current?.scrollTo({ left: chips.current.scrollWidth }));
  };
  const take = (one: Suggestion): void => set(add(words, one));
  const fits = ({ text, shown }: Suggestion): boolean => typed === '' || text.includes(typed) || shown.includes(typed);

  return (
    <section class="compose-sheet" aria-label={t('compose.title')}>
      <div class="compose-head">
        <div class="compose-line" ref={chips}>
          {words.length === 0 && <span class="label">{t('compose.empty')}</span>}
          {chipsOf(words).map(({ text, kind }, index) => (
            <button
              type="button"
              class={`compose-chip ${kind}`}
              key={`${index} ${text}`}
              aria-label={t('compose.remove', { word: text })}
              onClick={() => set(remove(words, index))}
            >
              <code>{text}</code>
              <X aria-hidden="true" />
            </button>
          ))}
        </div>
        <button type="button" class="icon-btn" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </div>
      <div class="compose-next" aria-live="polite">
        {groups?.length === 0 && (
          <p class="label">
            {waitsForValue(words) ? t('compose.wanted', { flag: (words.at(-1) ?? '').replace(/=$/, '') }) : t('compose.nothing')}
          </p>
        )}
        {groups?.map(({ kind, items, more }) => {
          const fitting = items.filter(fits);
          if (fitting.length === 0) return null;
          const shown = opened.has(kind) || typed !== '' ? fitting : fitting.slice(0, most);
          const rest = fitting.length - shown.length + (shown.length === fitting.length ? more : 0);
          return (
            <div class="compose-group" key={kind}>
              <h2 class="label">{t(`group.${kind}`)}</h2>
              <div class="compose-choices">
                {shown.map((one) => (
                  <button type="button" key={one.text} title={one.note} onClick={() => take(one)}>
                    <code>{one.shown}</code>
                    {(kind === 'container' || kind === 'image') && one.note !== '' && <small>{one.note}</small>}
                  </button>
                ))}
                {rest > 0 && !opened.has(kind) && (
                  <button type="button" class="rest" onClick={() => open(new Set([...opened, kind]))}>
                    +{rest}
                  </button>
                )}
              </div>
            </div>
          );
        })}
      </div>
      <form
        class="compose-type"
        onSubmit={(event) => {
          event.preventDefault();
          set(addTyped(words, typed));
        }}
      >
        <input
          type="text"
          value={typed}
          aria-label={t('compose.value')}
          placeholder={waitsForValue(words) ? `${words.at(-1) ?? ''}…` : t('compose.value')}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="none"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        {typed !== '' && (
          <button type="submit" class="btn">
            {t('compose.add')}
          </button>
        )}
        <button type="button" class="btn" disabled={words.length === 0} onClick={() => put(lineOf(words), false)}>
          {t('compose.put')}
        </button>
        <button type="button" class="btn pri" disabled={!isComplete(words)} onClick={() => put(lineOf(words), true)}>
          {t('compose.run')}
        </button>
      </form>
    </section>
  );
}
