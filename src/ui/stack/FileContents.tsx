// What a file holds at one layer: text, or an honest word about what it is instead.
import { useEffect, useRef } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { FileLook } from '../session/queries/stack.ts';
import { useQuery } from './use-query.ts';
import type { StackWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly t: StackWords;
  readonly path: string;
  /** A chainID, or `container`. */
  readonly at: string;
  readonly code: string | undefined;
  readonly container: string | undefined;
  readonly moment: unknown;
}

export function FileContents({ session, t, path, at, code, container, moment }: Props) {
  const ask = at === 'container' ? (container === undefined ? undefined : { container, path }) : { chainID: at, path };
  const { answer, failure } = useQuery(session, 'stack.read', ask, moment);
  const figure = useRef<HTMLElement>(null);
  useEffect(() => figure.current?.scrollIntoView({ block: 'nearest' }), [answer]);
  return (
    <figure ref={figure} class="stk-look" data-explain="stack.read">
      <figcaption>
        <b>{t('read.of', { path, code: code ?? t('history.container') })}</b>
        <span>{failure === undefined ? answer && sayLook(answer, t) : t('read.failed', { why: failure })}</span>
      </figcaption>
      {answer && <Body look={answer} t={t} />}
    </figure>
  );
}

export function sayLook(look: FileLook, t: StackWords): string {
  if (look.kind === 'text') {
    if (look.size === 0) return t('read.empty');
    if (look.shown < look.size) return t('read.cut', { shown: formatBytes(look.shown), size: formatBytes(look.size) });
    return t('read.text', { size: formatBytes(look.size) });
  }
  if (look.kind === 'binary') return t('read.binary', { size: formatBytes(look.size) });
  if (look.kind === 'link') return t('read.link', { target: look.target });
  return look.kind === 'dir' ? t('read.dir', { n: look.count }) : t('read.other');
}

function Body({ look, t }: { readonly look: FileLook; readonly t: StackWords }) {
  const text = look.kind === 'text' ? look.text : look.kind === 'binary' ? look.hex : look.kind === 'dir' ? look.names.join('\n') : '';
  if (text === '') return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section class="stk-text" tabIndex={0} aria-label={t('read.label')}>
      <pre class={look.kind}>{text}</pre>
    </section>
  );
}
