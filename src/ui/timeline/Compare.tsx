// What differs between two points, as a table: added, changed, removed.
import { X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Difference, Session } from '../session/index.ts';
import type { TimelineWords } from './words.ts';
import './compare.css';

interface Props {
  readonly session: Session;
  readonly t: TimelineWords;
  readonly from: number;
  readonly to: number;
  onClose(): void;
}

const signs = { added: '+', updated: '~', removed: '−' } as const;

export function Compare({ session, t, from, to, onClose }: Props) {
  const [found, setFound] = useState<readonly Difference[] | string | undefined>();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let gone = false;
    close.current?.focus();
    session.compare(from, to).then(
      (differences) => !gone && setFound(differences),
      (error: unknown) => !gone && setFound(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
    };
  }, [session, from, to]);
  const name = (n: number) => (n === 0 ? t('start') : t('point', { n }));
  const title = t('compare.title', { a: name(from), b: name(to) });
  return (
    <section class="tl-compare" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="icon-btn" ref={close} aria-label={t('compare.close')} title={t('compare.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls, so the keyboard must reach it */}
      <div class="tl-found" role="status" tabIndex={0}>
        {typeof found === 'string' && <p>{found}</p>}
        {Array.isArray(found) && found.length === 0 && <p>{t('compare.same')}</p>}
        {Array.isArray(found) && found.length > 0 && <Table found={found} t={t} />}
      </div>
    </section>
  );
}

function Table({ found, t }: { readonly found: readonly Difference[]; readonly t: TimelineWords }) {
  const machines = new Set(found.map(({ machine }) => machine)).size > 1;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('compare.what')}</th>
          <th scope="col">{t('compare.name')}</th>
          <th scope="col">{t('compare.from')}</th>
          <th scope="col">{t('compare.to')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ what, how, name, from, to, machine }) => (
          <tr key={`${machine} ${what} ${how} ${name}`} class={how}>
            <td>
              <i aria-hidden="true">{signs[how]}</i>
              {t(what)} <span>{t(how)}</span>
            </td>
            <td>
              <code>{machines && machine !== '' ? `${machine}: ${name}` : name}</code>
            </td>
            <td>{from !== undefined && <code>{from}</code>}</td>
            <td>{to !== undefined && <code>{to}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
