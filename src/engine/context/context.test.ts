import { expect, test } from 'vitest';
import { filesTree } from '../testing/build.ts';
import { contextOf } from './filter.ts';
import { readIgnoreFile } from './ignore-file.ts';
import { PatternMatcher } from './patterns.ts';

const patterns = (text: string): string[] => readIgnoreFile(new TextEncoder().encode(text));
const files = filesTree({ 'a/f.txt': '', 'a/b/g.md': '', 'a/b/c/h.txt': '', 'd/i.log': '', 'd/keep.log': '', 'README.md': '', 'x.md': '' });
const kept = (text: string, builder: 'classic' | 'buildkit' = 'buildkit'): string =>
  [...contextOf(files, files.root(), patterns(text), builder, 0).walk()].map(([path]) => path.slice(1)).join(' ');

test('IGN-1 comments, blank lines and surrounding blanks are dropped; a leading slash means nothing', () => {
  expect(patterns('# c\n\n  x  \n/y\n./z/\n! /k\n')).toEqual(['x', 'y', 'z', '!k']);
});

test('IGN-2 a pattern takes a directory with all it holds; a later exclusion brings parts of it back', () => {
  expect(kept('a')).toBe('README.md d d/i.log d/keep.log x.md');
  expect(kept('*.md\n!README.md')).toBe('README.md a a/b a/b/c a/b/c/h.txt a/b/g.md a/f.txt d d/i.log d/keep.log');
  expect(kept('d/*.log\n!d/keep.log')).toContain('d d/keep.log');
});

test('IGN-3 ** crosses directories, * and ? do not', () => {
  expect(kept('**/*.txt')).toBe('README.md a a/b a/b/c a/b/g.md d d/i.log d/keep.log x.md');
  expect(kept('*.txt')).toContain('a/f.txt');
  expect(kept('?.md')).not.toContain('x.md');
  expect(kept('**')).toBe('');
});

test('IGN-4 an exclusion that does not begin with the ignored directory brings files back with BuildKit only', () => {
  expect(kept('a\n!**/h.txt')).toContain('a/b/c/h.txt');
  expect(kept('a\n!**/h.txt', 'classic')).not.toContain('h.txt');
  expect(kept('a\n!a/b/c/h.txt', 'classic')).toContain('a/b/c/h.txt');
});

test('IGN-5 a lone ! and an open bracket are refused', () => {
  expect(() => new PatternMatcher(['!'])).toThrow('illegal exclusion pattern: "!"');
  expect(() => new PatternMatcher(['['])).toThrow('syntax error in pattern');
});

test('IGN-6 everything in a context belongs to root and keeps its time', () => {
  const [, inode] = [...contextOf(files, files.root(), [], 'classic', 5).walk()][0]!;
  expect([inode.uid, inode.gid, inode.mtime]).toEqual([0, 0, 1_760_000_000]);
});
