// One layer: its bed, the core beside it, its instruction, counts and size, and when it is open its files.
import { ChevronRight } from 'lucide-preact';
import { formatBytes } from '../../i18n/index.ts';
import { configSubjects, useGrey } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import type { ChangeCounts } from '../session/view/index.ts';
import { Core, type CoreState, lineOf } from './Core.tsx';
import { type FileContext, FileRows } from './FileRows.tsx';
import { all, type Bed } from './model.ts';
import { instructionOf, sayBed } from './text.ts';
import { useEntries } from './use-entries.ts';
import { useFileRows } from './use-file-rows.ts';

export interface BedProps {
  readonly session: Session;
  readonly bed: Bed;
  readonly of: number;
  readonly image: string;
  readonly inBase: boolean;
  readonly oldest: boolean;
  readonly first: boolean;
  readonly open: boolean;
  readonly fresh: boolean;
  readonly selected: boolean;
  /** A goal points here. */
  readonly marked: boolean;
  readonly choose: (bed: Bed) => void;
  readonly context: FileContext;
  readonly core: CoreState | undefined;
}

export function BedRow(props: BedProps) {
  const { session, bed, of, image, inBase, oldest, first, open, fresh, selected, marked, choose, context } = props;
  const { t, path } = context;
  const grey = useGrey();
  const entries = useEntries(session, bed, open);
  const list = useFileRows(bed, entries, open, context);
  const core = props.core && { ...props.core, inFiles: open && list.chosen >= 0 };
  const expandable = all(bed.counts) > 0;
  const level = inBase ? 2 : 1;
  const base = inBase || bed.baseName !== undefined;
  const classes = [
    'stk-r lay',
    base ? 'base' : '',
    inBase ? 'inbase' : '',
    oldest ? 'last' : '',
    open ? 'open' : '',
    fresh ? 'fresh' : '',
    selected ? 'selected' : '',
    marked ? 'marked' : '',
  ];
  const shadowed = core?.mark === 'shadow' && path !== undefined ? path : undefined;
  return (
    <div
      class={classes.filter((one) => one !== '').join(' ')}
      style={{ '--h': String(bed.paint.hue), '--w': `${bed.width}%` }}
      data-tone={bed.paint.tone}
      data-tex={bed.paint.texture}
      {...grey(`layer ${bed.diffID}`)}
      data-key={bed.key}
      data-layer={bed.diffID}
      data-name={instructionOf(bed, t)}
      role="treeitem"
      aria-level={level}
      aria-selected={selected}
      tabIndex={first ? 0 : -1}
      {...(expandable ? { 'aria-expanded': open } : {})}
    >
      <span class="vh">
        {sayBed(bed, of, t)}
        {marked && `${t('comma')}${t('marked')}`}
      </span>
      <div class="col" aria-hidden="true" onClick={() => choose(bed)}>
        <div class="bed" data-explain="stack.bed">
          <Hidden size={bed.size} hidden={bed.hidden} />
        </div>
      </div>
      <span class="code" aria-hidden="true">
        {bed.code}
      </span>
      <Core core={core} />
      <div class={`txt${expandable ? ' can' : ''}`} aria-hidden="true" onClick={() => choose(bed)}>
        <Planes planes={bed.planes} image={image} />
        <div class="ins" title={bed.instruction || bed.comment}>
          {expandable && <ChevronRight class={open ? 'open' : ''} />}
          <span class={bed.instruction === '' && bed.baseName === undefined ? 'muted' : ''}>{instructionOf(bed, t)}</span>
        </div>
        <Notes bed={bed} fresh={fresh} marked={marked} shadowed={shadowed} context={context} />
      </div>
      <Counts counts={bed.counts} />
      <div class="sz num" aria-hidden="true">
        {formatBytes(bed.size)}
      </div>
      {open && (
        <div class={`files${lineOf(core)}`}>
          <FileRows row={bed} entries={entries} list={list} context={context} level={level + 1} core={core} />
        </div>
      )}
    </div>
  );
}

function Notes({
  bed,
  fresh,
  marked,
  shadowed,
  context: { t },
}: Pick<BedProps, 'bed' | 'fresh' | 'marked' | 'context'> & { readonly shadowed: string | undefined }) {
  const empty = all(bed.counts) === 0;
  if (!fresh && !marked && bed.sharedBy === 0 && bed.hidden === 0 && !empty && shadowed === undefined) return null;
  return (
    <div class="nt">
      {fresh && <span class="new">+ {t('new')}</span>}
      {marked && <span class="goal">{t('marked')}</span>}
      {shadowed !== undefined ? (
        <span class="ink2">{t('pathHere', { path: shadowed })}</span>
      ) : (
        bed.hidden > 0 && <span data-explain="stack.hidden">{t('hiddenNote', { size: formatBytes(bed.hidden) })}</span>
      )}
      {bed.sharedBy > 0 && (
        <span data-explain="stack.shared">{bed.sharedBy === 1 ? t('shared.one') : t('shared', { n: bed.sharedBy })}</span>
      )}
      {empty && <span>{t('emptyLayer')}</span>}
    </div>
  );
}

/** Bytes that later layers hide: hatched from the right. */
export function Hidden({ size, hidden }: { readonly size: number; readonly hidden: number }) {
  const share = size > 0 ? Math.min(1, hidden / size) : 0;
  return share > 0 ? <span class="hid" data-explain="stack.hidden" style={{ width: `${Math.max(6, share * 100)}%` }} /> : null;
}

export function Counts({ counts: { added, changed, deleted } }: { readonly counts: ChangeCounts }) {
  return (
    <div class="dl" aria-hidden="true" data-explain="stack.counts">
      {added > 0 && <span class="a">+{added}</span>}
      {changed > 0 && <span class="c">~{changed}</span>}
      {deleted > 0 && <span class="d">−{deleted}</span>}
    </div>
  );
}

export function Planes({ planes, image }: { readonly planes: readonly string[]; readonly image?: string }) {
  const grey = useGrey();
  return (
    <>
      {planes.map((plane, index) => (
        <div class="pl" key={index} title={plane} {...grey(...configSubjects(image, plane))} data-explain="stack.plane">
          {plane}
        </div>
      ))}
    </>
  );
}
