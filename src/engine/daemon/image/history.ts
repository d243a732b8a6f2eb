import { DockerError } from '../../errors/index.ts';
import { familiarString, fromCanonical } from '../../reference/index.ts';
import { type Image, layerSize, stackOf, tagsOf } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { type Instant, parseTime } from '../time.ts';

/** One row of `docker history`. */
export interface HistoryRow {
  /** Image id, or `<missing>` when the image after this step is not here. */
  readonly id: string;
  readonly created: Instant | undefined;
  readonly createdBy: string;
  readonly size: number;
  readonly comment: string;
  readonly tags: readonly string[];
}

/** The steps an image was made in, newest first. Throws DockerError for a history with more layers than there are. Source: moby daemon/images/image_history.go. */
export function imageHistory(daemon: Daemon, image: Image): HistoryRow[] {
  const store = daemon.state.images;
  const stack = stackOf(image);
  let layers = 0;
  const rows: HistoryRow[] = (image.config.history ?? []).map((row) => {
    let size = 0;
    if (!row.empty_layer) {
      const layer = stack[layers++];
      if (layer === undefined) throw new DockerError('System', 'too many non-empty layers in History section');
      size = layerSize(store, layer);
    }
    return {
      id: '<missing>',
      created: parseTime(row.created ?? ''),
      createdBy: row.created_by ?? '',
      size,
      comment: row.comment ?? '',
      tags: [],
    };
  });
  rows.reverse();
  let at: Image | undefined = image;
  for (let i = 0; i < rows.length && at !== undefined; i++) {
    const tags = tagsOf(store, at.id).map((key) => familiarString(fromCanonical(key)));
    rows[i] = { ...rows[i]!, id: at.id, tags };
    at = at.parent === undefined ? undefined : store.images.get(at.parent);
  }
  return rows;
}
