// Find a text in every layer: the hits, those first that can no longer be seen.
import { EyeOff } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { paint } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import type { FindAnswer, FindHit, StackSubject } from '../session/queries/stack.ts';
import type { StackModel } from './model.ts';
import { Panel } from './Panel.tsx';
import { LayerChip } from './PathPanel.tsx';
import { useQuery } from './use-query.ts';
import type { StackWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly t: StackWords;
  readonly model: StackModel;
  readonly subject: StackSubject;
  readonly onHit: (path: string, at: string) => void;
  readonly onClose: () => void;
  readonly moment: unknown;
}

export function FindPanel({ session, t, model, subject, onHit, onClose, moment }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const { answer, failure, busy } = useQuery(session, 'stack.find', text === '' ? undefined : { ...subject, text }, moment);
  useEffect(() => field.current?.focus(), []);
  const code = (diffID: string | undefined) => (diffID === undefined ? undefined : (model.codes[diffID] ?? paint(diffID).code));
  return (
    <Panel title={t('find.title')} label={t('find.title')} t={t} onClose={onClose}>
      <form
        class="stk-find"
        onSubmit={(event) => {
          event.preventDefault();
          // What stands in the field, whether it was drawn again since the last key or not.
          setText(field.current?.value ?? typed);
        }}
      >
        <label class="grow">
          <span class="vh">{t('find.field')}</span>
          <input
            ref={field}
            type="search"
            value={typed}
            placeholder={t('find.field')}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            enterkeyhint="search"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn pri sm">
          {t('find.go')}
        </button>
      </form>
      <p class="nt" role="status">
        {failure !== undefined
          ? t('read.failed', { why: failure })
          : busy
            ? t('find.busy', { name: model.name })
            : answer && sayFound(answer, t)}
      </p>
      {answer && answer.hits.length > 0 && (
        <ul class="stk-hits">
          {inOrder(answer.hits).map((hit) => (
            <li key={`${hit.chainID ?? hit.where} ${hit.path} ${hit.before}`}>
              <Hit hit={hit} code={code(hit.diffID)} by={code(hit.hiddenBy)} t={t} onHit={onHit} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface HitProps {
  readonly hit: FindHit;
  readonly code: string | undefined;
  readonly by: string | undefined;
  readonly t: StackWords;
  readonly onHit: Props['onHit'];
}

function Hit({ hit, code, by, t, onHit }: HitProps) {
  const inside = (
    <>
      {hit.where === 'config' ? (
        <span class="stk-chip cfg">{t('find.config', { part: hit.path })}</span>
      ) : (
        <LayerChip diffID={hit.diffID} code={code} t={t} />
      )}
      <span class="at">
        {hit.where !== 'config' && <code class={hit.hidden === 'deleted' ? 'gone' : ''}>{hit.path}</code>}
        {hit.where !== 'config' && <span class="ln">{hit.line === undefined ? t('find.bytes') : t('find.line', { n: hit.line })}</span>}
      </span>
      <span class={`fate${hit.hidden ? ' hidden' : ''}`}>
        {hit.hidden && <EyeOff aria-hidden="true" />}
        {hit.where === 'config' ? '' : sayFate(hit, by, t)}
      </span>
      <span class="ex mono">
        {hit.before}
        <mark>{hit.match}</mark>
        {hit.after}
      </span>
    </>
  );
  if (hit.where === 'config') return <div class="hit">{inside}</div>;
  return (
    <button type="button" class="hit" onClick={() => onHit(hit.path, hit.chainID ?? 'container')}>
      {inside}
    </button>
  );
}

export function sayFate(hit: FindHit, by: string | undefined, t: StackWords): string {
  if (!hit.hidden) return t('find.seen');
  return t(`find.${hit.hidden}.by`, { by: by ?? t('history.container') });
}

export function sayFound(answer: FindAnswer, t: StackWords): string {
  const { hits, files, bytes, cut, left, more } = answer;
  const sum = { files, bytes: formatBytes(bytes) };
  const places = hits.length === 1 ? t('find.hits.one') : t('find.hits', { n: hits.length });
  const parts = [hits.length === 0 ? t('find.none', sum) : t('find.sum', { hits: places, ...sum })];
  if (more) parts.push(t('find.more'));
  else if (left > 0) parts.push(t('find.left', { n: left }));
  if (cut > 0) parts.push(t('find.cut', { n: cut }));
  return parts.join(t('stop') === '.' ? ' ' : '');
}

/** What is out of sight comes first: that is what one looks for. */
const inOrder = (hits: readonly FindHit[]): FindHit[] =>
  [...hits].sort((a, b) => Number(b.hidden !== undefined) - Number(a.hidden !== undefined));
