// The small ruled panel on what is chosen: digests in full, what each is a hash of, and where Docker shows it.
import { Check, Copy, Waves, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facts } from './facts.ts';
import type { StoreWords } from './words.ts';

interface Props {
  readonly facts: Facts;
  readonly t: StoreWords;
  readonly live: boolean;
  /** Shows what `docker rmi` would do. */
  forecast(line: string | undefined, hover: boolean): void;
  readonly pinned: string | undefined;
  ripple(image: string): void;
  close(): void;
}

export function Panel({ facts, t, live, forecast, pinned, ripple, close }: Props) {
  const panel = useRef<HTMLElement>(null);
  // The panel takes room below: what it is about stays in sight.
  useEffect(() => {
    panel.current?.parentElement
      ?.querySelector('.sto-row .chosen, .sto-row.chosen')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [facts.title]);
  return (
    <section class="sto-panel" ref={panel} aria-label={t('panel', { name: facts.title })}>
      <header>
        <b title={facts.title}>{facts.title}</b>
        <span class="num">{facts.size}</span>
        <button type="button" class="icon-btn" aria-label={t('close')} title={t('close')} onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <dl>
        {facts.facts.map((fact) => (
          <div key={`${fact.name} ${fact.value}`} data-explain="store.digest">
            <dt>{fact.name}</dt>
            <dd>
              <Value value={fact.value} t={t} />
              <span class="of">{fact.of}</span>
              <span class="where">{fact.where}</span>
            </dd>
          </div>
        ))}
      </dl>
      {facts.notes.length > 0 && <p>{facts.notes.join(' ')}</p>}
      {(facts.image !== undefined || (live && facts.removable.length > 0)) && (
        <footer>
          {live &&
            facts.removable.map((ref) => {
              const line = t('title.rmi', { ref });
              return (
                <button
                  key={ref}
                  type="button"
                  class="btn quiet sm"
                  aria-pressed={pinned === line}
                  onClick={() => forecast(pinned === line ? undefined : line, false)}
                  onMouseEnter={() => forecast(line, true)}
                  onMouseLeave={() => forecast(undefined, true)}
                >
                  <code>{line}</code>
                </button>
              );
            })}
          {facts.image !== undefined && (
            <button type="button" class="btn quiet sm" onClick={() => ripple(facts.image ?? '')}>
              <Waves size={16} aria-hidden="true" />
              {t('ripple.open')}
            </button>
          )}
        </footer>
      )}
    </section>
  );
}

/** A digest whose first four digits stand out, with a button that copies it whole. */
function Value({ value, t }: { readonly value: string; readonly t: StoreWords }) {
  const [copied, setCopied] = useState(false);
  const [head, body] = value.startsWith('sha256:') ? ['sha256:', value.slice(7)] : ['', value];
  const isHex = /^[0-9a-f]{64}$/.test(body);
  const copy = (): void => {
    void navigator.clipboard?.writeText(value).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    });
  };
  return (
    <span class="sto-value">
      <code>
        {head}
        {isHex ? (
          <>
            <b>{body.slice(0, 4)}</b>
            {body.slice(4, 32)}
            <wbr />
            {body.slice(32)}
          </>
        ) : (
          <b>{body}</b>
        )}
      </code>
      <button
        type="button"
        class="icon-btn"
        aria-label={copied ? t('copied') : t('copy')}
        title={copied ? t('copied') : t('copy')}
        onClick={copy}
      >
        {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      </button>
      <span class="vh" role="status">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
}
