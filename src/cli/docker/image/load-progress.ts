import type { Step } from '../../../engine/kernel/index.ts';
import { layerTar } from '../../../engine/layer/index.ts';
import type { ImageStore } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import { columnsOf, progressBar } from './progress-bar.ts';
import { transferPrinter } from './transfer.ts';

/** Bytes after which the engine tells of progress for the first time. */
const FIRST = 32_768;

/** Tells of the layers that a load brought, as a terminal shows them. Source: moby image/tarexport/load.go, pkg/jsonmessage. */
export function* loadProgress(context: Context, before: ImageStore, after: ImageStore): Step<void> {
  const added = [...after.snapshots.values()].filter(({ chainID }) => !before.snapshots.has(chainID));
  if (added.length === 0) return;
  const emit = transferPrinter(context, 1);
  const columns = columnsOf(context, 1);
  for (const { layer } of added) {
    const { size } = layerTar(layer);
    const id = layer.diffID.slice('sha256:'.length, 'sha256:'.length + 12);
    for (const done of [Math.min(FIRST, size), size, size])
      yield* emit({ id, status: 'Loading layer', bar: progressBar(done, size, columns), progress: true });
  }
}
