import { DockerError } from '../errors/index.ts';
import { cleanAbsolute } from './files/scratch-tree.ts';

/** BuildKit's: an absolute path stays as it was written. Source: buildkit util/system/path.go NormalizeWorkdir; recorded. */
export function asWritten(current: string, requested: string): string {
  return requested.startsWith('/') ? requested : nextWorkdir(current, requested);
}

/** WORKDIR's new value: relative paths continue the current one. Source: moby builder/dockerfile/dispatchers_unix.go normalizeWorkdir. */
export function nextWorkdir(current: string, requested: string): string {
  if (requested === '') throw new DockerError('InvalidArgument', 'cannot normalize nothing');
  return requested.startsWith('/') ? cleanAbsolute(requested) : cleanAbsolute(`${current}/${requested}`);
}
