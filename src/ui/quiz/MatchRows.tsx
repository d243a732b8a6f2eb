// Rows that each belong to one bin: a list to choose from beside every row.
import { Check, X } from 'lucide-preact';
import { Inline } from '../text/index.ts';
import { pairsOf } from './model.ts';
import { inOrder, type PartProps, plain } from './parts.ts';

export function MatchRows({ item, locale, t, places, answer, judged, label, onAnswer }: PartProps<'match'>) {
  const chosen = pairsOf(answer);
  const choose = (row: string, bin: string) => onAnswer([...answer.filter((pair) => !pair.startsWith(`${row}=`)), `${row}=${bin}`]);
  const sayOf = (id: string) => item.bins.find((bin) => bin.id === id)?.say[locale] ?? '';
  return (
    <ul class="match">
      {inOrder(item.rows, places).map((row) => {
        const state = judged?.states[row.id] ?? 'open';
        const id = `${label}-${row.id}`;
        return (
          <li key={row.id} class={`match-row ${state}`} data-row={row.id}>
            <span class="match-say" id={id}>
              <Inline text={row.say[locale]} />
            </span>
            <select
              aria-labelledby={id}
              value={chosen[row.id] ?? ''}
              disabled={judged !== undefined}
              onChange={(event) => choose(row.id, event.currentTarget.value)}
            >
              <option value="">{t('match.choose')}</option>
              {item.bins.map((bin) => (
                <option key={bin.id} value={bin.id}>
                  {plain(bin.say[locale])}
                </option>
              ))}
            </select>
            {judged && (
              <p class="why">
                {state === 'right' ? <Check class="ok" aria-hidden="true" /> : <X class="bad" aria-hidden="true" />}
                <span>
                  <b>{state === 'right' ? t('match.right') : <Inline text={t('match.truth', { bin: sayOf(row.bin) })} />}</b>{' '}
                  <Inline text={row.why[locale]} />
                </span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
