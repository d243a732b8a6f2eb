// The process tree with a heavy box for PID 1. ARIA tree: arrows move, Right and Enter unfold, Left goes to the parent.
import { useRef, useState } from 'preact/hooks';
import type { RunModel } from './model.ts';
import { processTitle } from './quote.ts';
import { sayNotes, sayProcess, sayWho } from './text.ts';
import { type FoldRow, isFold, type ProcessRow, processRows } from './tree.ts';
import { useTreeKeys } from './tree-keys.ts';
import type { RunWords } from './words.ts';

interface Props {
  readonly model: RunModel;
  readonly t: RunWords;
  /** Pids that the last command made. */
  readonly fresh: ReadonlySet<number>;
}

export function ProcessTree({ model: { container, processes }, t, fresh }: Props) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const tree = useRef<HTMLDivElement>(null);
  const unfold = (parent: number) => setOpen((was) => new Set([...was, parent]));
  const keys = useTreeKeys(tree, (key) => unfold(Number(key)));
  return (
    <div
      class="run-tree"
      role="tree"
      aria-label={t('proc.label', { name: container.name })}
      ref={tree}
      onKeyDown={keys}
      data-explain="run.process"
    >
      {processRows(processes, open).map((row, index) =>
        isFold(row) ? (
          <Fold key={`fold${row.parent}`} row={row} t={t} unfold={() => unfold(row.parent)} />
        ) : (
          <Row key={row.process.pid} row={row} t={t} fresh={fresh.has(row.process.pid)} first={index === 0} />
        ),
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly boolean[] }) {
  return (
    <span class="run-lines" aria-hidden="true">
      {lines.map((goes, depth) => {
        const last = depth === lines.length - 1;
        return <i key={depth} class={last ? (goes ? 'tee' : 'end') : goes ? 'on' : ''} />;
      })}
    </span>
  );
}

function Row({
  row,
  t,
  fresh,
  first,
}: {
  readonly row: ProcessRow;
  readonly t: RunWords;
  readonly fresh: boolean;
  readonly first: boolean;
}) {
  const { process, lines, depth } = row;
  const { pid, argv, state, joined } = process;
  return (
    <div
      class={`run-proc${pid === 1 ? ' init' : ''}${joined ? ' joined' : ''}${fresh ? ' fresh' : ''} ${state}`}
      role="treeitem"
      aria-level={depth + 1}
      tabIndex={first ? 0 : -1}
      {...(row.children > 0 ? { 'aria-expanded': true } : {})}
      {...(pid === 1 ? { 'data-explain': 'run.pid1' } : {})}
    >
      <span class="vh">{sayProcess(process, t)}</span>
      <Lines lines={lines} />
      <div class="box" aria-hidden="true">
        <span class="pid">{pid}</span>
        <code class="cmd" title={processTitle(argv)}>
          {processTitle(argv)}
        </code>
        <span class="state">{t(`proc.state.${state}`)}</span>
        <span class="who">{[sayWho(process, t), ...sayNotes(process, t)].join(' · ')}</span>
      </div>
    </div>
  );
}

function Fold({ row, t, unfold }: { readonly row: FoldRow; readonly t: RunWords; readonly unfold: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    <div
      class="run-proc fold"
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={false}
      tabIndex={-1}
      data-key={String(row.parent)}
      onClick={unfold}
    >
      <Lines lines={row.lines} />
      <div class="box">
        <span>{t('proc.fold', { n: row.count, command: row.command })}</span> <span class="state">{t('proc.unfold')}</span>
      </div>
    </div>
  );
}
