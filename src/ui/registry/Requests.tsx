// The HTTP requests of a transfer, in order; pointing at one points at its blob, opening it shows the fields that matter.
// biome-ignore-all lint/a11y/useSemanticElements: rows of a drawing on a subgrid are no table's, but read as one
// biome-ignore-all lint/a11y/useFocusableInteractive: the button in each row takes the focus
// biome-ignore-all lint/a11y/noStaticElementInteractions: pointing at a row only marks it; its button does the same
import { useRef, useState } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import type { RegistryModel } from './model.ts';
import type { RequestRow } from './requests.ts';
import { sayBytes, sayStatus } from './text.ts';
import type { RegistryWords } from './words.ts';

interface Props {
  readonly model: RegistryModel;
  readonly t: RegistryWords;
  readonly hot: string | undefined;
  point(key: string | undefined): void;
  /** Requests up to here have been made in the replay. */
  readonly until: number;
}

export function Requests({ model, t, hot, point, until }: Props) {
  const [open, setOpen] = useState<number | undefined>();
  const grey = useGrey();
  const table = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('.rgp-req > button') ?? [])];
    const here = buttons.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (here < 0 || next === undefined) return;
    buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
    event.preventDefault();
  };
  return (
    <section class="rgp-requests" aria-label={t('requests')} {...grey(`requests ${model.name}`)} data-explain="registry.request">
      <p class="rgp-title">
        {t('requests')} <span class="num">{t('requests.count', { n: model.requests.length + model.more })}</span>
      </p>
      {model.requests.length === 0 ? (
        <p class="rgp-note">{t('requests.none')}</p>
      ) : (
        <div class="rgp-reqs" ref={table} onKeyDown={onKeyDown}>
          {model.requests.map((row) => (
            <Request
              key={row.n}
              row={row}
              t={t}
              open={open === row.n}
              hot={row.about !== undefined && row.about === hot}
              made={row.n <= until}
              toggle={() => setOpen(open === row.n ? undefined : row.n)}
              point={point}
            />
          ))}
        </div>
      )}
      {model.more > 0 && <p class="rgp-note">{t('requests.more', { n: model.more })}</p>}
    </section>
  );
}

interface RequestProps {
  readonly row: RequestRow;
  readonly t: RegistryWords;
  readonly open: boolean;
  readonly hot: boolean;
  readonly made: boolean;
  toggle(): void;
  point(key: string | undefined): void;
}

function Request({ row, t, open, hot, made, toggle, point }: RequestProps) {
  const family = row.status === 0 ? 'none' : `s${Math.floor(row.status / 100)}`;
  return (
    <div
      class={`rgp-req${open ? ' open' : ''}${hot ? ' hot' : ''}${made ? '' : ' todo'}`}
      onMouseEnter={() => point(row.about)}
      onMouseLeave={() => point(undefined)}
    >
      <button
        type="button"
        aria-expanded={open}
        tabIndex={row.n === 1 ? 0 : -1}
        onClick={toggle}
        onFocus={() => point(row.about)}
        onBlur={() => point(undefined)}
      >
        <span class="n num">{row.n}</span>
        <span class="m">{row.method}</span>
        <span class="p">
          {row.host !== undefined && <i>{row.host}</i>}
          {row.short}
        </span>
        <span class={`s ${family}`}>{sayStatus(row, t)}</span>
        <span class="b num">
          {row.sent > 0 ? '↑ ' : row.received > 0 ? '↓ ' : ''}
          {row.sent > 0 || row.received > 0 ? sayBytes(row, t).replace(/[^\d.]*([\d.]+ \w?B).*/s, '$1') : '–'}
        </span>
      </button>
      {open && <Fields row={row} t={t} />}
    </div>
  );
}

function Fields({ row, t }: { readonly row: RequestRow; readonly t: RegistryWords }) {
  return (
    <div class="rgp-fields">
      <code>
        <b>{row.method}</b> {row.path}
      </code>
      {row.asked.map(([name, value]) => (
        <code key={`a${name}${value}`}>
          <span class="muted">{name}:</span> {value}
        </code>
      ))}
      <code class="answer">
        <b>{sayStatus(row, t)}</b> {sayBytes(row, t)}
      </code>
      {row.answered.map(([name, value]) => (
        <code key={`b${name}${value}`}>
          <span class="muted">{name}:</span> {value}
        </code>
      ))}
    </div>
  );
}
