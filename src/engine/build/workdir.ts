import { cleanAbsolute } from './files/scratch-tree.ts';

/** WORKDIR's new value: relative paths continue the current one. Source: moby builder/dockerfile/dispatchers_unix.go normalizeWorkdir. */
export function nextWorkdir(current: string, requested: string): string {
  return requested.startsWith('/') ? cleanAbsolute(requested) : cleanAbsolute(`${current}/${requested}`);
}
