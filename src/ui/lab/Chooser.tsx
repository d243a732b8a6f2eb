// The row at the top of a lab: which of its machines is in front, and in which Docker the lab's own one runs.
import { Check, Flag, Server } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Words } from '../../i18n/index.ts';
import type { PageExercise } from '../exercise/model.ts';
import { isPassed, useProgress } from '../progress/index.ts';
import type { Profile } from './props.ts';

interface Props {
  readonly exercises: readonly PageExercise[];
  readonly chosen: string | undefined;
  onChoose(exercise: string | undefined): void;
  readonly t: Words;
  readonly children?: ComponentChildren;
}

export function Chooser({ exercises, chosen, onChoose, t, children }: Props) {
  const progress = useProgress();
  const withGoals = exercises.filter(({ goals }) => goals.length > 0);
  if (withGoals.length === 0 && !children) return null;
  return (
    <div class="lab-choose">
      {withGoals.length > 0 && (
        <nav aria-label={t('choose.label')}>
          <button type="button" class="pick" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
            <Server aria-hidden="true" />
            <span>{t('choose.lesson')}</span>
          </button>
          {withGoals.map((exercise) => {
            const done = isPassed(exercise.lesson, exercise.id, progress);
            return (
              <button
                key={exercise.id}
                type="button"
                class={`pick${done ? ' done' : ''}`}
                data-pick={exercise.id}
                aria-pressed={chosen === exercise.id}
                title={exercise.title}
                onClick={() => onChoose(exercise.id)}
              >
                {done ? <Check aria-hidden="true" /> : <Flag aria-hidden="true" />}
                <b class="num">{exercises.indexOf(exercise) + 1}</b>
                <span>{exercise.title}</span>
                {done && <i class="vh">, {t('choose.passed')}</i>}
              </button>
            );
          })}
        </nav>
      )}
      {children}
    </div>
  );
}

interface SwitchProps {
  readonly profiles: readonly Profile[];
  readonly profile: Profile;
  onChange(profile: Profile): void;
  readonly t: Words;
}

/** Which Docker: each has a machine of its own. */
export function ProfileSwitch({ profiles, profile, onChange, t }: SwitchProps) {
  if (profiles.length < 2) return null;
  return (
    <label class="profile-switch">
      <span class="vh">{t('profile.label')}</span>
      <select
        class="field sm"
        value={profile}
        title={t('profile.say')}
        onChange={({ currentTarget }) => onChange(currentTarget.value as Profile)}
      >
        {profiles.map((one) => (
          <option key={one} value={one}>
            {t(`profile.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
