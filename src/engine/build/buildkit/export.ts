import { type Daemon, rfc3339 } from '../../daemon/index.ts';
import type { DiffID, ImageID } from '../../digest/index.ts';
import type { History } from '../../image/index.ts';
import type { Platform } from '../../platform/index.ts';
import { addImage, addLayer, type ImageStore, mustGet } from '../../store/index.ts';
import { buildkitImageText } from '../image-config.ts';
import type { Ref } from './ref.ts';
import type { StageState } from './stage-state.ts';

/**
 * The config text of a result. Rows of the history get the time of their layer, rows without one the time of the layer before or, at the start, of the
 * first new layer. Source: buildkit exporter/containerimage/writer.go normalizeLayersAndHistory. The image is for the platform that was asked for, whatever
 * its base is for.
 */
export function imageText(daemon: Daemon, state: StageState, ref: Ref, asked: Platform | undefined): string {
  const below = baseDiffIDs(daemon, ref);
  const diffIDs: DiffID[] = [...below, ...ref.layers.map(({ layer }) => layer.diffID)];
  const times = [...below.map(() => undefined), ...ref.layers.map(({ created }) => created)];
  const history = withTimes(state.history, times);
  const last = history.findLast((row) => row.created !== undefined)?.created ?? null;
  const { author, draft } = state;
  return buildkitImageText({ ...(asked ?? platformOf(state)), author, created: last, history, diffIDs, config: draft });
}

/** A base's platform; arm64 has no need to be called v8. */
function platformOf({ os, architecture, variant = '' }: StageState): Pick<Platform, 'os' | 'architecture' | 'variant'> {
  return { os, architecture, variant: architecture === 'arm64' && variant === 'v8' ? '' : variant };
}

function baseDiffIDs(daemon: Daemon, ref: Ref): DiffID[] {
  const ids: DiffID[] = [];
  for (let at = ref.base; at !== undefined; ) {
    const snapshot = mustGet(daemon.state.images.snapshots, at);
    ids.unshift(snapshot.layer.diffID);
    at = snapshot.parent;
  }
  return ids;
}

function withTimes(rows: readonly History[], times: readonly (number | undefined)[]): History[] {
  let layer = 0;
  const timed = rows.map((row) => {
    if (row.empty_layer === true) return row;
    const time = times[layer++];
    return row.created !== undefined || time === undefined ? row : { ...row, created: rfc3339(time) };
  });
  let created: string | undefined;
  for (let i = 0, gap = false; i < timed.length; i++) {
    const at = timed[i]!.created;
    if (at === undefined) gap = true;
    else {
      created = at;
      if (gap) break;
    }
  }
  let gap = false;
  return timed.map((row) => {
    if (row.created !== undefined) {
      if (gap) created = row.created;
      return row;
    }
    gap = true;
    return created === undefined ? row : { ...row, created };
  });
}

/** The image store with a result's layers unpacked. */
export function storeLayers(daemon: Daemon, ref: Ref): ImageStore {
  let { images } = daemon.state;
  let top = ref.base;
  for (const { layer } of ref.layers) {
    const added = addLayer(images, top, layer);
    images = added.store;
    top = added.chainID;
  }
  return images;
}

/** Puts a result into the image store: its layers, then the image. BuildKit's images have no parent. */
export function storeImage(daemon: Daemon, text: string, ref: Ref): ImageID {
  const { store, image } = addImage(storeLayers(daemon, ref), text);
  daemon.update({ images: store });
  return image.id;
}
