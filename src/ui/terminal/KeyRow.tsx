// Keys that a phone's keyboard does not have, in a row that scrolls sideways. It keeps the focus, and so the keyboard, where it is.
import { ListPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { controlKeys, extraKeys, withControl } from './keys.ts';
import type { TerminalWords } from './words.ts';

interface Props {
  readonly t: TerminalWords;
  readonly composing: boolean;
  type(data: string): void;
  onCompose(): void;
}

export function KeyRow({ t, composing, type, onCompose }: Props) {
  const [control, hold] = useState(false);
  const press = (data: string): void => {
    type(control ? withControl(data) : data);
    hold(false);
  };
  const still = (event: Event): void => event.preventDefault();
  return (
    <fieldset class="keys" aria-label={t('keys')}>
      <button type="button" class="keys-compose" aria-pressed={composing} aria-label={t('keys.compose.long')} onClick={onCompose}>
        <ListPlus aria-hidden="true" />
        {t('keys.compose')}
      </button>
      <div class="keys-scroll">
        <button type="button" aria-pressed={control} onPointerDown={still} onClick={() => hold(!control)}>
          Ctrl
        </button>
        {control
          ? controlKeys.map((label) => (
              <button type="button" key={label} aria-label={`Ctrl ${label}`} onPointerDown={still} onClick={() => press(label)}>
                {label}
              </button>
            ))
          : extraKeys.map(({ label, name, data }) => (
              <button
                type="button"
                key={label}
                onPointerDown={still}
                onClick={() => press(data)}
                {...(name ? { 'aria-label': t(name) } : {})}
              >
                {label}
              </button>
            ))}
      </div>
      <button type="button" class="keys-run" onPointerDown={still} onClick={() => type('\r')}>
        {t('keys.run')}
      </button>
    </fieldset>
  );
}
