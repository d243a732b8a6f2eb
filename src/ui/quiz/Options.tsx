// Options of a single, multiple or predict question, with an explanation under every one once it is checked.
import { Check, X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Inline } from '../text/index.ts';
import { inOrder, type PartProps } from './parts.ts';

export function Options({ item, locale, t, places, answer, judged, onAnswer }: PartProps<'single' | 'multiple' | 'predict'>) {
  const one = item.kind !== 'multiple';
  const toggle = (id: string) => onAnswer(one ? [id] : answer.includes(id) ? answer.filter((other) => other !== id) : [...answer, id]);
  return (
    <div class="opts">
      {inOrder(item.options, places).map((option, index) => {
        const state = judged?.states[option.id] ?? 'open';
        const chosen = answer.includes(option.id);
        return (
          <label key={option.id} class={`opt ${state}${chosen ? ' chosen' : ''}`}>
            <input
              class="vh"
              type={one ? 'radio' : 'checkbox'}
              name={item.id}
              value={option.id}
              checked={chosen}
              disabled={judged !== undefined}
              onChange={() => toggle(option.id)}
            />
            <span class="k" aria-hidden="true">
              {state === 'wrong' ? (
                <X />
              ) : state === 'right' || state === 'missed' || (state === 'open' && chosen) ? (
                <Check />
              ) : (
                String.fromCharCode(65 + index)
              )}
            </span>
            <span class="grow">
              {option.say[locale].includes('\n') ? <pre class="opt-lines">{option.say[locale]}</pre> : <Inline text={option.say[locale]} />}
              {judged && (
                <span class="why">
                  <Inline text={option.why[locale]} />
                  {option.myth !== undefined && <MythLink myth={option.myth} say={t('myth')} />}
                </span>
              )}
            </span>
            <span class="tagw">
              {state === 'wrong'
                ? t('yours')
                : state === 'right' || (state === 'missed' && one)
                  ? t('right')
                  : state === 'missed'
                    ? t('missed')
                    : ''}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** To the box that takes the misconception apart, when this page has it. */
function MythLink({ myth, say }: { readonly myth: string; readonly say: string }) {
  const anchor = myth.toLowerCase();
  const [here, setHere] = useState(false);
  useEffect(() => setHere(document.getElementById(anchor) !== null), [anchor]);
  if (!here) return null;
  return (
    <>
      {' '}
      <a class="myth-link" href={`#${anchor}`}>
        {say}
      </a>
    </>
  );
}
