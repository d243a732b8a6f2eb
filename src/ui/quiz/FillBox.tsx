// A word or line to be typed.
import { Check, X } from 'lucide-preact';
import { Inline } from '../text/index.ts';
import type { PartProps } from './parts.ts';

export function FillBox({ item, locale, t, answer, judged, label, onAnswer, onCheck }: PartProps<'fill'>) {
  return (
    <div class="opts-below">
      <div class={`typed ${judged?.states.text ?? 'open'}`}>
        <input
          type="text"
          aria-labelledby={label}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={answer[0] ?? ''}
          readOnly={judged !== undefined}
          onInput={(event) => onAnswer([event.currentTarget.value])}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || judged) return;
            event.preventDefault();
            onCheck();
          }}
        />
        {judged && (judged.right ? <Check class="ok" aria-hidden="true" /> : <X class="bad" aria-hidden="true" />)}
      </div>
      {judged && (
        <p class="why-below">
          {!judged.right && (
            <>
              {t('fill.accepts')} {item.accept.map((one, index) => [index > 0 && ' · ', <code key={one}>{one}</code>])}
              <br />
            </>
          )}
          <Inline text={item.why[locale]} />
        </p>
      )}
    </div>
  );
}
