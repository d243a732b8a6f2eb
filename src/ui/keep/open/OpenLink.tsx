// A shared link as it is opened: what is in it is shown first; it becomes a sandbox of its own, or nothing.
import { ArrowRight, Box, OctagonX } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { address, type Locale } from '../../../i18n/index.ts';
import { deviceStore } from '../../session/storage.ts';
import { addressOfBox, firstBox, isLink } from '../address.ts';
import { decodeLink, LinkError, type Shared } from '../link/link.ts';
import { commandCount } from '../share/counts.ts';
import { factsOf } from '../state.ts';
import { whyOf } from '../trouble.ts';
import { type KeepWord, type KeepWords, keepWords } from '../words.ts';
import './open.css';

/** Commands that are shown before they are folded. */
const shown = 8;

interface Seen {
  readonly shared?: Shared;
  readonly trouble?: KeepWord;
}

export function OpenLink({ locale }: { readonly locale: Locale }) {
  const t = keepWords(locale);
  const [seen, setSeen] = useState<Seen>({});
  const [denied, setDenied] = useState('');
  useEffect(() => {
    const read = () => {
      const fragment = location.hash;
      // The other language's page opens the same link.
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a.lang')) link.hash = fragment;
      setSeen({});
      if (!isLink(fragment)) setSeen({ trouble: fragment.length > 1 ? 'link.damaged' : 'link.none' });
      else
        decodeLink(fragment).then(
          (shared) => setSeen({ shared }),
          (error: unknown) => setSeen({ trouble: error instanceof LinkError ? `link.${error.trouble}` : 'link.damaged' }),
        );
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const { shared, trouble } = seen;
  const own = addressOfBox(locale, firstBox);
  const open = async () => {
    if (!shared) return;
    const { commands } = factsOf(shared.saved);
    try {
      const { id } = await deviceStore().create(shared.title, {
        version: 2,
        saved: shared.saved,
        history: [...commands],
        commands: commands.length,
      });
      location.replace(addressOfBox(locale, id));
    } catch (error) {
      setDenied(t('link.denied', { why: whyOf(error) }));
    }
  };
  if (trouble !== undefined)
    return (
      <>
        <h1>{t('link.refused')}</h1>
        <div class="keep-open bad" role="alert">
          <OctagonX aria-hidden="true" />
          <div>
            <p class="what">{t(trouble)}</p>
            <p class="muted">{t('link.kept')}</p>
            <a class="btn" href={own}>
              {t('link.discard')}
            </a>
          </div>
        </div>
      </>
    );
  return (
    <>
      <h1>{t('link.title')}</h1>
      <p class="lead">{t('link.lead')}</p>
      {!shared && (
        <p class="label" role="status">
          {t('link.reading')}
        </p>
      )}
      {shared && (
        <div class="keep-open">
          <Content shared={shared} locale={locale} t={t} />
          {denied !== '' && (
            <p class="denied" role="alert">
              {denied}
            </p>
          )}
          <div class="row">
            <button type="button" class="btn pri lg" onClick={() => void open()}>
              {t('link.open')}
              <ArrowRight aria-hidden="true" />
            </button>
            <a class="btn quiet lg" href={own}>
              {t('link.discard')}
            </a>
          </div>
        </div>
      )}
    </>
  );
}

function Content({ shared, locale, t }: { readonly shared: Shared; readonly locale: Locale; readonly t: KeepWords }) {
  const { commands, elsewhere, machines, uploads } = factsOf(shared.saved);
  const lesson = /^lesson-([a-z0-9-]+)(?:$|[/~])/.exec(shared.lab)?.[1];
  const at = lesson === undefined ? '' : address(locale, `learn/${lesson}/`);
  return (
    <>
      <p class="name">
        <Box class="l" aria-hidden="true" />
        <b>{shared.title === '' ? t('box.untitled') : shared.title}</b>
        <span class="muted num">
          {[
            commandCount(commands.length, t),
            ...(elsewhere > 0 ? [t('share.in.branches', { n: elsewhere })] : []),
            ...(machines > 1 ? [t('share.in.machines', { n: machines })] : []),
          ].join(' · ')}
        </span>
      </p>
      {uploads.length > 0 && <p class="denied">{t('link.uploads', { names: uploads.map(({ name }) => name).join(', ') })}</p>}
      {commands.length > 0 && (
        <>
          <p>{t('link.runs')}</p>
          <ol class="mono">
            {commands.slice(0, shown).map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
          {commands.length > shown && (
            <details>
              <summary>{t('link.more', { n: commands.length - shown })}</summary>
              <ol class="mono" start={shown + 1}>
                {commands.slice(shown).map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
      {lesson !== undefined && (
        <p class="muted">
          {t('link.lesson')} <a href={at}>{t('link.lesson.go')}</a>
        </p>
      )}
    </>
  );
}
