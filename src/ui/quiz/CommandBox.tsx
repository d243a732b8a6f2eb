// A command to be typed: it is run on a machine of its own, which is started by the first check. Shows what it printed and what is missing.
import { OctagonX, Square } from 'lucide-preact';
import type { Locale } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';
import type { ItemOf } from './model.ts';
import type { Trial } from './use-trial.ts';
import type { QuizWords } from './words.ts';

interface Props {
  readonly item: ItemOf<'command'>;
  readonly locale: Locale;
  readonly t: QuizWords;
  readonly line: string;
  readonly trial: Trial;
  /** Checked, rightly or not. */
  readonly checked: boolean;
  readonly label: string;
  onLine(line: string): void;
  onCheck(): void;
}

export function CommandBox({ item, locale, t, line, trial, checked, label, onLine, onCheck }: Props) {
  const { state, result } = trial;
  const busy = state === 'loading' || state === 'running';
  return (
    <div class="opts-below">
      <div class="typed cmd">
        <span class="ps" aria-hidden="true">
          $
        </span>
        <input
          type="text"
          aria-labelledby={label}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={line}
          readOnly={busy || checked}
          onInput={(event) => onLine(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'c' && event.ctrlKey && busy) trial.stop();
            else if (event.key === 'Enter' && !event.isComposing && !busy && !checked) onCheck();
            else return;
            event.preventDefault();
          }}
        />
        {busy && (
          <button type="button" class="btn sm" onClick={trial.stop}>
            <Square aria-hidden="true" />
            {t('command.stop')}
          </button>
        )}
      </div>
      {(busy || result !== undefined) && (
        <div class="printed">
          <div class="label">
            {state === 'loading' ? t('command.loading') : state === 'running' ? t('command.running') : t('command.output')}
            {result && !busy && <span class="num">{t('command.exit', { n: result.exit })}</span>}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the output scrolls, so the keyboard must reach it */}
          {trial.output !== '' && <pre tabIndex={0}>{trial.output}</pre>}
          {trial.output === '' && result && !busy && <p>{t('command.silent')}</p>}
          {result?.cut && <p>{t('command.cut')}</p>}
          {result?.stopped && <p>{result.stopped === 'time' ? t('command.time', { n: 10 }) : t('command.stopped')}</p>}
        </div>
      )}
      {trial.failure !== undefined && <p class="why-below">{t('command.failed', { why: trial.failure })}</p>}
      {checked && result !== undefined && result.missing.length > 0 && (
        <div class="missing">
          <b>
            <OctagonX aria-hidden="true" />
            {t('command.missing')}
          </b>
          <ul>
            {result.missing.map((text) => (
              <li key={text}>
                <Inline text={text} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked && (
        <>
          <p class="why-below">
            <Inline text={item.why[locale]} />
          </p>
          <details class="ways">
            <summary>{t('command.solutions')}</summary>
            {item.solutions.map((one) => (
              <pre key={one}>{one}</pre>
            ))}
          </details>
        </>
      )}
    </div>
  );
}
