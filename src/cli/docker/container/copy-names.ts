/** Where a copy shall go. `path` as asked for, trailing slash kept. */
export interface CopyTarget {
  readonly path: string;
  readonly exists: boolean;
  readonly isDir: boolean;
}

/** Directory and last component of a path; a path that ends in `/` or `/.` has the base `.`. Source: moby pkg/archive SplitPathDirEntry. */
export function splitEntry(path: string): { dir: string; base: string } {
  const dot = /\/\.?$/.test(path) && path !== '/';
  const plain = path.replace(/(\/\.?)+$/, '') || '/';
  if (dot && path.endsWith('/.')) return { dir: plain, base: '.' };
  const slash = plain.lastIndexOf('/');
  return { dir: slash < 0 ? '.' : plain.slice(0, slash) || '/', base: plain.slice(slash + 1) };
}

/**
 * Into which directory, and under which name, the source goes; the name is empty when only a directory's contents are copied. A
 * text is the client's refusal. Source: moby pkg/archive/copy.go PrepareArchiveCopy.
 */
export function prepareCopy(source: string, sourceIsDir: boolean, target: CopyTarget): { dir: string; name: string } | string {
  const { base } = splitEntry(source);
  if (target.exists && target.isDir) return { dir: target.path, name: base === '.' ? '' : base };
  const to = splitEntry(target.path);
  if (target.exists && sourceIsDir) return 'cannot copy directory';
  if (!target.exists && !sourceIsDir && /\/\.?$/.test(target.path)) return 'no such directory';
  return { dir: to.dir, name: to.base };
}
