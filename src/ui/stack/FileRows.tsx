// The entries of an open layer: a short list with whole paths, or a tree of directories of which only what is near the view is drawn.
import { ChevronRight } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { ChangeView } from '../session/view/index.ts';
import { type CoreState, Mark } from './Core.tsx';
import type { FileRow } from './file-tree.ts';
import type { Bed, StackModel, Writable } from './model.ts';
import { dirNote, fileNote } from './text.ts';
import type { Entries } from './use-entries.ts';
import type { FileList } from './use-file-rows.ts';
import { useWindow } from './use-window.ts';
import type { StackWords } from './words.ts';

/** What the rows of files need to know and to do, the same for every layer. */
export interface FileContext {
  readonly t: StackWords;
  readonly codes: StackModel['codes'];
  /** The path of the core. */
  readonly path: string | undefined;
  /** Directories that are not as they would be by themselves, as `layer key\npath`. */
  readonly toggled: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly select: (path: string, layer: Bed | Writable) => void;
  /** Paint of the layer whose file rises, while that is told. */
  readonly rising?: { readonly hue: number; readonly tone: number };
}

interface Props {
  readonly row: Bed | Writable;
  readonly entries: Entries;
  readonly list: FileList;
  readonly context: FileContext;
  readonly level: number;
  readonly core: CoreState | undefined;
}

export function FileRows({ row, entries, list: { rows, short, chosen }, context, level, core }: Props) {
  const { t } = context;
  const list = useRef<HTMLDivElement>(null);
  const { missing } = entries;
  const { first, last, height } = useWindow(list, rows.length);
  if (rows.length === 0) return null;
  const away = core !== undefined && chosen >= 0 && (chosen < first || chosen >= last);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group of a tree item has no element of its own
    <div role="group" class={short ? 'frs' : 'frs tree'} ref={list}>
      {away && (
        <div class="fr away" style={{ top: `${chosen * height}px` }}>
          <Mark mark={core.mark} where={core.where} />
        </div>
      )}
      {first > 0 && <div style={{ height: `${first * height}px` }} />}
      {rows.slice(first, last).map((one, index) => (
        <File key={one.node.path} file={one} index={first + index} row={row} context={context} level={level} core={core} />
      ))}
      {last < rows.length && <div style={{ height: `${(rows.length - last) * height}px` }} />}
      {missing > 0 && (
        <div class="fr more" role="treeitem" aria-level={level} tabIndex={-1}>
          {t(entries.loading ? 'loading' : 'more', { n: missing })}
        </div>
      )}
    </div>
  );
}

interface FileProps extends Omit<Props, 'entries' | 'list'> {
  readonly file: FileRow;
  readonly index: number;
}

function File({ file, index, row, context, level, core }: FileProps) {
  const { t, codes, path } = context;
  const { node, depth, open, position, siblings } = file;
  const { change } = node;
  const folder = node.children.length > 0;
  const plain = !change || (folder && change.kind === 'A');
  const note = plain ? dirNote(node, t) : fileNote(change, codes, row.kind === 'writable', t);
  const key = `${row.key}\n${node.path}`;
  const chosen = path === node.path;
  const grey = useGrey();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    <div
      class={`fr ${change?.kind ?? 'dir'}${chosen ? ' chosen' : ''}`}
      style={{ '--depth': String(depth - 1) }}
      role="treeitem"
      aria-level={level + depth - 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={chosen}
      {...(folder ? { 'aria-expanded': open } : {})}
      tabIndex={-1}
      data-key={key}
      data-index={index}
      {...grey(row.kind === 'writable' ? `own ${row.name}` : `files ${row.diffID}`, `path ${node.path}`)}
      data-path={node.path}
      data-name={node.name.slice(node.name.lastIndexOf('/') + 1)}
      data-explain={change ? `stack.entry.${explained(change)}` : 'stack.entry.directory'}
      onClick={(event) => {
        event.stopPropagation();
        if (folder && !change) context.toggle(key);
        else context.select(node.path, row);
      }}
    >
      {chosen && core && <Mark mark={core.mark} where={core.where} {...(context.rising ? { fill: context.rising } : {})} />}
      <span class="vh">{`${change ? t(`kind.${change.kind}`) : ''} ${node.path}, ${note}`}</span>
      {folder ? (
        <span
          class={`tw${open ? ' open' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            context.toggle(key);
          }}
        >
          <ChevronRight />
        </span>
      ) : (
        <span class="tw" />
      )}
      <span class="kd" aria-hidden="true">
        {change ? <span class={`kind ${change.kind}`}>{change.kind}</span> : <Kinds kinds={node.kinds} />}
      </span>
      <span class="p" title={node.path} aria-hidden="true">
        {node.name}
        {(folder || change?.entryKind === 'dir') && '/'}
        {change?.entryKind === 'opaque' && <span class="opq"> ⊘</span>}
      </span>
      <span class="n" aria-hidden="true">
        {note}
      </span>
      <span class="s num" aria-hidden="true">
        {node.size > 0 ? formatBytes(node.size) : ''}
      </span>
    </div>
  );
}

/** The letters of what a folder holds. */
function Kinds({ kinds }: { readonly kinds: string }) {
  return (
    <span class="kinds">
      {[...kinds].sort().map((kind) => (
        <i key={kind} class={kind}>
          {kind}
        </i>
      ))}
    </span>
  );
}

function explained({ kind, entryKind }: ChangeView): string {
  if (entryKind === 'opaque') return 'opaque';
  return kind === 'A' ? 'added' : kind === 'C' ? 'changed' : 'whiteout';
}
