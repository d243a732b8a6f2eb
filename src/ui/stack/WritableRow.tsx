// The container's writable layer: always open, lists its files.
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import { Core, type CoreState } from './Core.tsx';
import { type FileContext, FileRows } from './FileRows.tsx';
import { all, type Writable } from './model.ts';
import { sayWritable } from './text.ts';
import { useEntries } from './use-entries.ts';
import { useFileRows } from './use-file-rows.ts';

interface Props {
  readonly session: Session;
  readonly row: Writable;
  readonly selected: boolean;
  readonly context: FileContext;
  readonly core: CoreState | undefined;
}

export function WritableRow({ session, row, selected, context, core: at }: Props) {
  const { t } = context;
  const grey = useGrey();
  const entries = useEntries(session, row, true);
  const list = useFileRows(row, entries, true, context);
  const core = at && { ...at, inFiles: list.chosen >= 0 };
  return (
    <div
      class={`stk-r stk-rw${selected ? ' selected' : ''}`}
      role="treeitem"
      aria-level={1}
      aria-expanded="true"
      aria-selected={selected}
      tabIndex={0}
      {...grey(`own ${row.name}`)}
      data-key={row.key}
      data-name={row.name}
    >
      <span class="vh">{sayWritable(row, t)}</span>
      <div class="col" aria-hidden="true">
        <div class="bed" data-explain="stack.writable">
          <span class="code">{t('writable')}</span>
        </div>
      </div>
      <Core core={core} />
      <div class="files">
        <div class="head" aria-hidden="true">
          <b>{t('container', { name: row.name })}</b>
          <b class="num">{formatBytes(row.size)}</b>
        </div>
        {all(row.counts) === 0 && (
          <p class="nt" aria-hidden="true">
            {t('nochange')}
          </p>
        )}
        <FileRows row={row} entries={entries} list={list} context={context} level={2} core={core} />
      </div>
    </div>
  );
}
