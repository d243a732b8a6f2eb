import type { Daemon } from '../daemon.ts';
import type { Filters } from '../filters.ts';
import { listTargets } from './containerd/list.ts';
import { type ImageSummary, listImages as listGraph } from './list.ts';

/** Whether an engine keeps its images in containerd's store rather than in a graph driver. */
export const usesContainerd = ({ state }: Daemon): boolean => state.images.content !== undefined;

/** Images, newest first; those in between steps of a build only with `all`. Throws DockerError. */
export const listImages = (daemon: Daemon, options: { all: boolean; filters: Filters }): ImageSummary[] =>
  usesContainerd(daemon) ? listTargets(daemon, options) : listGraph(daemon, options);
