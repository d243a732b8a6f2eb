// The checklist: every goal with who met it or why not yet; a trap's sentence when one matches; how short the way was; what helps.

import { CircleCheck, CircleHelp, Flag, OctagonX, SquareDashed } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { GoalState, Verdict } from '../../grader/index.ts';
import { type Locale, sentences, words } from '../../i18n/index.ts';
import { nextSeed, type PageExercise } from '../exercise/model.ts';
import { seedOf, setSeed } from '../exercise/seed.ts';
import { tickWanted } from '../exercise/wanted.ts';
import { late } from '../late/index.tsx';
import { Inline } from '../text/index.ts';
import { type Help, OtherValues, Tools } from './Tools.tsx';

const Found = late(async () => (await import('./Found.tsx')).Found);

interface Props {
  readonly exercise: PageExercise;
  readonly verdict: Verdict | undefined;
  /** Successful commands up to the one that met the last goal. */
  readonly commands: number;
  /** Its questions are not all right yet. */
  readonly questionsOpen: boolean;
  readonly help: Help;
  /** Lines by number, to name the command that broke a goal. */
  lineOf(turn: number): string | undefined;
  readonly locale: Locale;
}

export function Goals({ exercise, verdict, commands, questionsOpen, help, lineOf, locale }: Props) {
  const t = words(locale);
  const [folded, fold] = useState(false);
  // Two pictures are compared, or the window is low: they need the room.
  useEffect(() => fold(help.comparing || isLow()), [help.comparing]);
  const states = verdict?.goals ?? [];
  const held = states.filter((goal) => goal.finding.ok).map(({ id }) => id);
  const met = held.length;
  useEffect(() => tickWanted(exercise.id, held), [exercise.id, verdict]);
  const all = exercise.goals.length;
  const trap = exercise.traps.find((one) => one.id === verdict?.trap);
  const broke = states.some((goal) => goal.brokenBy !== undefined);
  const way = { n: commands, par: exercise.par };
  return (
    <section class="goals" aria-label={`${t('dock.goals')}: ${exercise.title}`} data-passed={verdict?.passed ?? false}>
      <div class="goals-h">
        <Flag aria-hidden="true" />
        <b>{exercise.title}</b>
        <span class="pips" aria-hidden="true">
          {exercise.goals.map((goal) => {
            const state = states.find((one) => one.id === goal.id);
            return <i key={goal.id} class={state?.finding.ok ? 'on' : state?.brokenBy === undefined ? '' : 'br'} />;
          })}
        </span>
        <span class="num ink2 count" role="status">
          {verdict?.passed
            ? sentences(
                locale,
                t('goals.all', { all }),
                t(commands <= exercise.par ? 'goals.par' : 'goals.way', way),
                questionsOpen && t('goals.questions'),
              )
            : t('goals.count', { n: met, all })}
        </span>
        <span class="grow" />
        <button type="button" class="btn quiet sm fold" aria-expanded={!folded} onClick={() => fold(!folded)}>
          {folded ? '+' : '−'}
          <span class="vh">{t('dock.goals')}</span>
        </button>
      </div>
      {trap && !folded && (
        <div class="trap" role="status">
          {broke ? <OctagonX aria-hidden="true" /> : <CircleHelp aria-hidden="true" />}
          <p>
            <Inline text={trap.say} />
          </p>
        </div>
      )}
      {!folded && (
        <Tools
          exercise={exercise}
          verdict={verdict}
          help={help}
          locale={locale}
          list={
            <ul class="goal-list">
              {exercise.goals.map((goal) => (
                <GoalRow key={goal.id} goal={goal} state={states.find((one) => one.id === goal.id)} lineOf={lineOf} locale={locale} />
              ))}
            </ul>
          }
          other={
            Object.keys(exercise.vary).length > 0 && (
              <OtherValues
                t={t}
                onOther={() => setSeed(exercise.lesson, exercise.id, nextSeed(exercise, seedOf(exercise.lesson, exercise.id)))}
              />
            )
          }
        />
      )}
    </section>
  );
}

/** Beside the text and too low for a list of goals between picture and terminal. */
const isLow = (): boolean => matchMedia('(min-width: 1100px) and (max-height: 799.98px)').matches;

interface RowProps {
  readonly goal: PageExercise['goals'][number];
  readonly state: GoalState | undefined;
  lineOf(turn: number): string | undefined;
  readonly locale: Locale;
}

function GoalRow({ goal, state, lineOf, locale }: RowProps) {
  const t = words(locale);
  const [open, setOpen] = useState(false);
  const kind = state?.finding.ok ? 'met' : state?.brokenBy === undefined ? 'unmet' : 'broke';
  const line = state?.brokenBy === undefined ? undefined : lineOf(state.brokenBy);
  return (
    <li class={`goal ${kind}`} data-goal={goal.id} data-met={kind === 'met'}>
      {kind === 'met' ? (
        <CircleCheck aria-hidden="true" />
      ) : kind === 'broke' ? (
        <OctagonX aria-hidden="true" />
      ) : (
        <SquareDashed aria-hidden="true" />
      )}
      <span class="g">
        <Inline text={goal.say} />
      </span>
      <span class="by num">
        {kind === 'met' ? (
          state?.since ? (
            t('goals.by', { n: state.since })
          ) : (
            t('goals.start')
          )
        ) : state ? (
          <button type="button" class="why-btn" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('goals.why')}
          </button>
        ) : (
          t('goals.wait')
        )}
      </span>
      {open && state && kind !== 'met' && (
        <dl class="because">
          <dt>{t('goals.found')}</dt>
          <dd>
            <Found finding={state.finding} locale={locale} />
          </dd>
          {state.brokenBy !== undefined && (
            <>
              <dt>{t('goals.since')}</dt>
              <dd>
                {t('goals.sinceCommand', { n: state.brokenBy })} {line !== undefined && <code>{line}</code>}
              </dd>
            </>
          )}
        </dl>
      )}
    </li>
  );
}
