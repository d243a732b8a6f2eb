import type { Step } from '../../kernel/index.ts';
import type { Reference } from '../../reference/index.ts';
import type { Body } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { referenceEvent } from '../events/index.ts';
import type { Filters } from '../filters.ts';
import { loadTargets, type PartialPush, pruneTargets, pullTarget, pushTarget, removeTarget, saveTargets } from './containerd/index.ts';
import { usesContainerd } from './list-by-store.ts';
import { type LoadEvent, loadImages as loadGraph } from './load.ts';
import { type PruneReport, pruneImages as pruneGraph } from './prune.ts';
import { type PullRequest, pullImage as pullGraph } from './pull.ts';
import { pushImage as pushGraph } from './push.ts';
import { onRecord, Recording } from './recording.ts';
import { type Removal, removeImage as removeGraph } from './remove.ts';
import { saveImages as saveGraph } from './save.ts';
import type { Emit } from './transfer.ts';

/** `docker rmi` of one image. Throws DockerError: NotFound, Conflict. */
export function removeImage(daemon: Daemon, text: string, options: { force: boolean; prune: boolean }): Removal[] {
  return usesContainerd(daemon) ? removeTarget(daemon, text, options) : removeGraph(daemon, text, options);
}

/** `docker image prune`. Throws DockerError for bad filters. */
export function pruneImages(daemon: Daemon, filters: Filters): PruneReport {
  return usesContainerd(daemon) ? pruneTargets(daemon, filters) : pruneGraph(daemon, filters);
}

/** `docker load`. All or nothing. Throws DockerError. */
export function loadImages(daemon: Daemon, archive: Body, options: { platform?: string } = {}): LoadEvent[] {
  return usesContainerd(daemon) ? loadTargets(daemon, archive, options.platform ?? '') : loadGraph(daemon, archive, options);
}

/** The archive of `docker save`; `platform` is for containerd's store. Throws DockerError. */
export const saveImages = (daemon: Daemon, names: readonly string[], platform = ''): Body =>
  usesContainerd(daemon) ? saveTargets(daemon, names, platform) : saveGraph(daemon, names);

/** `docker pull`. Throws DockerError. */
export function* pullImage(daemon: Daemon, reference: Reference, request: PullRequest, emit: Emit): Step<void> {
  const recording = new Recording(daemon, 'pull', reference);
  if (!usesContainerd(daemon)) return yield* onRecord(recording, () => pullGraph(daemon, reference, request, emit, recording));
  yield* onRecord(recording, () => pullTarget(daemon, reference, request, emit, recording));
  referenceEvent(daemon, 'pull', reference);
}

/** `docker push`. Tells indexes of which only one platform could be pushed. Throws DockerError. */
export function* pushImage(
  daemon: Daemon,
  reference: Reference,
  options: { all: boolean; platform?: string },
  emit: Emit,
): Step<readonly PartialPush[]> {
  const recording = new Recording(daemon, 'push', reference);
  if (usesContainerd(daemon)) {
    const wanted = { all: options.all, platform: options.platform ?? '' };
    const partial = yield* onRecord(recording, () => pushTarget(daemon, reference, wanted, emit, recording));
    referenceEvent(daemon, 'push', reference);
    return partial;
  }
  yield* onRecord(recording, () => pushGraph(daemon, reference, options, emit, recording));
  return [];
}
