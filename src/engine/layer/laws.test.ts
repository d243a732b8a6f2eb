import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tarBody } from '../tar/index.ts';
import { bytesBody, type Ino, type Inode, type NewInode, ROOT, Tree, TreeEdit, textBody } from '../tree/index.ts';
import { apply, diff, layerTar, makeLayer, OPAQUE, packEntries, readLayer } from './index.ts';

const NAMES = ['a', 'b', 'c', 'd.txt', 'é', 'x y'];

type Op =
  | { op: 'make'; dir: number; name: string; kind: 'file' | 'dir' | 'symlink' | 'fifo' | 'char'; seed: number }
  | { op: 'remove'; pick: number }
  | { op: 'rename'; pick: number; dir: number; name: string }
  | { op: 'link'; pick: number; dir: number; name: string }
  | { op: 'write'; pick: number; seed: number }
  | { op: 'chmod'; pick: number; mode: number };

const nat = fc.nat(1000);
const name = fc.constantFrom(...NAMES);
const operation: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    op: fc.constant('make' as const),
    dir: nat,
    name,
    kind: fc.constantFrom('file' as const, 'dir' as const, 'symlink' as const, 'fifo' as const, 'char' as const),
    seed: nat,
  }),
  fc.record({ op: fc.constant('remove' as const), pick: nat }),
  fc.record({ op: fc.constant('rename' as const), pick: nat, dir: nat, name }),
  fc.record({ op: fc.constant('link' as const), pick: nat, dir: nat, name }),
  fc.record({ op: fc.constant('write' as const), pick: nat, seed: nat }),
  fc.record({ op: fc.constant('chmod' as const), pick: nat, mode: fc.constantFrom(0o600, 0o755, 0o4755, 0o1777) }),
);

function contentOf(kind: Extract<Op, { op: 'make' }>['kind'], seed: number): NewInode {
  const attrs = { mode: 0o644, uid: seed % 3, gid: seed % 5, mtime: 1000 + seed };
  switch (kind) {
    case 'file':
      return { kind, body: textBody(`content ${seed}`), ...attrs };
    case 'symlink':
      return { kind, target: `target-${seed}`, ...attrs, mode: 0o777 };
    case 'char':
      return { kind, major: 1, minor: seed % 10, ...attrs };
    default:
      return { kind, ...attrs } as NewInode;
  }
}

/** Does what a kernel would let happen; anything else is passed over. `lower` directories are not renamed, as overlayfs refuses that. */
function run(start: Tree, ops: readonly Op[], lower?: Tree): Tree {
  const edit = new TreeEdit(start);
  const dirs = (): Ino[] => [ROOT, ...[...edit.tree().walk()].filter(([, inode]) => inode.kind === 'dir').map(([, { ino }]) => ino)];
  const places = (): Inode[] => [...edit.tree().walk()].map(([, inode]) => inode);
  const at = <T>(list: readonly T[], index: number): T | undefined => (list.length === 0 ? undefined : list[index % list.length]);
  const within = (dir: Ino, ancestor: Ino): boolean => {
    for (let ino: Ino | undefined = dir; ino !== undefined; ino = edit.get(ino)?.links[0]?.parent) if (ino === ancestor) return true;
    return false;
  };
  for (const op of ops) {
    if (op.op === 'make') {
      const dir = at(dirs(), op.dir)!;
      if (edit.child(dir, op.name) === undefined) edit.create(dir, op.name, contentOf(op.kind, op.seed));
      continue;
    }
    const inode = at(places(), op.pick);
    const link = inode?.links[0];
    if (inode === undefined || link === undefined) continue;
    if (op.op === 'remove') edit.removeAll(link.parent, link.name);
    else if (op.op === 'chmod') edit.patch(inode.ino, inode.kind === 'symlink' ? {} : { mode: op.mode });
    else if (op.op === 'write') {
      if (inode.kind === 'file') edit.patch(inode.ino, { body: textBody(`written ${op.seed}`), mtime: op.seed });
    } else {
      const dir = at(dirs(), op.dir)!;
      if (edit.child(dir, op.name) !== undefined) continue;
      if (op.op === 'link') {
        if (inode.kind !== 'dir' && lower?.get(inode.ino) === undefined) edit.link(inode.ino, dir, op.name);
      } else if (inode.kind !== 'dir' || (lower?.get(inode.ino) === undefined && !within(dir, inode.ino)))
        edit.rename(link, { parent: dir, name: op.name });
    }
  }
  return edit.tree();
}

/** What a tree holds, path by path; files that share an inode made after `from` name the first of them. */
function facts(tree: Tree, from: Ino): string[] {
  const first = new Map<Ino, string>();
  return [...tree.walk()].map(([path, inode]) => {
    const { kind, mode, uid, gid, mtime } = inode;
    const content =
      inode.kind === 'file'
        ? inode.body.digest()
        : inode.kind === 'symlink'
          ? inode.target
          : inode.kind === 'char'
            ? `${inode.major},${inode.minor}`
            : '';
    const known = first.get(inode.ino);
    if (known === undefined) first.set(inode.ino, path);
    const same = known !== undefined && inode.ino >= from ? `= ${known}` : '';
    return [path, kind, mode.toString(8), uid, gid, Math.floor(mtime), content, same].join(' ');
  });
}

const trees = fc.tuple(fc.array(operation, { maxLength: 25 }), fc.array(operation, { maxLength: 25 })).map(([below, above]) => {
  const lower = run(Tree.empty(), below);
  return { lower, upper: run(lower, above, lower) };
});

describe('laws of layers', () => {
  it.each(['marker', 'whiteout'] as const)('LAY-1 applying the packed difference gives the upper tree (%s)', (style) => {
    fc.assert(
      fc.property(trees, ({ lower, upper }) => {
        const again = apply(lower, packEntries(diff(lower, upper), style));
        expect(facts(again, Number.POSITIVE_INFINITY)).toEqual(facts(upper, Number.POSITIVE_INFINITY));
      }),
      { numRuns: 400 },
    );
  });

  it('LAY-2 a layer survives its archive: members written and read again give the same tree and DiffID', () => {
    fc.assert(
      fc.property(trees, ({ lower, upper }) => {
        const made = makeLayer(packEntries(diff(lower, upper)));
        const read = readLayer(layerTar(made));
        expect(read.diffID).toBe(made.diffID);
        expect(read.size).toBe(made.size);
        expect(facts(apply(lower, read.entries), 0)).toEqual(facts(apply(lower, made.entries), 0));
      }),
      { numRuns: 200 },
    );
  });

  it('LAY-3 a tree does not differ from itself', () => {
    fc.assert(
      fc.property(trees, ({ upper }) => {
        expect(diff(upper, upper)).toEqual([]);
      }),
    );
  });

  it('LAY-4 hard links made in a layer are links in what it unpacks to', () => {
    fc.assert(
      fc.property(trees, ({ upper }) => {
        const again = apply(Tree.empty(), packEntries(diff(Tree.empty(), upper)));
        expect(facts(again, 0)).toEqual(facts(upper, 0));
      }),
      { numRuns: 200 },
    );
  });

  it('LAY-5 a directory made again is opaque and nothing of the old one shines through', () => {
    const lower = run(Tree.empty(), [
      { op: 'make', dir: 0, name: 'a', kind: 'dir', seed: 1 },
      { op: 'make', dir: 1, name: 'b', kind: 'file', seed: 2 },
    ]);
    const edit = new TreeEdit(lower);
    edit.removeAll(ROOT, 'a');
    edit.create(ROOT, 'a', contentOf('dir', 3));
    const entries = packEntries(diff(lower, edit.tree()));
    expect(entries.map(({ path }) => path)).toEqual(['a', `a/${OPAQUE}`]);
    expect([...apply(lower, entries).walk()].map(([path]) => path)).toEqual(['/a']);
  });

  it('LAY-6 a renamed file is a whiteout and a whole new file', () => {
    const lower = run(Tree.empty(), [{ op: 'make', dir: 0, name: 'a', kind: 'file', seed: 1 }]);
    const upper = run(lower, [{ op: 'rename', pick: 0, dir: 0, name: 'b' }], lower);
    expect(packEntries(diff(lower, upper)).map(({ path, kind }) => `${kind} ${path}`)).toEqual(['file .wh.a', 'file b']);
  });

  it('LAY-7 the size of a layer counts files and the targets of links, hard links once', () => {
    const file = { path: 'f', mode: 0o644, uid: 0, gid: 0, mtime: 0, kind: 'file' as const, body: bytesBody(new Uint8Array(6)) };
    const layer = makeLayer([
      file,
      { ...file, path: 'g', kind: 'hardlink', linkname: 'f' },
      { ...file, path: 'l', kind: 'symlink', linkname: '/bin/busyboxx' },
      { ...file, path: 'd', kind: 'dir' },
    ]);
    expect(layer.size).toBe(6 + 13);
  });

  it('LAY-8 nothing in a layer can leave the root: links in parent paths are taken inside it', () => {
    const file = { mode: 0o644, uid: 0, gid: 0, mtime: 0, kind: 'file' as const, body: textBody('x') };
    const link = { ...file, kind: 'symlink' as const };
    expect(() => apply(Tree.empty(), [{ ...file, path: 'a/../../evil' }])).toThrow('invalid entry name "a/../../evil"');
    const hard = { ...file, kind: 'hardlink' as const, path: 'h' };
    expect(() => apply(Tree.empty(), [{ ...hard, linkname: '../../etc/passwd' }])).toThrow('invalid hardlink target "../../etc/passwd"');
    expect(() => apply(Tree.empty(), [{ ...hard, linkname: 'nosuch' }])).toThrow('linkat nosuch h: no such file or directory');
    const out = [
      { ...link, path: 'l', linkname: '../../etc' },
      { ...file, path: 'l/passwd' },
    ];
    expect(() => apply(Tree.empty(), out)).toThrow('statat l: path escapes from parent');
    const tree = apply(Tree.empty(), [
      { ...link, path: 'l', linkname: '/etc' },
      { ...file, path: 'l/passwd' },
    ]);
    expect([...tree.walk()].map(([path, { kind }]) => `${kind} ${path}`)).toEqual(['dir /etc', 'file /etc/passwd', 'symlink /l']);
    const loop = [
      { ...link, path: 'a', linkname: 'b' },
      { ...link, path: 'b', linkname: 'a' },
    ];
    expect(() => apply(Tree.empty(), [...loop, { ...file, path: 'a/x' }])).toThrow('too many levels of symbolic links');
  });

  it('LAY-10 an archive with two members of one name is no layer', () => {
    const file = { mode: 0o644, uid: 0, gid: 0, mtime: 0, kind: 'file' as const, body: textBody('x') };
    const twice = [
      { ...file, path: 'a' },
      { ...file, path: 'a', kind: 'dir' as const },
    ];
    expect(() => readLayer(tarBody(twice))).toThrow('duplicates of file paths not supported');
  });
});
