// The two sheets: one row a blob, this machine left, the registry right, what crossed in between. Rows open to say why.
// biome-ignore-all lint/a11y/useSemanticElements: rows of a drawing on a subgrid are no table's, but read as one
// biome-ignore-all lint/a11y/useFocusableInteractive: the button in each row takes the focus
// biome-ignore-all lint/a11y/noStaticElementInteractions: pointing at a row only marks it; its button does the same
import { useRef } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { MachineView } from '../session/view/index.ts';
import { Detail } from './Detail.tsx';
import { Gap } from './Gap.tsx';
import { Machine, Remote } from './Headline.tsx';
import { type Flag, familiar, folded, present, type RegistryModel, type Row, type Was } from './model.ts';
import { shortNames } from './names.ts';
import { Shape } from './Shape.tsx';
import { sayMark, short, shortMark, sizes } from './text.ts';
import type { RegistryWords } from './words.ts';

export interface SheetsProps {
  readonly model: RegistryModel;
  readonly view: MachineView;
  readonly t: RegistryWords;
  /** How many blobs have had their turn. */
  readonly at: number;
  readonly playing: boolean;
  readonly open: ReadonlySet<string>;
  toggle(key: string): void;
  /** The blob that is pointed at, here or among the requests. */
  readonly hot: string | undefined;
  point(key: string | undefined): void;
  chosen(row: Row): boolean;
  chosenTag(name: string, side: 'here' | 'there'): boolean;
  chooseTag(name: string, side: 'here' | 'there'): void;
}

export function Sheets(props: SheetsProps) {
  const { model, view, t, open, toggle, at } = props;
  const table = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('.rgp-toggle') ?? [])];
    const here = buttons.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (here < 0 || next === undefined) return;
    buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
    event.preventDefault();
  };
  const items = folded(model.rows, open);
  return (
    <div
      class="rgp-table"
      style={{ '--l': wish(model.flags.here, model.was.here), '--r': wish(model.flags.there, model.was.there) }}
      role="table"
      aria-label={t('table', { name: model.name, machine: model.machine, host: model.host })}
      ref={table}
      onKeyDown={onKeyDown}
    >
      <div class="rgp-row rgp-heads" role="row">
        {(['head.blob', 'head.size', 'side.machine', 'head.what', 'side.registry'] as const).map((key) => (
          <span class="vh" role="columnheader" key={key}>
            {t(key)}
          </span>
        ))}
        <span class="rgp-side l" aria-hidden="true">
          <Machine model={model} t={t} />
          <span class="label cols">{t('head.here')}</span>
        </span>
        <span class="rgp-side r" aria-hidden="true">
          <Remote model={model} view={view} t={t} />
          <span class="label cols">{t('head.there')}</span>
        </span>
      </div>
      {model.was.there !== undefined && <WasRow was={model.was.there} side="there" model={model} t={t} />}
      {model.was.here !== undefined && <WasRow was={model.was.here} side="here" model={model} t={t} />}
      {items.map((item, index) =>
        'row' in item ? (
          <BlobRow key={item.row.key} row={item.row} first={index === 0} last={index === items.length - 1} {...props} />
        ) : (
          <div class="rgp-row rgp-fold" role="row" key={item.key}>
            <div role="cell" class="rgp-foldcell">
              <button
                type="button"
                class="rgp-toggle"
                aria-label={t('fold.open', { n: item.fold.length })}
                onClick={() => toggle(item.key)}
                tabIndex={-1}
              >
                {t('fold', { n: item.fold.length, size: formatBytes(item.bytes) })}
              </button>
            </div>
          </div>
        ),
      )}
      {at < model.steps && <span class="vh">{t('at', { n: at, all: model.steps })}</span>}
    </div>
  );
}

function WasRow({
  was,
  side,
  model,
  t,
}: {
  readonly was: Was;
  readonly side: 'here' | 'there';
  readonly model: RegistryModel;
  readonly t: RegistryWords;
}) {
  const hex = <Hex digest={was.digest} />;
  const ghost = (
    <span class={`rgp-cell ${side === 'here' ? 'l' : 'r'}`}>
      {side === 'there' && <span class="rgp-dig">{hex}</span>}
      <span class={`rgp-${side === 'there' || model.keepsBlobs ? 'page manifest' : 'block config'} old`}>
        <b>{short(was.digest, 4)}</b>
      </span>
      {side === 'here' && <span class="rgp-dig">{hex}</span>}
    </span>
  );
  return (
    <div class="rgp-row rgp-was" role="row">
      <span class="vh" role="cell">
        {t(side === 'there' ? 'tag.was.there' : 'tag.was.here', { tag: was.tag })}
      </span>
      <div class={`rgp-flags l${side === 'here' ? ' has' : ''}`} aria-hidden="true">
        {side === 'here' && <HollowFlag tag={was.tag} />}
      </div>
      <div class="rgp-side l" aria-hidden="true">
        {side === 'here' && ghost}
      </div>
      <div class="rgp-gap" aria-hidden="true">
        <span class="rgp-waslabel">{t('tag.was', { tag: short(was.tag.split(':').at(-1) ?? '', 12) })}</span>
      </div>
      <div class="rgp-side r" aria-hidden="true">
        {side === 'there' && ghost}
      </div>
      <div class={`rgp-flags r${side === 'there' ? ' has' : ''}`} aria-hidden="true">
        {side === 'there' && <HollowFlag tag={was.tag} />}
      </div>
    </div>
  );
}

const HollowFlag = ({ tag }: { readonly tag: string }) => (
  <span class="rgp-hollow">
    <span>
      <Name of={tag.slice(tag.lastIndexOf('/') + 1)} />
    </span>
  </span>
);

function BlobRow({
  row,
  first,
  last,
  model,
  t,
  at,
  playing,
  open,
  toggle,
  hot,
  point,
  chosen,
  chosenTag,
  chooseTag,
}: SheetsProps & { readonly row: Row; readonly first: boolean; readonly last: boolean }) {
  const would = model.phase === 'forecast';
  const done = at > row.step;
  const now = playing && at === row.step + 1;
  const opened = open.has(row.key);
  const grey = useGrey();
  const out = grey(...subjectsOf(row, model));
  const here = row.here && (would ? row.here.before : present(row.here, row, at));
  const there = would ? row.there.before : present(row.there, row, at);
  const words = sayMark(row, model, t);
  const label = row.kind === 'layer' ? '' : t(`label.${row.kind}`);
  const hasFlags = (side: 'here' | 'there'): boolean => model.flags[side].some((flag) => flag.at === row.key && (!flag.moved || done));
  const classes = [
    'rgp-row',
    row.mark,
    opened ? 'open' : '',
    hot === row.key ? 'hot' : '',
    chosen(row) ? 'chosen' : '',
    last ? 'last' : '',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the row takes the keys
    <div
      class={classes.filter((one) => one !== '').join(' ')}
      role="row"
      data-key={row.key}
      aria-description={out['aria-description']}
      data-explain={`registry.${row.kind}`}
      onMouseEnter={() => point(row.key)}
      onMouseLeave={() => point(undefined)}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button, .rgp-detail')) toggle(row.key);
      }}
    >
      <span class="vh" role="cell">{`${t(`label.${row.kind}`)} ${row.code}`}</span>
      <span class="vh" role="cell">
        {sizes(row, t)}
      </span>
      <div class={`rgp-flags l${hasFlags('here') ? ' has' : ''}`} role="cell" data-who={model.machine}>
        <span class="vh">{row.here === undefined ? t('say.kept') : t(here ? 'say.yes' : 'say.no')}</span>
        <Flags
          full={(tag) => tag}
          flags={model.flags.here}
          row={row}
          side="here"
          at={at}
          was={model.was.here}
          chosen={chosenTag}
          choose={chooseTag}
        />
      </div>
      <div class="rgp-side l" aria-hidden="true" {...out}>
        <span class="rgp-cell l">
          {row.here === undefined ? (
            <span class="rgp-nokeep" title={t('nokeep.long')}>
              {t('nokeep')}
            </span>
          ) : (
            <Shape row={row} there={here === true} fresh={now && model.kind === 'pull'} bytes={row.unpacked ?? row.size} />
          )}
          {row.here !== undefined && label !== '' && <span class="rgp-label">{label}</span>}
          <span class="rgp-dig">
            {row.here !== undefined && <Hex digest={row.diffID ?? (row.kind === 'layer' ? undefined : row.digest)} />}
            {row.kind === 'layer' && row.unpacked !== undefined && <span>{formatBytes(row.unpacked)}</span>}
          </span>
        </span>
      </div>
      <div class="rgp-gap" role="cell" {...out}>
        <button
          type="button"
          class="rgp-toggle"
          aria-expanded={opened}
          tabIndex={first ? 0 : -1}
          onClick={() => toggle(row.key)}
          onFocus={() => point(row.key)}
          onBlur={() => point(undefined)}
        >
          <span class="rgp-sym" aria-hidden="true">
            {done || would ? symbol(row.mark, model.kind) : '·'}
          </span>
          <span class="rgp-word">{done || would ? shortMark(row, model.kind, t) : ''}</span>
          <span class="vh">{`${t('comma')}${words}`}</span>
          <Gap mark={row.mark} kind={model.kind} would={would} done={done || would} now={now} />
        </button>
      </div>
      <div class="rgp-side r" aria-hidden="true" {...out}>
        <span class="rgp-cell r">
          <span class="rgp-dig">
            {row.digest === undefined ? <span>{t('notyet')}</span> : <Hex digest={row.digest} />}
            {row.size !== undefined && <span>{formatBytes(row.size)}</span>}
          </span>
          <Shape row={row} there={there} fresh={now && model.kind === 'push'} bytes={row.size ?? row.unpacked} />
          {label !== '' && <span class="rgp-label">{label}</span>}
        </span>
      </div>
      <div
        class={`rgp-flags r${hasFlags('there') ? ' has' : ''}`}
        role="cell"
        data-who={model.host === 'docker.io' ? t('side.hub') : model.host}
      >
        <span class="vh">{t(there ? 'say.yes' : 'say.no')}</span>
        <Flags
          full={(tag) => familiar({ domain: model.host, path: model.path, reference: tag })}
          flags={model.flags.there}
          row={row}
          side="there"
          at={at}
          was={model.was.there}
          chosen={chosenTag}
          choose={chooseTag}
        />
      </div>
      {opened && <Detail row={row} model={model} t={t} />}
    </div>
  );
}

/** The state column of a phone. */
const symbol = (mark: Row['mark'], kind: RegistryModel['kind']): string =>
  ({ to: kind === 'push' ? '→' : '←', exists: '=', mounted: '⤷', moving: '…', failed: '×', none: '–' })[mark];

/** The last part of a name, which breaks before its tag where it must. */
function Name({ of }: { readonly of: string }) {
  const slash = of.lastIndexOf('/') + 1;
  const [name = '', tag] = of.slice(slash).split(':');
  return (
    <>
      {of.slice(0, slash)}
      {slash > 0 && <wbr />}
      {name}
      {tag !== undefined && <wbr />}
      {tag !== undefined && `:${tag}`}
    </>
  );
}

/** Room that the flags of a side would like: that of the longest name, within reason. */
function wish(flags: readonly Flag[], was: Was | undefined): string {
  const names = [...flags.map(({ name }) => name), ...(was === undefined ? [] : [was.tag])];
  const longest = Math.max(0, ...[...shortNames(names).values()].map((name) => name.length));
  return longest === 0 ? '0px' : `${Math.min(144, Math.ceil(longest * 7.9) + 31)}px`;
}

const Hex = ({ digest }: { readonly digest: string | undefined }) =>
  digest === undefined ? null : (
    <code>
      <b>{short(digest, 4)}</b>
      {short(digest).slice(4)}
    </code>
  );

/** What goals may be about here: a reference by its manifest, the blobs that belong to one, a layer in whatever image. */
function subjectsOf({ kind, diffID }: Row, { name, host, path, flags }: RegistryModel): readonly string[] {
  const names = [name, ...flags.there.map((flag) => familiar({ domain: host, path, reference: flag.name }))];
  const what = kind === 'layer' || kind === 'config' ? 'blobs' : 'reference';
  return [...names.map((one) => `${what} ${one}`), ...(kind === 'layer' ? [`layer ${diffID}`] : [])];
}

interface FlagsProps {
  /** The whole reference behind a flag. */
  full(name: string): string;
  readonly flags: readonly Flag[];
  readonly row: Row;
  readonly side: 'here' | 'there';
  readonly at: number;
  readonly was: Was | undefined;
  chosen(name: string, side: 'here' | 'there'): boolean;
  choose(name: string, side: 'here' | 'there'): void;
}

function Flags({ full, flags, row, side, at, was, chosen, choose }: FlagsProps) {
  const grey = useGrey();
  const labels = shortNames(flags.map(({ name }) => name));
  return (
    <>
      {flags
        .filter((flag) => flag.at === row.key && (!flag.moved || at > row.step))
        .map(({ name, moved }) => (
          <button
            key={name}
            type="button"
            class={`rgp-flag${moved ? (was === undefined ? ' new' : ' slid') : ''}${chosen(name, side) ? ' chosen' : ''}`}
            aria-pressed={chosen(name, side)}
            title={name}
            data-explain="registry.tag"
            {...grey(...(side === 'here' ? [`tag ${name}`] : []), `reference ${full(name)}`)}
            onClick={() => choose(name, side)}
          >
            <span>
              <Name of={labels.get(name) ?? name} />
            </span>
          </button>
        ))}
    </>
  );
}
