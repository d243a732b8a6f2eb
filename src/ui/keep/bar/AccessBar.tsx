// Says when another tab keeps this lab, and what can be done about it.
import { Copy, MonitorUp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import { deviceStore, type Session } from '../../session/index.ts';
import { addressOfBox } from '../address.ts';
import { whyOf } from '../trouble.ts';
import { barWords } from './words.ts';
import './bar.css';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
}

export function AccessBar({ session, locale }: Props) {
  const t = barWords(locale);
  const [taking, setTaking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const access = session.access.value;
  if (access === 'here') return null;
  const copy = async () => {
    try {
      const saved = await session.save();
      const { id } = await deviceStore().create('', { version: 2, saved, history: session.history, commands: session.turns.value.length });
      location.assign(addressOfBox(locale, id));
    } catch (error) {
      setTrouble(t('access.failed', { why: whyOf(error) }));
    }
  };
  return (
    <div class="keep-access" role="status" data-explain="keep.tabs">
      <MonitorUp aria-hidden="true" />
      <span class="grow">{trouble !== '' ? trouble : taking ? t('access.taking') : t(`access.${access}`)}</span>
      <button
        type="button"
        class="btn sm"
        disabled={taking}
        onClick={() => {
          setTaking(true);
          void session.takeOver().finally(() => setTaking(false));
        }}
      >
        {t(access === 'free' ? 'access.continue' : 'access.take')}
      </button>
      <button type="button" class="btn sm" disabled={taking} onClick={() => void copy()}>
        <Copy aria-hidden="true" />
        {t('access.copy')}
      </button>
    </div>
  );
}
