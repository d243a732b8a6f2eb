// The ruled strip under every picture: the facts in words and numbers, and the moment they are of. It is also the spoken summary.
import { useContext } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import { GradedContext } from './graded.ts';

interface Props {
  readonly locale: Locale;
  /** Name and value, most important first. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly live: boolean;
  readonly turn: number | undefined;
}

export function TitleBlock({ locale, facts, live, turn }: Props) {
  const t = words(locale);
  const graded = useContext(GradedContext);
  return (
    <div class={`tblock${live || graded ? '' : ' past'}`} role="status">
      {facts.map(([name, value]) => (
        <div key={name}>
          <span>{name}</span> <b>{value}</b>
        </div>
      ))}
      <div>
        {graded ? (
          <>
            <i class="ungraded-key" aria-hidden="true" /> {graded.label}
          </>
        ) : (
          <span>{turn === undefined ? t('stack.start') : t(live ? 'stack.after' : 'picture.at', { n: turn })}</span>
        )}
      </div>
    </div>
  );
}
