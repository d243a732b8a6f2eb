// Draws a StackModel: beds, core, files, title block. Sends nothing but selection; everything shown is also said (text.ts).
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes, type Words } from '../../i18n/index.ts';
import { type CoreMark, drill } from './core.ts';
import type { Bed, FileRow, StackModel, Writable } from './model.ts';
import { fileNote, sayBed, saySummary, sayWritable } from './text.ts';
import { useTreeKeys } from './tree-keys.ts';

interface Props {
  readonly model: StackModel;
  readonly t: Words;
  /** Keys of layers that the last command made: they drop in. */
  readonly fresh: ReadonlySet<string>;
  /** diffIDs that the grader points at. */
  readonly marked?: ReadonlySet<string>;
}

const shownFiles = 40;

export function Stack({ model, t, fresh, marked }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [path, setPath] = useState<string | undefined>();
  const tree = useRef<HTMLDivElement>(null);
  const core = useMemo(() => (path === undefined ? undefined : drill(model, path)), [model, path]);
  const toggle = (key: string) =>
    setOpen((was) => (was.has(key) ? new Set([...was].filter((one) => one !== key)) : new Set([...was, key])));
  const keys = useTreeKeys(tree, { toggle });
  // A layer made by the last command that is small enough opens by itself: what changed is what one wants to see.
  useLayoutEffect(() => {
    const newest = model.beds[0];
    if (newest && fresh.has(newest.key) && newest.files.length > 0 && newest.files.length <= 6)
      setOpen((was) => new Set([...was, newest.key]));
  }, [model, fresh]);

  const row = (index: number) => ({
    ...(core ? { mark: core.marks[index] ?? 'absent', cut: core.end === index, below: core.end >= 0 && index > core.end } : {}),
    last: index === core?.marks.length,
  });
  const file = (one: FileRow) => ({ selected: one.path === path, select: () => setPath(one.path === path ? undefined : one.path) });
  const offset = model.writable ? 1 : 0;

  return (
    <div class={`stk ${model.density}${core ? ' cored' : ''}`}>
      <div class="stk-r stk-head" aria-hidden="true">
        <div class="ax num">
          <span>{t('stack.size')}</span>
          <span>kB</span>
          <span>MB</span>
          <span>GB</span>
        </div>
        <div />
        <div class="core-at">{path !== undefined && <code>{path}</code>}</div>
      </div>
      <div class="stk-tree" role="tree" aria-label={t('stack.label', { name: model.name })} ref={tree} onKeyDown={keys}>
        {model.writable && <WritableRow row={model.writable} t={t} file={file} {...row(0)} />}
        {model.beds.map((bed, index) => (
          <BedRow
            key={bed.key}
            bed={bed}
            all={model.beds.length}
            t={t}
            open={open.has(bed.key)}
            fresh={fresh.has(bed.key)}
            marked={marked?.has(bed.diffID) ?? false}
            oldest={index === model.beds.length - 1}
            toggle={() => toggle(bed.key)}
            file={file}
            first={index === 0 && !model.writable}
            {...row(index + offset)}
          />
        ))}
        {model.ground.length > 0 && (
          <div class="stk-r ground" role="treeitem" tabIndex={model.beds.length === 0 && !model.writable ? 0 : -1}>
            <div class="col" />
            <div />
            <div class="txt">
              <Planes planes={model.ground} />
              {model.beds.length === 0 && <div class="nt">{t('stack.nolayers')}</div>}
            </div>
          </div>
        )}
      </div>
      <p class="vh" role="status">
        {saySummary(model, t)}
      </p>
    </div>
  );
}

interface Cored {
  readonly mark?: CoreMark;
  readonly cut?: boolean;
  readonly below?: boolean;
}

type FileState = (one: FileRow) => { readonly selected: boolean; readonly select: () => void };

function WritableRow({ row, t, file, mark, cut }: Cored & { readonly row: Writable; readonly t: Words; readonly file: FileState }) {
  return (
    <div class="stk-r stk-rw" role="treeitem" aria-expanded="true" tabIndex={0} data-key={row.key}>
      <span class="vh">{sayWritable(row, t)}</span>
      <div class="col" aria-hidden="true">
        <div class="bed">
          <span class="code">{t('stack.writable')}</span>
        </div>
      </div>
      <Core {...(mark ? { mark } : {})} cut={cut ?? false} below={false} />
      <div class="files">
        <div class="row head" aria-hidden="true">
          <b>{t('stack.container', { name: row.name })}</b>
          <b class="num">{formatBytes(row.size)}</b>
        </div>
        {row.files.length === 0 && row.more === 0 && (
          <p class="nt" aria-hidden="true">
            {t('stack.nochange')}
          </p>
        )}
        <Files row={row} t={t} file={file} />
      </div>
    </div>
  );
}

interface BedProps extends Cored {
  readonly bed: Bed;
  readonly all: number;
  readonly t: Words;
  readonly open: boolean;
  readonly fresh: boolean;
  readonly marked: boolean;
  readonly oldest: boolean;
  readonly first: boolean;
  readonly toggle: () => void;
  readonly file: FileState;
}

function BedRow({ bed, all, t, open, fresh, marked, oldest, first, toggle, file, mark, cut, below }: BedProps) {
  const expandable = bed.files.length > 0;
  const hiddenShare = bed.size > 0 ? Math.min(1, bed.hidden / bed.size) : 0;
  return (
    <div
      class={`stk-r lay${oldest ? ' last' : ''}${fresh ? ' fresh' : ''}${marked ? ' marked' : ''}${open ? ' open' : ''}`}
      style={{ '--h': String(bed.paint.hue), '--w': `${bed.width}%` }}
      data-tone={bed.paint.tone}
      data-tex={bed.paint.texture}
      data-key={bed.key}
      role="treeitem"
      aria-level={1}
      tabIndex={first ? 0 : -1}
      {...(expandable ? { 'aria-expanded': open } : {})}
    >
      <span class="vh">{sayBed(bed, all, t)}</span>
      <div class="col" aria-hidden="true">
        <div class="bed">
          <span class="code">{bed.paint.code}</span>
          {hiddenShare > 0 && <span class="hid" style={{ width: `${Math.max(6, hiddenShare * 100)}%` }} />}
        </div>
      </div>
      <Core {...(mark ? { mark } : {})} cut={cut ?? false} below={below ?? false} />
      <div class={`txt${expandable ? ' can' : ''}`} aria-hidden="true" onClick={expandable ? toggle : undefined}>
        <Planes planes={bed.planes} />
        <div class="ins" title={bed.instruction}>
          {bed.instruction || <span class="muted">{bed.comment || t('stack.imported')}</span>}
        </div>
        {(fresh ||
          bed.sharedBy > 0 ||
          bed.hidden > 0 ||
          (bed.instruction !== '' && bed.counts.added + bed.counts.changed + bed.counts.deleted === 0)) && (
          <div class="nt">
            {fresh && <span class="new">+ {t('stack.new')}</span>}
            {bed.sharedBy > 0 && <span>{t('stack.shared', { n: bed.sharedBy })}</span>}
            {bed.hidden > 0 && <span>{t('stack.hiddenNote', { size: formatBytes(bed.hidden) })}</span>}
            {bed.counts.added + bed.counts.changed + bed.counts.deleted === 0 && <span>{t('stack.emptyLayer')}</span>}
          </div>
        )}
      </div>
      <div class="dl" aria-hidden="true">
        {bed.counts.added > 0 && (
          <span class="a">
            +<b>{bed.counts.added}</b>
          </span>
        )}
        {bed.counts.changed > 0 && (
          <span class="c">
            ~<b>{bed.counts.changed}</b>
          </span>
        )}
        {bed.counts.deleted > 0 && (
          <span class="d">
            −<b>{bed.counts.deleted}</b>
          </span>
        )}
      </div>
      <div class="sz num" aria-hidden="true">
        {formatBytes(bed.size)}
      </div>
      {open && (
        <div class="files">
          <Files row={bed} t={t} file={file} />
        </div>
      )}
    </div>
  );
}

function Planes({ planes }: { readonly planes: readonly string[] }) {
  return (
    <>
      {planes.map((plane) => (
        <div class="pl" key={plane} title={plane}>
          {plane}
        </div>
      ))}
    </>
  );
}

function Core({ mark, cut, below }: { readonly mark?: CoreMark; readonly cut: boolean; readonly below: boolean }) {
  if (!mark) return <div />;
  return (
    <div class={`core${cut ? ' cut' : ''}${below ? ' below' : ''}`} aria-hidden="true">
      <i class={`bm ${mark}`} />
    </div>
  );
}

function Files({ row, t, file }: { readonly row: Bed | Writable; readonly t: Words; readonly file: FileState }) {
  if (row.files.length === 0) return null;
  const rest = row.more + Math.max(0, row.files.length - shownFiles);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group of a tree item has no element of its own
    <div role="group">
      {row.files.slice(0, shownFiles).map((one) => {
        const { selected, select } = file(one);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
          <div
            key={one.path}
            class={`fr ${one.kind}`}
            role="treeitem"
            aria-level={2}
            aria-selected={selected}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              select();
            }}
          >
            <span class="vh">{`${one.kind} ${one.path}, ${fileNote(one, t)}`}</span>
            {one.kind === 'D' ? (
              <span class="whm" />
            ) : (
              <span class={`kind ${one.kind}`} aria-hidden="true">
                {one.kind}
              </span>
            )}
            <span class="p" title={one.path} aria-hidden="true">
              {one.path}
            </span>
            <span class="n" aria-hidden="true">
              {fileNote(one, t)}
            </span>
          </div>
        );
      })}
      {rest > 0 && (
        <div class="fr more" role="treeitem" aria-level={2} tabIndex={-1}>
          <span />
          <span class="n">{t('stack.more', { n: rest })}</span>
        </div>
      )}
    </div>
  );
}
