// The list of problems under the text: what each means, and what mends it.
import { BookOpen, ChevronDown, ChevronUp, CircleCheck, ExternalLink, OctagonX, Pencil, TriangleAlert } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import type { Fix, Problem } from '../../session/queries/editor.ts';
import type { EditorWords } from '../words.ts';
import { fixText, isCode } from './diagnostics.ts';
import type { Explanations } from './explain.ts';
import { lessonFor } from './lessons.ts';

interface Props {
  readonly problems: readonly Problem[] | undefined;
  readonly locale: Locale;
  readonly t: EditorWords;
  readonly explanations: Explanations;
  readonly open: boolean;
  readonly selected: number;
  /** Where the cursor is, and whether the file is on the machine. */
  readonly position: string;
  readonly status: string;
  /** Rises when the focus is to go to the selected problem. */
  readonly focusTurn: number;
  onToggle(): void;
  onSelect(index: number, jump: boolean): void;
  onMend(problem: Problem, fix: Fix): void;
  onLeave(): void;
}

export function Problems(props: Props) {
  const { problems, locale, t, explanations, open, selected, position, status, focusTurn, onToggle, onSelect, onMend, onLeave } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focusTurn === 0) return;
    const row = list.current?.querySelectorAll<HTMLElement>('.ed-problem')[selected];
    (row?.querySelector<HTMLElement>('.ed-fix') ?? row?.querySelector<HTMLElement>('.ed-problem-head'))?.focus();
  }, [focusTurn]);
  useEffect(() => {
    if (open) list.current?.querySelectorAll('.ed-problem')[selected]?.scrollIntoView({ block: 'nearest' });
  }, [selected, open]);
  const count = problems?.length ?? 0;
  const errors = problems?.some(({ severity }) => severity === 'error');
  const summary =
    problems === undefined ? '' : t(count === 0 ? 'problems.none' : count === 1 ? 'problems.one' : 'problems.some', { n: count });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, selected + step));
    onSelect(next, false);
    list.current?.querySelectorAll<HTMLElement>('.ed-problem-head')[next]?.focus();
  };
  return (
    <section class="ed-problems" aria-label={t('problems.title')} data-explain="editor.checks">
      <div class="ed-problems-bar">
        {problems !== undefined && (
          <button
            type="button"
            class={`ed-count${count > 0 ? (errors ? ' bad' : ' warn') : ''}`}
            aria-expanded={open && count > 0}
            disabled={count === 0}
            onClick={onToggle}
          >
            {count === 0 ? (
              <CircleCheck aria-hidden="true" />
            ) : errors ? (
              <OctagonX aria-hidden="true" />
            ) : (
              <TriangleAlert aria-hidden="true" />
            )}
            <span role="status">{summary}</span>
            {count > 0 && (open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />)}
          </button>
        )}
        {open && count > 0 && <span class="label ed-keys">{t('problems.next')}</span>}
        <span class="grow" />
        <span class="label" role="status">
          {status}
        </span>
        <span class="label num">{position}</span>
      </div>
      {open && count > 0 && (
        <ul class="ed-problems-list" ref={list}>
          {problems?.map((problem, index) => {
            const { rule, severity, message, line, url, fixes } = problem;
            const on = index === selected;
            const lesson = lessonFor(rule, locale);
            return (
              <li class={`ed-problem${on ? ' on' : ''}`} key={`${index} ${rule} ${line} ${message}`}>
                <button
                  type="button"
                  class="ed-problem-head"
                  aria-expanded={on}
                  tabIndex={on ? 0 : -1}
                  onClick={() => onSelect(index, true)}
                  onKeyDown={press}
                >
                  {severity === 'error' ? <OctagonX aria-hidden="true" class="bad" /> : <TriangleAlert aria-hidden="true" class="warn" />}
                  <span>
                    <b>{rule || t('problems.error')}</b> {message}
                  </span>
                  <span class="label num">{t('problems.line', { line })}</span>
                </button>
                {on && (
                  <div class="ed-problem-more">
                    <p>
                      {explanations[rule || 'error']}{' '}
                      {lesson && (
                        <a href={lesson.href}>
                          <BookOpen aria-hidden="true" />
                          {t('problems.lesson', { title: lesson.title })}
                        </a>
                      )}{' '}
                      {url !== '' && (
                        <a href={url} target="_blank" rel="noreferrer">
                          <ExternalLink aria-hidden="true" />
                          {t('problems.docs')}
                        </a>
                      )}
                    </p>
                    {fixes.length > 0 && (
                      <div class="row">
                        {fixes.map((fix) => (
                          <button
                            type="button"
                            key={fix.kind + fix.code}
                            class={`btn sm ed-fix${isCode(fix) ? ' code' : ''}`}
                            onClick={() => onMend(problem, fix)}
                          >
                            <Pencil aria-hidden="true" />
                            <span>{fixText(fix, t)}</span>
                          </button>
                        ))}
                      </div>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
