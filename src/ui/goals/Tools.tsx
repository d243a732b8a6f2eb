// What helps on the way: where to look now, how far it is, the goal as a picture, the hints in the text, other values.

import { ArrowRight, Compass, Flag, Lightbulb, Ruler, Shuffle } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../grader/index.ts';
import { type Locale, words } from '../../i18n/index.ts';
import type { PageExercise } from '../exercise/model.ts';
import { late } from '../late/index.tsx';
import type { Kind } from '../picture/index.ts';
import type { Distance } from '../session/index.ts';
import { Inline } from '../text/index.ts';
import { pictureOf } from './where.ts';

const Found = late(async () => (await import('./Found.tsx')).Found);

export interface Help {
  /** Opens a picture, and marks a layer or path in it. */
  show(kind: Kind, evidence: Verdict['goals'][number]['finding']['evidence']): void;
  distance(): Promise<Distance>;
  /** Shows the machines as they are when it is solved beside the real ones, or these alone again. */
  compare(): Promise<void>;
  readonly comparing: boolean;
  /** Brings the exercise's text into view, with its hints. */
  read(): void;
}

interface Props {
  readonly exercise: PageExercise;
  readonly verdict: Verdict | undefined;
  readonly help: Help;
  readonly locale: Locale;
}

interface ToolsProps extends Props {
  readonly list: ComponentChildren;
  /** At the end of the row. */
  readonly other: ComponentChildren;
}

/** Answers stand above the list, where they are seen; the buttons stay below it. */
export function Tools({ exercise, verdict, help, locale, list, other }: ToolsProps) {
  const t = words(locale);
  const [hinted, hint] = useState(false);
  const [far, setFar] = useState<Distance | 'busy' | 'failed' | undefined>();
  const answers = useRef<HTMLDivElement>(null);
  // What was measured is of a moment that is gone.
  useEffect(() => setFar(undefined), [verdict]);
  useEffect(() => {
    if (hinted || far !== undefined) answers.current?.scrollIntoView({ block: 'nearest' });
  }, [hinted, far]);
  const measure = () => {
    setFar('busy');
    help.distance().then(setFar, () => setFar('failed'));
  };
  const compare = () => {
    setFar(help.comparing ? undefined : 'busy');
    help.compare().then(
      () => setFar(undefined),
      () => setFar('failed'),
    );
  };
  const passed = verdict?.passed ?? false;
  return (
    <>
      <div class="goal-answers" ref={answers}>
        <p class="goal-far" role="status">
          {far !== undefined && sayDistance(far, t)}
        </p>
        {hinted && !passed && verdict && <Next exercise={exercise} verdict={verdict} help={help} locale={locale} />}
      </div>
      {list}
      <div class="goal-tools">
        <button type="button" class="btn sm" aria-expanded={hinted} disabled={passed || !verdict} onClick={() => hint(!hinted)}>
          <Compass aria-hidden="true" />
          {t('goals.look')}
        </button>
        <button type="button" class="btn sm" disabled={passed || !verdict || far === 'busy'} onClick={measure}>
          <Ruler aria-hidden="true" />
          {t('goals.far')}
        </button>
        {exercise.solutions.length > 0 && (
          <button type="button" class="btn sm" aria-pressed={help.comparing} disabled={!verdict || far === 'busy'} onClick={compare}>
            <Flag aria-hidden="true" />
            {t('goals.compare')}
          </button>
        )}
        <a class="btn sm quiet" href={`#exercise-${exercise.id}`} onClick={help.read}>
          <Lightbulb aria-hidden="true" />
          {t('goals.hints')}
        </a>
        {other}
      </div>
    </>
  );
}

/** The first goal that is not met, what was found instead, and the picture that shows it. */
function Next({ exercise, verdict, help, locale }: Props & { readonly verdict: Verdict }) {
  const t = words(locale);
  const state = verdict.goals.find((one) => !one.finding.ok);
  const goal = exercise.goals.find((one) => one.id === state?.id);
  if (!state || !goal) return null;
  const picture = pictureOf(goal.check);
  return (
    <div class="goal-next">
      <p>
        <b>
          <Inline text={goal.say} />
        </b>
      </p>
      <p>
        <Found finding={state.finding} locale={locale} />
      </p>
      {picture && (
        <button type="button" class="btn sm" onClick={() => help.show(picture, state.finding.evidence)}>
          <ArrowRight aria-hidden="true" />
          {t('goals.picture', { picture: t(`picture.${picture}`) })}
        </button>
      )}
    </div>
  );
}

function sayDistance(far: Distance | 'busy' | 'failed', t: ReturnType<typeof words>): string {
  if (far === 'busy') return t('goals.far.busy');
  if (far === 'failed') return t('goals.far.failed');
  const { lines, files, complete, tried } = far;
  if (lines !== undefined) return t(`goals.far.${files ? 'files.' : ''}${lines === 1 ? 'one' : 'is'}`, { n: lines });
  return t(complete ? 'goals.far.none' : 'goals.far.more', { n: tried });
}

/** Other names and numbers, on a machine of their own: asked before, because what was begun is left. */
export function OtherValues({ onOther, t }: { onOther(): void; readonly t: ReturnType<typeof words> }) {
  const [asked, ask] = useState(false);
  return asked ? (
    <fieldset class="other-ask" aria-label={t('values.other')}>
      <span role="status">{t('values.ask')}</span>
      <button
        type="button"
        class="btn sm pri"
        onClick={() => {
          ask(false);
          onOther();
        }}
      >
        {t('values.yes')}
      </button>
      <button type="button" class="btn sm" onClick={() => ask(false)}>
        {t('values.no')}
      </button>
    </fieldset>
  ) : (
    <button type="button" class="btn sm quiet" title={t('values.say')} onClick={() => ask(true)}>
      <Shuffle aria-hidden="true" />
      {t('values.other')}
    </button>
  );
}
