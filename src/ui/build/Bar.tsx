// The controls above the drawing: which build, comparing, stepping, dry run, guessing.
import { CircleHelp, FlaskConical, GitCompareArrows, StepForward } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { BuildListing, BuildsView, BuildView } from '../session/view/index.ts';
import type { BuildWords } from './words.ts';

interface Props {
  readonly t: BuildWords;
  readonly builds: BuildsView | undefined;
  readonly shown: BuildView | undefined;
  readonly live: boolean;
  readonly comparing: boolean;
  readonly canCompare: boolean;
  readonly stepping: boolean;
  readonly guessing: boolean;
  readonly busy: boolean;
  readonly choose: (number: number) => void;
  readonly compare: () => void;
  readonly debug: () => void;
  readonly rehearse: () => void;
  readonly predict: () => void;
}

export function Bar({
  t,
  builds,
  shown,
  live,
  comparing,
  canCompare,
  stepping,
  guessing,
  busy,
  choose,
  compare,
  debug,
  rehearse,
  predict,
}: Props) {
  const list = builds?.list ?? [];
  return (
    <div class="pic-bar bpx-bar">
      {(list.length > 0 || shown !== undefined) && (
        <label class="choose">
          <span class="vh">{t('build.choose')}</span>
          <select value={String(shown?.number ?? '')} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {shown !== undefined && shown.number <= 0 && (
              <option value={String(shown.number)}>
                {t(shown.number === 0 ? 'build.option.plan' : 'build.option.rehearsal', { name: nameOf(shown, t) })}
              </option>
            )}
            {[...list].reverse().map((one) => (
              <option key={one.number} value={String(one.number)}>
                {t(one.ok ? 'build.option' : 'build.option.failed', { number: one.number, name: nameOf(one, t) })}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown !== undefined && !guessing && (
        <>
          <Toggle
            on={comparing}
            disabled={!canCompare && !comparing}
            act={compare}
            title={t(canCompare ? 'build.compare.with' : 'build.compare.none')}
          >
            <GitCompareArrows size={16} aria-hidden="true" />
            <span class="word">{t('build.compare')}</span>
          </Toggle>
          <Toggle on={stepping} act={debug} title={t('build.debug')}>
            <StepForward size={16} aria-hidden="true" />
            <span class="word">{t('build.debug')}</span>
          </Toggle>
        </>
      )}
      {live && (
        <span class="end">
          {!guessing && (
            <button type="button" class="btn quiet sm" disabled={busy} title={t('build.rehearse')} onClick={rehearse}>
              <FlaskConical size={16} aria-hidden="true" />
              <span class="word">{busy ? t('build.rehearsing') : t('build.rehearse.short')}</span>
            </button>
          )}
          <Toggle on={guessing} act={predict} title={t(guessing ? 'build.predict.stop' : 'build.predict')}>
            <CircleHelp size={16} aria-hidden="true" />
            <span class="word">{t(guessing ? 'build.predict.stop' : 'build.predict')}</span>
          </Toggle>
        </span>
      )}
    </div>
  );
}

const nameOf = ({ tags, dockerfile, target }: Pick<BuildListing, 'tags' | 'dockerfile' | 'target'>, t: BuildWords): string =>
  `${tags[0] ?? (dockerfile === 'Dockerfile' || dockerfile === '' ? t('build.untagged') : dockerfile)}${target === '' ? '' : ` (${target})`}`;

interface ToggleProps {
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly act: () => void;
  readonly children: ComponentChildren;
}

function Toggle({ on, disabled = false, title, act, children }: ToggleProps) {
  return (
    <button
      type="button"
      class={`btn quiet sm${on ? ' on' : ''}`}
      aria-pressed={on}
      disabled={disabled}
      {...(title === undefined ? {} : { title })}
      onClick={act}
    >
      {children}
    </button>
  );
}
