// The Explain button, the copy button, and the note after a failed command. Texts are fetched when first needed.
import { CircleHelp, ClipboardCopy } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { Goal } from './report.ts';
import { explainWords } from './words.ts';
import './explain.css';

type Loaded = typeof import('./load.ts');

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly lessons: Readonly<Record<string, string>>;
  readonly goal?: Omit<Goal, 'verdict'>;
}

/** Loads the texts once `wanted` is true. */
function useLoaded(wanted: boolean): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded | undefined>();
  useEffect(() => {
    if (wanted && !loaded) void import('./load.ts').then(setLoaded);
  }, [wanted, loaded]);
  return loaded;
}

export function ExplainBar({ session, locale, lessons, goal }: Props) {
  const t = explainWords(locale);
  const [mode, setMode] = useState(false);
  const [asked, ask] = useState<Element | undefined>();
  const [said, say] = useState('');
  const loaded = useLoaded(mode || asked !== undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== '?' || !target?.closest('.lab') || target.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      ask(target);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const copy = async () => {
    const { report } = await import('./load.ts');
    const { view } = session.shown.value;
    if (!view) return;
    const text = report(view, session.turns.value, goal && { ...goal, verdict: session.verdict.value }, t);
    await navigator.clipboard.writeText(text).then(
      () => say(t('copied')),
      () => say(t('copy.failed')),
    );
  };
  return (
    <div class="xp-bar">
      <button type="button" class="btn quiet sm" aria-pressed={mode} title={t('button.say')} onClick={() => setMode(!mode)}>
        <CircleHelp aria-hidden="true" />
        <span class="say">{t('button')}</span>
      </button>
      <button type="button" class="btn quiet sm" aria-label={t('copy')} title={t('copy.say')} onClick={() => void copy()}>
        <ClipboardCopy aria-hidden="true" />
        <span class="say">{t('copy')}</span>
      </button>
      <span class="vh" role="status">
        {said}
      </span>
      {loaded && (
        <loaded.Explain
          locale={locale}
          lessons={lessons}
          mode={mode}
          asked={asked}
          onEnd={() => {
            setMode(false);
            ask(undefined);
          }}
        />
      )}
    </div>
  );
}

/** The note under the terminal. */
export function FailureNote({ session, locale, lessons }: Omit<Props, 'goal'>) {
  const turn = session.turns.value.at(-1);
  const failed = turn !== undefined && turn.exit !== 0 && turn.exit !== 130 ? turn : undefined;
  const [closed, close] = useState<number | undefined>();
  const loaded = useLoaded(failed !== undefined);
  if (!loaded || !failed || failed.number === closed || session.busy.value.size > 0) return null;
  return <loaded.Failure turn={failed} locale={locale} lessons={lessons} onClose={() => close(failed.number)} />;
}
