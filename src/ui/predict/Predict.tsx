// "Predict first": choose for every row, then see the truth beside the guess. Readable without a script: the rows and choices are there.
import { Check, EyeOff, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Predict as PredictData } from '../../course/index.ts';
import { type Locale, words } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';

interface Props {
  readonly predict: PredictData;
  readonly locale: Locale;
}

export function Predict({ predict, locale }: Props) {
  const t = words(locale);
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({});
  const [locked, lock] = useState(false);
  const [asked, ask] = useState(false);
  const complete = predict.rows.every((row) => row.id in chosen);
  const right = predict.rows.filter((row) => chosen[row.id] === row.truth).length;
  const again = () => {
    lock(false);
    choose({});
    ask(false);
  };
  const sayOf = (id: string) => predict.choices.find((choice) => choice.id === id)?.say[locale] ?? id;
  return (
    <section class="box predict" aria-labelledby={`predict-${predict.id}`}>
      <div class="bh">
        <EyeOff aria-hidden="true" />
        <span id={`predict-${predict.id}`}>{t('predict.head')}</span>
        <span class="label ask">
          <Inline text={predict.ask[locale]} />
        </span>
      </div>
      {predict.rows.map((row) => {
        const ok = chosen[row.id] === row.truth;
        return (
          <fieldset key={row.id} class={`predict-row${locked ? (ok ? ' right' : ' wrong') : ''}`}>
            <legend class="vh">{row.say ? <Inline text={row.say[locale]} /> : row.show}</legend>
            {row.say ? (
              <span class="words">
                <Inline text={row.say[locale]} />
              </span>
            ) : (
              <code>{row.show}</code>
            )}
            <span class="seg">
              {predict.choices.map((choice) => (
                <label key={choice.id}>
                  <input
                    type="radio"
                    name={`${predict.id}-${row.id}`}
                    value={choice.id}
                    checked={chosen[row.id] === choice.id}
                    disabled={locked}
                    onChange={() => choose((was) => ({ ...was, [row.id]: choice.id }))}
                  />
                  <Inline text={choice.say[locale]} />
                </label>
              ))}
            </span>
            {locked && (
              <p class="why">
                {ok ? <Check class="ok" aria-hidden="true" /> : <X class="bad" aria-hidden="true" />}
                <span>
                  <b>{ok ? t('predict.right') : t('predict.truth', { truth: sayOf(row.truth) })}</b> <Inline text={row.why[locale]} />
                </span>
              </p>
            )}
          </fieldset>
        );
      })}
      <div class="row acts js-only">
        {locked ? (
          <button type="button" class="btn sm" onClick={again}>
            {t('predict.again')}
          </button>
        ) : (
          <button type="button" class="btn pri sm" onClick={() => (complete ? lock(true) : ask(true))}>
            {t('predict.compare')}
          </button>
        )}
        <span class="label" role="status">
          {locked ? t('predict.score', { n: right, all: predict.rows.length }) : asked && !complete ? t('predict.choose') : ''}
        </span>
      </div>
    </section>
  );
}
