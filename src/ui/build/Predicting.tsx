// The strip above the drawing while something is guessed, and the score after it.
import { X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { BuildModel } from './model.ts';
import { guessable, type Judged, type Verdict } from './predict.ts';
import { sayCause, sayMark, sayPlace } from './text.ts';
import type { Prediction } from './use-prediction.ts';
import type { BuildWords } from './words.ts';

interface GuessingProps {
  readonly t: BuildWords;
  readonly model: BuildModel;
  readonly prediction: Prediction;
  readonly go: () => void;
}

export function Guessing({ t, model, prediction: { path, guesses, waiting, read }, go }: GuessingProps) {
  const [typed, setTyped] = useState(path);
  useEffect(() => setTyped(path), [path]);
  const steps = guessable(model);
  const left = steps.filter(({ key }) => !guesses.has(key)).length;
  return (
    <div class="bpx-strip">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void read(typed);
        }}
      >
        <label>
          <span>{t('build.predict.path')}</span>
          <input
            type="text"
            value={typed}
            spellcheck={false}
            autocapitalize="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        {typed !== path && (
          <button type="submit" class="btn sm">
            {t('build.predict.read')}
          </button>
        )}
      </form>
      <p>{steps.length === 0 ? t('build.predict.none') : t('build.predict.intro')}</p>
      <div class="act">
        <button type="button" class="btn pri sm" disabled={waiting || left === steps.length} onClick={go}>
          {t('build.predict.go')}
        </button>
        <span class="muted" role="status">
          {waiting ? t('build.predict.waiting') : left > 0 ? t('build.predict.left', { n: left }) : ''}
        </span>
        <code>{model.command}</code>
      </div>
    </div>
  );
}

interface ScoreProps {
  readonly t: BuildWords;
  readonly model: BuildModel;
  readonly verdict: Verdict;
  readonly again: (() => void) | undefined;
  readonly close: () => void;
}

export function Score({ t, model, verdict, again, close }: ScoreProps) {
  return (
    <div class="bpx-strip score" role="status">
      <p>
        <b>{t('build.predict.score', { right: verdict.right, all: verdict.answered })}</b>
        {verdict.open > 0 && ` ${t('build.predict.unreached', { n: verdict.open })}`}
      </p>
      <ul>
        {scoreLines(verdict, model, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="act">
        {again && (
          <button type="button" class="btn sm" onClick={again}>
            {t('build.predict.again')}
          </button>
        )}
        <button type="button" class="btn quiet sm icon" aria-label={t('build.debug.close')} onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

/** One sentence for each guess that was not so. */
export function scoreLines({ rows }: Verdict, model: BuildModel, t: BuildWords): string[] {
  return [...rows.values()]
    .filter(({ right }) => right === false)
    .map((row) =>
      t('build.predict.differs', {
        step: sayPlace(row.station, model, t),
        guess: t(`build.predict.${row.guess}`),
        truth: sayTruth(row, model, t),
      }),
    );
}

function sayTruth({ truth, station }: Judged, model: BuildModel, t: BuildWords): string {
  const { cause, mark } = station;
  if (truth === 'cached') return t('build.predict.truth.cached');
  if (truth === 'failed') return t('build.predict.truth.failed');
  if (mark === 'because') return sayMark(station, model, t);
  return t('build.predict.truth.ran', { cause: cause === undefined ? t('build.mark.ran') : sayCause(cause, t) });
}
