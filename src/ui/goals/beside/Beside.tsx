// Two panes: the goal, with what is not graded greyed out, and the learner's own. Where there is room for one, a switch chooses.
import { Flag, UserRound, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Subject, Verdict } from '../../../grader/index.ts';
import { explain } from '../../../grader/words.ts';
import type { Locale } from '../../../i18n/index.ts';
import { GradedContext, type PictureModule, type Selected } from '../../picture/index.ts';
import type { Session } from '../../session/index.ts';
import { type LabView, machineOf } from '../../session/view/index.ts';
import { Inline } from '../../text/index.ts';
import { counterpart, gradedOn, missing } from './model.ts';
import { type BesideWords, besideWords } from './words.ts';
import './beside.css';

export interface BesideProps {
  readonly Picture: PictureModule['Picture'];
  readonly locale: Locale;
  /** The learner's. */
  readonly session: Session;
  readonly goal: { readonly session: Session; readonly view: LabView; readonly subjects: readonly Subject[]; back(): void };
  /** The learner's own picture. */
  readonly children: ComponentChildren;
}

export function Beside({ Picture, locale, session, goal, children }: BesideProps) {
  const t = besideWords(locale);
  const name = useId();
  const [side, show] = useState<'goal' | 'yours'>('goal');
  const machine = session.machine.value;
  const graded = useMemo(
    () => ({ subjects: gradedOn(goal.subjects, goal.view, machine), label: besideWords(locale)('ungraded') }),
    [goal, machine, locale],
  );
  useLinked(session, goal);
  const scroll = useScroll();
  return (
    <div class="beside" data-show={side}>
      <div class="beside-bar">
        <p role="status">{session.verdict.value && <Missing verdict={session.verdict.value} locale={locale} t={t} />}</p>
        <fieldset class="seg">
          <legend class="vh">{t('sides')}</legend>
          {(['goal', 'yours'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={side === one} onChange={() => show(one)} />
              <span>{t(one)}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" class="btn sm quiet" onClick={goal.back} title={t('close')}>
          <X aria-hidden="true" />
          <span>{t('close')}</span>
        </button>
      </div>
      <div class="beside-panes" onScrollCapture={scroll}>
        <section aria-label={t('goal')} data-side="goal">
          <h3>
            <Flag aria-hidden="true" />
            {t('goal')}
          </h3>
          <GradedContext.Provider value={graded}>
            <Picture
              session={goal.session}
              locale={locale}
              view={goal.view}
              before={undefined}
              machine={machine}
              live={false}
              turn={undefined}
            />
          </GradedContext.Provider>
        </section>
        <section aria-label={t('yours')} data-side="yours">
          <h3>
            <UserRound aria-hidden="true" />
            {t('yours')}
          </h3>
          {children}
        </section>
      </div>
    </div>
  );
}

/** What still differs, by the goals: the first in full, the others counted, all of them spoken. */
function Missing({ verdict, locale, t }: { readonly verdict: Verdict; readonly locale: Locale; readonly t: BesideWords }) {
  const open = missing(verdict);
  const [first, ...rest] = open;
  if (first === undefined) return <>{t('done')}</>;
  const all = verdict.goals.length;
  return (
    <>
      {t('open', { n: all - open.length, all })}
      <Inline text={explain(first.finding, locale)} />
      {rest.length > 0 && <span aria-hidden="true">{t('more', { n: rest.length })}</span>}
      <span class="vh">
        {rest.map(({ id, finding }) => (
          <span key={id}> {explain(finding, locale)}</span>
        ))}
      </span>
    </>
  );
}

/** The drawings scroll together: beds from the bottom, all else from the top. */
function useScroll(): (event: Event) => void {
  const follows = useRef<Element | undefined>();
  return ({ target, currentTarget }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.sheet') || !(currentTarget instanceof HTMLElement)) return;
    const own = follows.current === target;
    follows.current = undefined;
    if (own) return;
    const other = [...currentTarget.querySelectorAll('.sheet')].find((one) => one !== target);
    if (other === undefined) return;
    const below = (sheet: Element) => (sheet.querySelector('.stk') === null ? 0 : sheet.scrollHeight - sheet.clientHeight);
    const was = other.scrollTop;
    other.scrollTop = target.scrollTop - below(target) + below(other);
    if (other.scrollTop !== was) follows.current = other;
  };
}

/** What is chosen on one side is chosen on the other. */
function useLinked(session: Session, { session: goal, view }: BesideProps['goal']): void {
  const echo = useRef<Selected | undefined>();
  const machine = session.machine.value;
  const there = goal.selected.value;
  const here = session.selected.value;
  const own = session.shown.value.view;
  const pass = (from: Session, to: Session, views: readonly [LabView | undefined, LabView | undefined]) => {
    const chosen = from.selected.value;
    if (chosen === echo.current || views[0] === undefined || views[1] === undefined) return;
    const other = counterpart(chosen, machineOf(views[0], machine), machineOf(views[1], machine));
    if (other === undefined || (other.kind === to.selected.value?.kind && other.id === to.selected.value.id)) return;
    echo.current = other;
    to.selected.value = other;
  };
  useEffect(() => pass(session, goal, [own, view]), [here]);
  useEffect(() => pass(goal, session, [view, own]), [there]);
}
