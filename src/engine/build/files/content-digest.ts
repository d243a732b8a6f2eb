import { type Digest, sha256 } from '../../digest/index.ts';
import { matchPath } from '../../reference/index.ts';
import { type Inode, resolvePath, type Tree } from '../../tree/index.ts';
import { cleanAbsolute, joinPath, splitPath } from './scratch-tree.ts';
import { hasWildcards } from './wildcard.ts';

/** The part of a tree that a copy takes, by content: no times, only names that a pattern matched, nothing of a copied directory itself. */
export interface ContentSelection {
  readonly digest: Digest;
  /** Digest of every file in it, by path: what a changed cache key is explained with. */
  readonly files: ReadonlyMap<string, string>;
  readonly found: boolean;
}

/** Most files remembered of one selection. */
const REMEMBERED = 2000;

/** What a cache key looks at of one entry, as text. */
export const contentLine = (inode: Inode): string => {
  const head = `${inode.kind} ${inode.mode} ${inode.uid} ${inode.gid}`;
  if (inode.kind === 'file') return `${head} ${inode.body.size} ${inode.body.digest()}`;
  if (inode.kind === 'symlink') return `symlink ${inode.uid} ${inode.gid} ${inode.target}`;
  if (inode.kind === 'char' || inode.kind === 'block') return `${head} ${inode.major} ${inode.minor}`;
  return head;
};

/** Paths a pattern leads to, links in the parts without pattern taken. Directories that match are not looked into. Source: fsutil copy.ResolveWildcards. */
export function resolveWildcards(tree: Tree, src: string, follow: boolean): string[] {
  const clean = cleanAbsolute(src);
  const parts = clean.split('/').filter((part) => part !== '');
  const at = parts.findIndex(hasWildcards);
  if (at < 0) return [clean];
  const fixed = `/${parts.slice(0, at).join('/')}`;
  const base = follow ? resolvePath(tree, fixed) : { path: fixed, inode: tree.at(fixed) };
  if (base?.inode?.kind !== 'dir') return [];
  const pattern = parts.slice(at).join('/');
  const out: string[] = [];
  const depth = parts.length - at;
  const walk = (dir: Inode, prefix: string, level: number): void => {
    if (dir.kind !== 'dir') return;
    for (const name of tree.names(dir.ino)) {
      const rel = prefix === '' ? name : `${prefix}/${name}`;
      const inode = tree.child(dir.ino, name)!;
      if (level === depth && matchPath(pattern, rel)) out.push(joinPath(base.path, rel));
      else if (level < depth) walk(inode, rel, level + 1);
    }
  };
  walk(base.inode, '', 1);
  return out;
}

/** Digests what `src` selects of a tree. Source: buildkit cache/contenthash. */
export function selectContent(tree: Tree, src: string, options: { follow: boolean; wildcards: boolean }): ContentSelection {
  const files = new Map<string, string>();
  const pattern = options.wildcards && hasWildcards(src);
  const paths = pattern ? resolveWildcards(tree, src, options.follow) : [cleanAbsolute(src)];
  const lines: string[] = [];
  let found = false;
  for (const path of paths) {
    const at = options.follow ? resolvePath(tree, path) : { path, inode: tree.at(path) };
    if (at?.inode === undefined) continue;
    found = true;
    if (pattern) lines.push(path);
    add(tree, at.inode, '', splitPath(path).name, lines, files);
  }
  return { digest: sha256(lines.join('\n')), files, found: found || pattern };
}

/** The paths of everything that `src` selects, directories too, as they stand in the tree. */
export function selectedPaths(tree: Tree, src: string, options: { follow: boolean; wildcards: boolean }): string[] {
  const paths = options.wildcards && hasWildcards(src) ? resolveWildcards(tree, src, options.follow) : [cleanAbsolute(src)];
  return paths.flatMap((path) => {
    const at = options.follow ? resolvePath(tree, path) : { path, inode: tree.at(path) };
    if (at?.inode === undefined) return [];
    const top = at.path === '/' ? '' : at.path;
    return [
      ...(top === '' ? [] : [top]),
      ...(at.inode.kind === 'dir' ? [...tree.walk(at.inode.ino)].map(([below]) => `${top}${below}`) : []),
    ];
  });
}

function add(tree: Tree, inode: Inode, rel: string, top: string, lines: string[], files: Map<string, string>): void {
  if (inode.kind !== 'dir') {
    const text = contentLine(inode);
    lines.push(`${rel} ${text}`);
    if (files.size < REMEMBERED) files.set(rel === '' ? top : `${top}${rel}`, text);
    return;
  }
  lines.push(`${rel} dir`);
  for (const [path, below] of tree.walk(inode.ino)) {
    const line = contentLine(below);
    lines.push(`${path} ${line}`);
    if (files.size < REMEMBERED && below.kind !== 'dir') files.set(top === '' ? path.slice(1) : `${top}${path}`, line);
  }
}
