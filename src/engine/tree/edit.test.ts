import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, type NewInode, ROOT, resolvePath, Tree, TreeEdit, textBody } from './index.ts';

const meta = { mode: 0o644, uid: 0, gid: 0, mtime: 0 };
const file = (text: string): NewInode => ({ kind: 'file', body: textBody(text), ...meta });
const dir: NewInode = { kind: 'dir', ...meta, mode: 0o755 };

function sample(): Tree {
  const edit = new TreeEdit(Tree.empty());
  const etc = edit.create(ROOT, 'etc', dir);
  edit.create(etc, 'passwd', file('root'));
  edit.create(ROOT, 'link', { kind: 'symlink', target: 'etc/../etc', ...meta });
  edit.create(ROOT, 'abs', { kind: 'symlink', target: '/etc/passwd', ...meta });
  edit.create(ROOT, 'loop', { kind: 'symlink', target: 'loop', ...meta });
  return edit.tree();
}

test('TRE-3 a tree that was handed out is not changed by later edits', () => {
  const before = sample();
  const listing = [...before.walk()].map(([path, inode]) => [path, inode.mode]);
  const edit = new TreeEdit(before);
  const etc = edit.child(ROOT, 'etc')!;
  edit.unlink(etc.ino, 'passwd');
  edit.patch(etc.ino, { mode: 0o700 });
  edit.removeAll(ROOT, 'link');
  expect([...before.walk()].map(([path, inode]) => [path, inode.mode])).toEqual(listing);
  expect(edit.tree().at('/etc/passwd')).toBeUndefined();
  expect(before.at('/etc/passwd')?.kind).toBe('file');
});

test('TRE-4 an inode that no edit touched is the same object in both trees, and one that was touched is not', () => {
  const before = sample();
  const edit = new TreeEdit(before);
  const passwd = before.at('/etc/passwd')!;
  edit.patch(passwd.ino, {});
  const after = edit.tree();
  expect(after.at('/etc')).toBe(before.at('/etc'));
  expect(after.at('/etc/passwd')).not.toBe(passwd);
});

test('TRE-5 hard links share one inode; removing one name leaves the other', () => {
  const edit = new TreeEdit(sample());
  const passwd = edit.tree().at('/etc/passwd')!;
  edit.link(passwd.ino, ROOT, 'also');
  edit.patch(passwd.ino, { body: textBody('new') });
  expect(edit.tree().at('/also')).toBe(edit.tree().at('/etc/passwd'));
  edit.unlink(edit.child(ROOT, 'etc')!.ino, 'passwd');
  expect(edit.tree().at('/also')?.links).toEqual([{ parent: ROOT, name: 'also' }]);
  edit.unlink(ROOT, 'also');
  expect(edit.get(passwd.ino)).toBeUndefined();
});

test('TRE-6 paths are resolved inside the root, links taken, loops refused', () => {
  const tree = sample();
  expect(resolvePath(tree, '/link/passwd')?.path).toBe('/etc/passwd');
  expect(resolvePath(tree, '../../../abs')?.path).toBe('/etc/passwd');
  expect(resolvePath(tree, '/abs', false)?.inode?.kind).toBe('symlink');
  expect(resolvePath(tree, '/link/new')).toMatchObject({ path: '/etc/new', inode: undefined });
  expect(resolvePath(tree, '/loop')).toBeUndefined();
});

test('TRE-7 names are ordered by the bytes of their UTF-8 form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareNames(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareNames('\uffff', '\u{10000}')).toBeLessThan(0);
});
