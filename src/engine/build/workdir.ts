import { DockerError } from '../errors/index.ts';
import { cleanAbsolute } from './files/scratch-tree.ts';

/** WORKDIR's new value: relative paths continue the current one. Source: moby builder/dockerfile/dispatchers_unix.go normalizeWorkdir. */
export function nextWorkdir(current: string, requested: string): string {
  if (requested === '') throw new DockerError('InvalidArgument', 'cannot normalize nothing');
  return requested.startsWith('/') ? cleanAbsolute(requested) : cleanAbsolute(`${current}/${requested}`);
}
