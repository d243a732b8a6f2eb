import type { Step } from '../../../engine/kernel/index.ts';
import { layerTar } from '../../../engine/layer/index.ts';
import type { ImageStore } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import { humanSizeWithPrecision } from '../../format/index.ts';
import { transferPrinter } from './transfer.ts';

/** Bytes after which the engine tells of progress for the first time. */
const FIRST = 32_768;
/** A terminal wider than this shows a bar. */
const WIDE = 110;

/** Tells of the layers that a load brought, as a terminal shows them. Source: moby image/tarexport/load.go, pkg/jsonmessage. */
export function* loadProgress(context: Context, before: ImageStore, after: ImageStore): Step<void> {
  const added = [...after.snapshots.values()].filter(({ chainID }) => !before.snapshots.has(chainID));
  if (added.length === 0) return;
  const emit = transferPrinter(context, 1);
  const columns = widthOf(context);
  for (const { layer } of added) {
    const { size } = layerTar(layer);
    const id = layer.diffID.slice('sha256:'.length, 'sha256:'.length + 12);
    for (const done of [Math.min(FIRST, size), size, size])
      yield* emit({ id, status: 'Loading layer', bar: progress(done, size, columns), progress: true });
  }
}

function widthOf({ process }: Context): number {
  const file = process.io.has(1) ? (process.io.at(1) as { columns?: number }) : {};
  return file.columns ?? 80;
}

/** `[====>   ]  1.2MB/2.1MB`; without the bar where there is no room. Source: moby pkg/jsonmessage JSONProgress.String. */
function progress(current: number, total: number, columns: number): string {
  const numbers = `${humanSizeWithPrecision(current, 4).padStart(8)}/${humanSizeWithPrecision(total, 4)}`;
  if (columns <= WIDE || total === 0) return numbers;
  const filled = Math.min(50, Math.trunc(Math.trunc((current / total) * 100) / 2));
  return `[${'='.repeat(filled)}>${' '.repeat(50 - filled)}] ${numbers}`;
}
