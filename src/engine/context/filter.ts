import { type Ino, type InodeOf, type NewInode, ROOT, Tree, TreeEdit } from '../tree/index.ts';
import { type MatchInfo, PatternMatcher } from './patterns.ts';

/**
 * A directory as a build context of its own: without what the patterns ignore, everything owned by root, times kept; sockets are left out. An
 * ignored directory is looked into when an exclusion may keep something in it. The classic client does so only for exclusions that begin with the
 * directory's path, and the engine makes such a directory anew (0755); BuildKit's sends it as it is. Throws Error for a malformed pattern.
 * Sources: moby/go-archive TarWithOptions; tonistiigi/fsutil filter.go.
 */
export function contextOf(
  source: Tree,
  dir: InodeOf<'dir'>,
  patterns: readonly string[],
  builder: 'classic' | 'buildkit',
  now: number,
): Tree {
  const matcher = new PatternMatcher(patterns);
  const edit = new TreeEdit(Tree.empty());
  const { mode, mtime } = dir;
  edit.patch(ROOT, { mode, uid: 0, gid: 0, mtime });
  const made = new Map<Ino, Ino>();
  walk(dir, '', undefined, () => ROOT);
  return edit.tree();

  function walk(from: InodeOf<'dir'>, prefix: string, above: MatchInfo | undefined, target: () => Ino): void {
    for (const name of source.names(from.ino)) {
      const inode = source.child(from.ino, name)!;
      if (inode.kind === 'socket') continue;
      const path = prefix === '' ? name : `${prefix}/${name}`;
      const { matched, info } = matcher.matchesBelow(path, above);
      if (inode.kind !== 'dir') {
        if (matched) continue;
        const linked = made.get(inode.ino);
        if (linked !== undefined) {
          edit.link(linked, target(), name);
          continue;
        }
        const { ino: _, links, ...content } = inode;
        const ino = edit.create(target(), name, { ...content, uid: 0, gid: 0 } as NewInode);
        if (links.length > 1) made.set(inode.ino, ino);
        continue;
      }
      let own: Ino | undefined;
      const implied = matched && builder === 'classic';
      const meta = implied ? { mode: 0o755, mtime: now } : { mode: inode.mode, mtime: inode.mtime };
      const make = (): Ino => (own ??= edit.create(target(), name, { kind: 'dir', uid: 0, gid: 0, ...meta }));
      if (!matched) make();
      else if (!matcher.hasExclusions || (builder === 'classic' && !matcher.mayKeepBelow(path))) continue;
      walk(inode, path, info, make);
    }
  }
}
