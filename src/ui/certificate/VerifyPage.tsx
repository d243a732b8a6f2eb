// A certificate's file is given to this page, by choosing, dropping or pasting; what was verified is said entry by entry.
import { FileInput, OctagonX } from 'lucide-preact';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { useFileDrop } from '../file-drop/index.ts';
import { CertificateError } from './format.ts';
import { Result } from './Result.tsx';
import type { Report } from './run.ts';
import { certificateWords } from './words.ts';

interface Props {
  readonly locale: Locale;
  /** Titles of tracks by their ids. */
  readonly tracks: Readonly<Record<string, string>>;
}

export function VerifyPage({ locale, tracks }: Props): JSX.Element {
  const t = certificateWords(locale);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const [report, setReport] = useState<Report | undefined>();
  const [state, setState] = useState<'idle' | 'loading' | 'busy' | 'done' | 'stopped'>('idle');
  const stop = useRef<AbortController | undefined>(undefined);

  const verify = async (given: string | Promise<string>) => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setTrouble('');
    setReport(undefined);
    setState('loading');
    try {
      const content = await given;
      const { verifyFile } = await import('./run.ts');
      await verifyFile(content, locale, mine.signal, (now) => {
        if (mine.signal.aborted) return;
        setReport(now);
        setState('busy');
      });
      if (!mine.signal.aborted) setState('done');
    } catch (error) {
      if (mine.signal.aborted) return;
      setState('idle');
      setTrouble(
        error instanceof CertificateError
          ? t(`verify.file.${error.trouble}`)
          : t('verify.file.failed', { why: error instanceof Error ? error.message : String(error) }),
      );
    }
  };
  const drop = useFileDrop((file) => {
    void verify(file.size > 8_000_000 ? Promise.reject(new CertificateError('large')) : file.text());
  });
  return (
    <>
      <section class={`verify-in js-only${drop.over ? ' over' : ''}`} aria-label={t('verify.title')} {...drop.zone}>
        <p class="row">
          <button type="button" class="btn pri lg" onClick={drop.choose}>
            <FileInput aria-hidden="true" />
            {t('verify.open')}
          </button>
          <span class="muted">{t('verify.drop')}</span>
        </p>
        {drop.input}
        <details>
          <summary>{t('verify.paste')}</summary>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void verify(text);
            }}
          >
            <textarea
              id="verify-text"
              class="mono"
              rows={5}
              spellcheck={false}
              autocomplete="off"
              aria-label={t('verify.paste')}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit" class="btn">
              {t('verify.go')}
            </button>
          </form>
        </details>
      </section>
      <div role="status">
        {state === 'loading' && <p class="verify-busy">{t('verify.loading')}</p>}
        {trouble !== '' && (
          <p class="verify-trouble">
            <OctagonX aria-hidden="true" />
            <span>{trouble}</span>
          </p>
        )}
      </div>
      {report && (
        <Result
          report={report}
          busy={state === 'busy'}
          stopped={state === 'stopped'}
          locale={locale}
          tracks={tracks}
          t={t}
          onStop={() => {
            stop.current?.abort();
            setState('stopped');
          }}
        />
      )}
    </>
  );
}
