// Draws a StackModel: the axis, beds, core and files, with the keys of a tree. Sends nothing but what is chosen.
import { X } from 'lucide-preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isSelected, type Selected } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import { BedRow, Planes } from './BedRow.tsx';
import type { CoreState } from './Core.tsx';
import { type CoreSample, markOf } from './core.ts';
import type { FileContext } from './FileRows.tsx';
import { GroupRow } from './GroupRow.tsx';
import type { Bed, StackModel } from './model.ts';
import { densityOf, keyOf, rowsOf, type StackRow } from './rows.ts';
import type { Told } from './told.ts';
import { useTreeKeys } from './tree-keys.ts';
import { WritableRow } from './WritableRow.tsx';
import type { StackWords } from './words.ts';

export interface StackProps {
  readonly session: Session;
  readonly model: StackModel;
  readonly t: StackWords;
  readonly core: CoreSample | undefined;
  /** What the last command did to files: it moves. */
  readonly told: Told | undefined;
  /** Keys of layers that the last command made: they drop in. */
  readonly fresh: ReadonlySet<string>;
  /** diffIDs that the grader points at. */
  readonly marked: ReadonlySet<string> | undefined;
  readonly selected: Selected | undefined;
  readonly onLayer: (diffID: string) => void;
  readonly onPath: (path: string | undefined, blame: boolean) => void;
}

export function Stack(props: StackProps) {
  const { session, model, t, core, told, fresh, marked, selected, onLayer, onPath } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const tree = useRef<HTMLDivElement>(null);
  const unfolded = model.base !== undefined && toggled.has(model.base.key);
  const rows = useMemo(() => rowsOf(model, unfolded), [model, unfolded]);
  const bedKeys = useMemo(() => new Set(model.beds.map((bed) => bed.key)), [model]);

  const flip = (set: ReadonlySet<string>, key: string) =>
    set.has(key) ? new Set([...set].filter((one) => one !== key)) : new Set([...set, key]);
  const toggle = (key: string) => {
    if (bedKeys.has(key)) setOpen((was) => flip(was, key));
    else if (key !== model.writable?.key) setToggled((was) => flip(was, key));
  };
  const keys = useTreeKeys(tree, { toggle, drill: (path) => onPath(path, false), blame: (path) => onPath(path, true) });

  // A layer made by the last command that is small enough opens by itself: what changed is what one wants to see.
  useLayoutEffect(() => {
    const newest = model.beds[0];
    if (newest && fresh.has(newest.key) && newest.changes.length > 0 && newest.changes.length <= 6)
      setOpen((was) => new Set([...was, newest.key]));
  }, [model, fresh]);
  useRise(tree, core, told);
  useReveal(tree, selected);

  const rising =
    told?.kind === 'copyup' && told.path === core?.path ? model.beds.find((bed) => bed.diffID === told.from)?.paint : undefined;
  const context: FileContext = useMemo(
    () => ({
      t,
      codes: model.codes,
      path: core?.path,
      toggled,
      toggle,
      select: (path, layer) => {
        if (layer.kind === 'bed') setOpen((was) => new Set([...was, layer.key]));
        onPath(path, true);
      },
      ...(rising ? { rising } : {}),
    }),
    [t, model, core?.path, toggled, rising, onPath],
  );
  const choose = (bed: Bed) => {
    onLayer(bed.diffID);
    if (bed.changes.length > 0) toggle(bed.key);
  };
  const end = core?.end === undefined ? -1 : rows.findIndex((row) => holds(row, core.end ?? ''));
  const coreAt = (row: StackRow, index: number): CoreState | undefined => {
    if (!core) return undefined;
    const where = end < 0 || index < end ? 'above' : index === end ? 'end' : 'below';
    return { mark: markOf(core, row), where, inFiles: false };
  };
  const density = densityOf(rows);

  return (
    <div class={`stk ${density}${core ? ' cored' : ''}`}>
      <div class="stk-r stk-head">
        <div class="ax num" aria-hidden="true" data-explain="stack.axis">
          <span>{t('size')}</span>
          <span>kB</span>
          <span>MB</span>
          <span>GB</span>
        </div>
        <div />
        <div class="core-at">
          {core && (
            <>
              <span class="what">{t('core.at')}</span> <code title={core.path}>{core.path}</code>
              <button type="button" class="x" aria-label={t('core.clear')} title={t('core.clear')} onClick={() => onPath(undefined, false)}>
                <X aria-hidden="true" />
              </button>
            </>
          )}
        </div>
      </div>
      <div class="stk-tree" role="tree" aria-label={t('label', { name: model.name })} ref={tree} onKeyDown={keys}>
        {rows.map((row, index) => {
          const at = coreAt(row, index);
          if (row.kind === 'writable')
            return (
              <WritableRow
                key={keyOf(row)}
                session={session}
                row={row.writable}
                selected={selected?.kind === 'container' && isSelected(selected, row.writable.key)}
                context={context}
                core={at}
              />
            );
          if (row.kind === 'group') return <GroupRow key={keyOf(row)} group={row} t={t} first={index === 0} toggle={toggle} core={at} />;
          return (
            <BedRow
              key={keyOf(row)}
              session={session}
              bed={row.bed}
              of={model.beds.length}
              image={model.id}
              inBase={row.inBase}
              oldest={index === rows.length - 1}
              first={index === 0}
              open={open.has(row.bed.key)}
              fresh={fresh.has(row.bed.key)}
              selected={selected?.kind === 'layer' && isSelected(selected, row.bed.diffID)}
              marked={marked?.has(row.bed.diffID) === true}
              choose={choose}
              context={context}
              core={at}
            />
          );
        })}
        {model.ground.length > 0 && (
          <div class="stk-r ground" role="treeitem" aria-level={1} tabIndex={rows.length === 0 ? 0 : -1}>
            <div class="col" />
            <div />
            <div class="txt">
              <Planes planes={model.ground} image={model.id} />
              {model.beds.length === 0 && <div class="nt">{t('nolayers')}</div>}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

const holds = (row: StackRow, key: string): boolean =>
  row.kind === 'group' ? !row.open && row.beds.some((bed) => bed.key === key) : keyOf(row) === key;

/** Lets the token of a copied file rise from its bed: tells the mark how far below it began. */
function useRise(tree: { readonly current: HTMLElement | null }, core: CoreSample | undefined, told: Told | undefined): void {
  useLayoutEffect(() => {
    if (!told || told.path !== core?.path) return;
    const top = tree.current?.querySelector<HTMLElement>('.bm.end');
    const below = tree.current?.querySelector<HTMLElement>('.bm.shadow');
    if (!top) return;
    if (told.kind === 'copyup' && below)
      top.style.setProperty('--rise', `${Math.round(below.getBoundingClientRect().top - top.getBoundingClientRect().top)}px`);
    const name = told.kind === 'copyup' ? 'rise' : 'stamp';
    for (const mark of [top, below]) mark?.classList.add(name);
    return () => {
      for (const mark of [top, below]) mark?.classList.remove(name);
    };
  }, [told, core?.path, core?.end]);
}

/** Brings the layer that was chosen elsewhere into view. */
function useReveal(tree: { readonly current: HTMLElement | null }, selected: Selected | undefined): void {
  useLayoutEffect(() => {
    if (selected?.kind !== 'layer') return;
    const row = tree.current?.querySelector(`[data-layer="${CSS.escape(selected.id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
}
