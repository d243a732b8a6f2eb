import { expect, test } from 'vitest';
import { Tree, textBody } from '../tree/index.ts';
import { apply, OPAQUE, type TarEntry } from './index.ts';

const meta = { mode: 0o755, uid: 0, gid: 0, mtime: 0 };
const dir = (path: string): TarEntry => ({ kind: 'dir', path, ...meta });
const file = (path: string, text = path): TarEntry => ({ kind: 'file', path, body: textBody(text), ...meta });
const link = (path: string, linkname: string): TarEntry => ({ kind: 'symlink', path, linkname, ...meta });
const paths = (tree: Tree): string[] => [...tree.walk()].map(([path]) => path);

test('LAY-12 an opaque marker in a directory that replaces a link empties nothing where the link led', () => {
  const lower = apply(Tree.empty(), [dir('real'), file('real/kept'), link('link', '/real')]);
  const upper = apply(lower, [dir('link'), file(`link/${OPAQUE}`, ''), file('link/new')]);
  expect(paths(upper)).toEqual(['/link', '/link/new', '/real', '/real/kept']);
});

test('LAY-12 links of the layers below are not taken: a directory comes in their place', () => {
  const lower = apply(Tree.empty(), [dir('real'), dir('real/d'), file('real/d/old'), link('link', '/real')]);
  const stays = ['/link', '/link/d', '/real', '/real/d', '/real/d/old'];
  expect(paths(apply(lower, [file(`link/d/${OPAQUE}`, '')]))).toEqual(stays);
  expect(paths(apply(lower, [file('link/d/f')]))).toEqual(['/link', '/link/d', '/link/d/f', '/real', '/real/d', '/real/d/old']);
  expect(paths(apply(lower, [file('link/d/.wh.old', '')]))).toEqual(stays);
});

test('LAY-13 directories of several layers and files that lost names are marked', () => {
  const lower = apply(Tree.empty(), [dir('d'), dir('d/own'), file('d/a'), { kind: 'hardlink', path: 'd/b', linkname: 'd/a', ...meta }]);
  const upper = apply(lower, [file('d/.wh.b', ''), file('d/c')]);
  expect(lower.at('/d')?.spread).toBeUndefined();
  expect(upper.at('/d')?.spread).toBe(1);
  expect(upper.at('/d/own')?.spread).toBeUndefined();
  expect([upper.at('/d/a')?.links.length, upper.at('/d/a')?.spread]).toEqual([1, 1]);
});
