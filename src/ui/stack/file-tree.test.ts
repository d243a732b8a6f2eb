import { describe, expect, it } from 'vitest';
import type { ChangeView } from '../session/view/index.ts';
import { closedAbove, fileTree, isList, listRows, treeRows } from './file-tree.ts';
import { c1, copy, dd } from './testdata/views.ts';
import { newChanges, toTell } from './told.ts';

const file = (path: string, kind: ChangeView['kind'] = 'A', size = 1): ChangeView => ({
  kind,
  path,
  entryKind: kind === 'D' ? 'whiteout' : 'file',
  size,
});
const dir = (path: string, kind: ChangeView['kind'] = 'A'): ChangeView => ({ kind, path, entryKind: 'dir' });

const draw = (changes: readonly ChangeView[], toggled: readonly string[] = []) =>
  treeRows(fileTree(changes), new Set(toggled)).map(
    ({ node, depth, open }) =>
      `${'  '.repeat(depth - 1)}${node.children.length > 0 ? (open ? '- ' : '+ ') : ''}${node.name}${node.change ? ` ${node.change.kind}` : ''}`,
  );

describe('file tree', () => {
  it('STK-50 few entries are a list of whole paths, more are a tree', () => {
    const twelve = Array.from({ length: 12 }, (_none, index) => file(`/f${index}`));
    expect([isList(twelve, 0), isList([...twelve, file('/x')], 0), isList(twelve, 1)]).toEqual([true, false, false]);
    expect(listRows([file('/a/b')]).map(({ node, depth }) => [node.name, depth])).toEqual([['/a/b', 1]]);
  });

  it('STK-51 directories come first, and those that only lead to one other stand in one row with it', () => {
    expect(
      draw([dir('/usr'), file('/usr/share/doc/a/copyright'), file('/usr/share/doc/b/copyright'), file('/etc/hosts', 'C'), file('/x', 'D')]),
    ).toEqual(['- etc', '  hosts C', '- usr A', '  - share/doc', '    - a', '      copyright A', '    - b', '      copyright A', 'x D']);
  });

  it('STK-52 a tree of more than sixteen rows stands folded; directories open and close', () => {
    const many = Array.from({ length: 20 }, (_none, index) => file(`/d${index % 2}/f${index}`));
    expect(draw(many)).toEqual(['+ d0', '+ d1']);
    expect(draw(many, ['/d1'])).toHaveLength(12);
    expect(draw(many.slice(0, 4), ['/d1'])).toEqual(['- d0', '  f0 A', '  f2 A', '+ d1']);
  });

  it('STK-53 a folded directory tells how many entries, bytes and kinds it holds', () => {
    const [d] = fileTree([dir('/d'), file('/d/a', 'A', 5), file('/d/e/b', 'C', 7), file('/d/e/c', 'D', 0)]);
    expect(d && [d.entries, d.size, d.kinds]).toEqual([4, 12, 'AC' + 'D']);
  });

  it('STK-54 a directory that is made opaque is one row', () => {
    const rows = fileTree([{ kind: 'D', path: '/app/logs', entryKind: 'opaque' }, dir('/app/logs', 'C'), file('/app/logs/a', 'C')]);
    expect(rows[0]?.name).toBe('app/logs');
    expect(rows[0]?.change?.entryKind).toBe('opaque');
  });

  it('STK-55 the folded directories above a path are known, so that they can be opened for it', () => {
    const many = Array.from({ length: 20 }, (_none, index) => file(`/usr/d${index % 2}/e${index % 4}/f${index}`));
    const nodes = fileTree(many);
    expect(closedAbove(nodes, new Set(), '/usr/d1/e1/f5')).toEqual(['/usr', '/usr/d1', '/usr/d1/e1']);
    expect(closedAbove(nodes, new Set(['/usr', '/usr/d1']), '/usr/d1/e1/f5')).toEqual(['/usr/d1/e1']);
    expect(closedAbove(nodes, new Set(), '/usr/d1/e1/none')).toEqual([]);
    expect(closedAbove(fileTree(many.slice(0, 4)), new Set(), '/usr/d1/e1/f1')).toEqual([]);
  });
});

describe('what moved', () => {
  it('STK-60 of several changes a copy-up is told, else the whiteout that hides most', () => {
    expect(toTell(c1.changes)).toEqual({ kind: 'copyup', path: '/s', from: copy });
    expect(toTell(c1.changes.slice(0, 2))).toEqual({ kind: 'whiteout', path: '/big', from: dd });
    expect(toTell(c1.changes.slice(1, 2))).toBeUndefined();
  });

  it('STK-61 only what is new since the command before moves, and above forty marks nothing does', () => {
    expect(newChanges(c1, { ...c1, changes: c1.changes.slice(0, 1) }).map(({ path }) => path)).toEqual(['/n', '/s']);
    expect(newChanges(c1, c1)).toEqual([]);
    expect(toTell(Array.from({ length: 41 }, () => c1.changes[2]!))).toBeUndefined();
  });
});
