import type { ByteString } from '../../kernel/index.ts';

/** A path and a name below it, with one slash between (concat_path_file). */
export const joinPath = (path: ByteString, name: ByteString): ByteString =>
  `${path.endsWith('/') ? path : `${path}/`}${name.replace(/^\/+/, '')}`;

/** The last component, slashes at the end left out; `/` for a path of slashes only. */
export function lastComponent(path: ByteString): ByteString {
  const bare = path.replace(/\/+$/, '');
  if (bare === '') return path === '' ? '' : '/';
  return bare.slice(bare.lastIndexOf('/') + 1);
}
