import { describe, expect, test } from 'vitest';
import type { TreeEntry } from '../../session/queries/editor.ts';
import { type Intent, intentOf, type Key } from './keys.ts';
import { canMove, freeName, nameTrouble } from './paths.ts';
import { FIRST, type Listings, marksBetween, rowsOf, startListings, toReveal, typeAhead } from './rows.ts';
import { uploadTrouble } from './upload.ts';

const entry = (name: string, more: Partial<TreeEntry> = {}): TreeEntry => ({ name, kind: 'file', size: 1, mode: 0o644, mtime: 1, ...more });
const dir = (name: string): TreeEntry => entry(name, { kind: 'dir', size: 0 });
const listings: Listings = new Map([
  ['/root', [entry('.profile'), dir('app'), entry('b.txt'), entry('B.md')]],
  [
    '/root/app',
    [entry('Dockerfile'), entry('.dockerignore'), dir('static'), entry('link', { kind: 'symlink', target: 'static', leads: 'dir' })],
  ],
  ['/root/app/static', []],
  ['/', [dir('root'), dir('etc')]],
]);
const rows = (...open: string[]) => rowsOf({ home: '/root', listings, open: new Set(open) });
const text = (...open: string[]) =>
  rows(...open).map((row) =>
    row.kind === 'entry'
      ? `${'  '.repeat(row.level - 1)}${row.expanded === undefined ? '' : row.expanded ? '▾' : '▸'}${row.name} ${row.position}/${row.size}`
      : `${'  '.repeat(row.level - 1)}(${row.kind})`,
  );

describe('rows', () => {
  test('EDR-40 the home comes first, then the whole machine; folders before files, hidden names among them', () => {
    expect(text()).toEqual(
      ['▸app 1/5', 'b.txt 3/5', 'B.md 2/5', '.profile 4/5', '▸/ 5/5'].sort((a, b) => Number(a.slice(-3, -2)) - Number(b.slice(-3, -2))),
    );
    expect(text('/root/app', '/root/app/static')).toEqual([
      '▾app 1/5',
      '  ▸link 1/4',
      '  ▾static 2/4',
      '    (empty)',
      '  Dockerfile 3/4',
      '  .dockerignore 4/4',
      'B.md 2/5',
      'b.txt 3/5',
      '.profile 4/5',
      '▸/ 5/5',
    ]);
  });
  test('EDR-41 a folder of thousands shows its first, and how many more there are', () => {
    const many: Listings = new Map([['/root', Array.from({ length: 500 }, (_, i) => entry(`f${i}`))]]);
    const shown = rowsOf({ home: '/root', listings: many, open: new Set() });
    expect(shown).toHaveLength(FIRST + 2);
    expect(shown.find(({ kind }) => kind === 'more')?.rest).toBe(300);
    expect(rowsOf({ home: '/root', listings: many, open: new Set(), whole: new Set(['/root']) })).toHaveLength(501);
  });
  test('EDR-42 what is about to be deleted has no row', () => {
    expect(rowsOf({ home: '/root', listings, open: new Set(), leaving: new Set(['/root/app']) }).map(({ name }) => name)).not.toContain(
      'app',
    );
  });
  test('EDR-43 a path is revealed below the home, or else below the root', () => {
    expect(toReveal('/root/app/static/x', '/root')).toEqual(['/root/app', '/root/app/static']);
    expect(toReveal('/root/a', '/root')).toEqual([]);
    expect(toReveal('/etc/hosts', '/root')).toEqual(['/', '/etc']);
  });
  test('EDR-44 what a command made or changed is marked; a folder seen for the first time is not', () => {
    const after: Listings = new Map([
      ['/root', [dir('app'), entry('b.txt', { size: 2 }), entry('new'), entry('B.md')]],
      ['/etc', [entry('hosts')]],
    ]);
    expect([...marksBetween(listings, after)]).toEqual([
      ['/root/b.txt', 'C'],
      ['/root/new', 'A'],
    ]);
  });
  test('EDR-45 letters search from the next row on, the same letter again goes further', () => {
    const all = rows('/root/app');
    expect(typeAhead(all, '/root/app', 'd')?.path).toBe('/root/app/Dockerfile');
    expect(typeAhead(all, '/root/app/Dockerfile', 'dd')?.path).toBe('/root/app/.dockerignore');
    expect(typeAhead(all, '/root/app', 'b.t')?.path).toBe('/root/b.txt');
    expect(typeAhead(all, '/root/app', 'zz')).toBeUndefined();
  });
});

describe('before the engine is there', () => {
  test('EDR-50 the tree shows what the machine begins with', () => {
    const lists = startListings('/root/app', { Dockerfile: 'FROM a', 'src/a.py': '', '/etc/x': 'é' }, { 'big.bin': 9 });
    const shown = rowsOf({ home: '/root', listings: lists, open: new Set(['/root/app', '/root/app/src', '/', '/etc']) });
    expect(shown.map(({ path, entry, kind }) => `${path} ${kind === 'entry' ? entry.size : kind}`)).toEqual([
      '/root/app 0',
      '/root/app/src 0',
      '/root/app/src/a.py 0',
      '/root/app/big.bin 9',
      '/root/app/Dockerfile 6',
      '/ 0',
      '/etc 0',
      '/etc/x 2',
      '/root 0',
    ]);
  });
});

describe('keys', () => {
  const press = (key: string, focus: string, more: Partial<Key> = {}, ...open: string[]): Intent | undefined =>
    intentOf({ key, ctrl: false, shift: false, alt: false, ...more }, rows(...open), focus, '');
  test.each([
    ['ArrowDown', '/root/app', { do: 'focus', path: '/root/B.md' }],
    ['ArrowUp', '/root/app', undefined],
    ['End', '/root/app', { do: 'focus', path: '/' }],
    ['ArrowRight', '/root/app', { do: 'open', path: '/root/app' }],
    ['ArrowRight', '/root/b.txt', undefined],
    ['Enter', '/root/b.txt', { do: 'choose', path: '/root/b.txt' }],
    ['F2', '/root/b.txt', { do: 'rename', path: '/root/b.txt' }],
    ['F2', '/', undefined],
    ['Delete', '/root/app', { do: 'delete', path: '/root/app' }],
    ['Tab', '/root/app', undefined],
  ])('EDR-46 %s at %s', (key, focus, intent) => {
    expect(press(key, focus)).toEqual(intent);
  });
  test('EDR-46 Left closes, then goes to the folder; Ctrl-X and Ctrl-V move', () => {
    expect(press('ArrowLeft', '/root/app', {}, '/root/app')).toEqual({ do: 'close', path: '/root/app' });
    expect(press('ArrowLeft', '/root/app/Dockerfile', {}, '/root/app')).toEqual({ do: 'focus', path: '/root/app' });
    expect(press('ArrowRight', '/root/app', {}, '/root/app')).toEqual({ do: 'focus', path: '/root/app/link' });
    expect(press('x', '/root/b.txt', { ctrl: true })).toEqual({ do: 'cut', path: '/root/b.txt' });
    expect(press('v', '/root/app', { ctrl: true })).toEqual({ do: 'paste', path: '/root/app' });
    expect(press('F10', '/root/app', { shift: true })).toEqual({ do: 'menu', path: '/root/app' });
  });
});

describe('names', () => {
  test('EDR-47 names that no file can have are refused with the reason', () => {
    const taken = new Set(['a']);
    expect(['', 'a', 'b/c', '..', 'x'.repeat(256), 'ok'].map((name) => nameTrouble(name, taken, false))).toEqual([
      'empty',
      'taken',
      'slash',
      'dots',
      'long',
      undefined,
    ]);
    expect(['b/c.txt', 'b/', '/b', '界'.repeat(86)].map((name) => nameTrouble(name, taken, true))).toEqual([
      undefined,
      'slash',
      'slash',
      'long',
    ]);
    expect(freeName('a.tar.gz', new Set(['a.tar.gz', 'a-2.tar.gz']))).toBe('a-3.tar.gz');
    expect(freeName('.env', new Set(['.env']))).toBe('.env-2');
  });
  test('EDR-48 nothing is moved into itself or where it is', () => {
    expect([canMove('/a', '/a/b'), canMove('/a/b', '/a'), canMove('/a', '/a'), canMove('/a/b', '/c'), canMove('/', '/a')]).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
  test('EDR-49 uploads have limits that are told', () => {
    const file = (size: number) => ({ path: 'f', file: { size } });
    expect(uploadTrouble([file(1)])).toBeUndefined();
    expect(uploadTrouble([file(200 << 20)])).toEqual({ kind: 'large', name: 'f', size: 200 << 20 });
    expect(uploadTrouble([file(100 << 20), file(100 << 20), file(100 << 20)])).toEqual({ kind: 'much' });
    expect(uploadTrouble(Array.from({ length: 2001 }, () => file(1)))).toEqual({ kind: 'many' });
  });
});
