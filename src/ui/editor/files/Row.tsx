// One row of the tree: a file, a folder, a link; or what stands for an empty folder, or for the rest of a large one.
import { Ellipsis, SquareTerminal, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren, JSX } from 'preact';
import { formatBytes } from '../../../i18n/index.ts';
import type { EditorWords } from '../words.ts';
import { Icon } from './Icon.tsx';
import type { Mark, Row as RowModel } from './rows.ts';

interface Props {
  readonly row: RowModel;
  readonly t: EditorWords;
  readonly tabbable: boolean;
  readonly open: boolean;
  readonly unsaved: boolean;
  /** The terminal is here. */
  readonly here: boolean;
  readonly cut: boolean;
  readonly mark: Mark | undefined;
  readonly problems: number;
  readonly dropping: boolean;
  readonly naming: ComponentChildren;
  readonly drag: JSX.HTMLAttributes<HTMLDivElement>;
  onChoose(): void;
  onMenu(at?: { readonly x: number; readonly y: number }): void;
}

export function Row(props: Props) {
  const { row, t, tabbable, open, unsaved, here, cut, mark, problems, dropping, naming, drag, onChoose, onMenu } = props;
  const style = { '--depth': row.level };
  if (row.kind === 'empty')
    return (
      <div role="none" class="ed-row ed-note" style={style}>
        {t('files.empty')}
      </div>
    );
  if (row.kind === 'more')
    return (
      <div role="none" class="ed-row ed-note" style={style}>
        <button type="button" class="btn quiet sm" onClick={onChoose}>
          {t('files.more', { n: row.rest ?? 0 })}
        </button>
      </div>
    );
  const { entry } = row;
  const about = [
    entry.kind === 'symlink' ? t(entry.leads === 'nowhere' ? 'files.link.broken' : 'files.link', { target: entry.target ?? '' }) : '',
    entry.kind === 'other' ? t('files.other') : '',
    entry.kind === 'file' ? formatBytes(entry.size) : '',
    problems > 0 ? t('files.problems', { n: problems }) : '',
    mark ? t(mark === 'A' ? 'files.added' : 'files.changed') : '',
    unsaved ? t('tab.unsaved') : '',
    here ? t('files.here') : '',
    cut ? t('files.cut.mark') : '',
  ].filter((text) => text !== '');
  const classes = ['ed-row', open && 'on', cut && 'cut', dropping && 'drop', row.path === '/' && 'ed-root'].filter(Boolean).join(' ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for all its rows
    <div
      role="treeitem"
      class={classes}
      style={style}
      data-path={row.path}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.expanded}
      aria-selected={open}
      aria-label={[row.path === '/' ? t('files.root') : row.name, ...about].join(t('list.comma'))}
      title={[row.path, ...about].join(' · ')}
      tabIndex={tabbable && !naming ? 0 : -1}
      onClick={naming ? undefined : onChoose}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
      {...drag}
    >
      <Icon row={row} mark={mark} />
      {naming ?? (
        <>
          <Name text={row.path === '/' ? t('files.root') : row.name} />
          {unsaved && <span class="ed-unsaved" aria-hidden="true" />}
          {here && <SquareTerminal aria-hidden="true" class="ed-here" />}
          {problems > 0 && (
            <em class="num" aria-hidden="true" data-n={problems}>
              <TriangleAlert />
            </em>
          )}
          <button
            type="button"
            class="icon-btn ed-more"
            tabIndex={-1}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              const box = event.currentTarget.getBoundingClientRect();
              onMenu({ x: box.left, y: box.bottom });
            }}
          >
            <Ellipsis />
          </button>
        </>
      )}
    </div>
  );
}

/** Long names lose their middle: what tells them apart stands at the end. */
function Name({ text }: { readonly text: string }) {
  const letters = [...text];
  if (letters.length < 16) return <span class="ed-name">{text}</span>;
  return (
    <span class="ed-name long">
      <span>{letters.slice(0, -8).join('')}</span>
      <span>{letters.slice(-8).join('')}</span>
    </span>
  );
}
