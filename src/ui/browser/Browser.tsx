// The browser pane: an address bar, and what the simulated machine answers. Each request goes through the session, made by that machine's host.
import './browser.css';
import { ArrowLeft, ArrowRight, CircleX, RotateCw, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../i18n/index.ts';
import type { Session, Visit } from '../session/index.ts';
import { Inline } from '../text/index.ts';
import { typedAddress } from './address.ts';
import { type Answer, contentOf, header } from './content.ts';
import type { FormRequest } from './form.ts';
import { Page } from './Page.tsx';
import { begin, canMove, moved, type Trail, went } from './trail.ts';
import { type BrowserWords, browserWords, sayFailure } from './words.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly machine: string;
  /** Where it begins. */
  readonly url: string;
  readonly close?: () => void;
}

const get = (url: string): FormRequest => ({ method: 'GET', url, headers: [] });

export function Browser({ session, locale, machine, url, close }: Props) {
  const t = browserWords(locale);
  const [trail, setTrail] = useState<Trail>(() => begin(get(url)));
  const [typed, setTyped] = useState(url);
  const [visit, setVisit] = useState<Visit | undefined>();
  const asked = useRef(0);
  const pane = useRef<HTMLElement>(null);
  const request = trail.entries[trail.at] ?? get(url);

  const load = (wanted: FormRequest): void => {
    const mine = ++asked.current;
    setVisit(undefined);
    setTyped(wanted.url);
    session.visit({ machine, ...wanted }).then(
      (answer) => {
        if (mine !== asked.current) return;
        setVisit(answer);
        if ('status' in answer) setTyped(answer.url);
      },
      (error: unknown) => {
        if (mine === asked.current) setVisit({ failure: '', message: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  useEffect(() => load(request), [trail]);
  // It was asked for, so it comes into view.
  useEffect(() => pane.current?.scrollIntoView({ block: 'nearest' }), []);
  const open = (wanted: FormRequest): void => setTrail((was) => went(was, wanted));

  return (
    <section class="web" ref={pane} aria-label={t('web.title', { machine })} data-explain="run.browser">
      <form
        class="web-bar"
        onSubmit={(event) => {
          event.preventDefault();
          const address = typedAddress(typed);
          if (address === undefined) setVisit({ failure: 'url', message: typed });
          else open(get(address));
        }}
      >
        <IconButton label={t('web.back')} disabled={!canMove(trail, -1)} onClick={() => setTrail((was) => moved(was, -1))}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={t('web.forward')} disabled={!canMove(trail, 1)} onClick={() => setTrail((was) => moved(was, 1))}>
          <ArrowRight aria-hidden="true" />
        </IconButton>
        <IconButton label={t('web.reload')} onClick={() => load(request)}>
          <RotateCw aria-hidden="true" />
        </IconButton>
        <input
          aria-label={t('web.address')}
          value={typed}
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn sm">
          {t('web.go')}
        </button>
        {close && (
          <IconButton label={t('web.close')} onClick={close}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </form>
      <div class="web-view" aria-busy={visit === undefined}>
        {visit === undefined ? (
          <p class="web-say" role="status">
            {t('web.loading', { url: request.url })}
          </p>
        ) : 'failure' in visit ? (
          <div class="web-fail" role="alert">
            <CircleX aria-hidden="true" />
            <p>{sayFailure(visit.failure, visit.message, typed, t)}</p>
          </div>
        ) : (
          <Body answer={visit} session={session} machine={machine} t={t} open={open} />
        )}
      </div>
      {visit !== undefined && 'status' in visit && <Foot answer={visit} t={t} />}
    </section>
  );
}

function IconButton(props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: preact.ComponentChildren;
}) {
  const { label, disabled = false, onClick, children } = props;
  return (
    <button type="button" class="icon-btn" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

interface BodyProps {
  readonly answer: Answer;
  readonly session: Session;
  readonly machine: string;
  readonly t: BrowserWords;
  readonly open: (request: FormRequest) => void;
}

function Body({ answer, session, machine, t, open }: BodyProps) {
  const content = contentOf(answer);
  const { url } = answer;
  switch (content.kind) {
    case 'html':
      return <Page html={content.text} url={url} session={session} machine={machine} t={t} open={open} />;
    case 'text':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <pre class="web-text" tabIndex={0}>
          {content.text}
        </pre>
      );
    case 'image':
      return <ImageView type={content.type} bytes={content.bytes} alt={t('web.image', { url })} />;
    case 'bytes':
      return (
        <p class="web-say">
          <Inline text={t('web.bytes', { size: formatBytes(content.size), type: content.type, url })} />
        </p>
      );
    default:
      return <p class="web-say">{t('web.nothing')}</p>;
  }
}

function ImageView({ type, bytes, alt }: { readonly type: string; readonly bytes: Uint8Array; readonly alt: string }) {
  const [address, setAddress] = useState<string | undefined>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address === undefined ? null : <img class="web-image" src={address} alt={alt} />;
}

/** The status line in words, and the headers for those who open them. */
function Foot({ answer, t }: { readonly answer: Answer; readonly t: BrowserWords }) {
  const { status, reason, headers, body } = answer;
  const type = header(answer, 'content-type') ?? t('web.notype');
  return (
    <details class={`web-foot${status >= 400 ? ' bad' : ''}`}>
      <summary>
        <span role="status">{t('web.status', { status, reason, type, size: formatBytes(body.length) })}</span>
      </summary>
      <dl aria-label={t('web.headers')}>
        {headers.map(([name, value], index) => (
          <div key={`${name}${index}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
