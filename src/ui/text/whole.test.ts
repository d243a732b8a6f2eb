import { describe, expect, it } from 'vitest';
import { pieces, wholeWords } from './whole.ts';

const cut = (text: string) => pieces(text).map(({ text: one, whole }) => (whole ? `[${one}]` : one));

describe('words of code', () => {
  it('LES-164 a word with a hyphen stays whole, and nothing is lost between words', () => {
    expect(cut('--name')).toEqual(['[--name]']);
    expect(cut('ps -a')).toEqual(['ps ', '[-a]']);
    expect(cut('docker run --rm -it IMAGE sh')).toEqual(['docker run ', '[--rm]', ' ', '[-it]', ' IMAGE sh']);
    expect(cut('/bin/sh')).toEqual(['/bin/sh']);
    expect(cut('-')).toEqual(['-']);
  });
  it('LES-164 a word longer than a phone is wide may break', () => {
    expect(cut('io.containerd.snapshotter-version')).toEqual(['io.containerd.snapshotter-version']);
  });
  it('LES-164 code of a text is cut, blocks of code are not', () => {
    const code = (value: string) => ({ type: 'element', tagName: 'code', children: [{ type: 'text', value }] });
    const tree = {
      type: 'root',
      children: [
        { type: 'element', tagName: 'p', children: [code('ps -a')] },
        { type: 'element', tagName: 'pre', children: [code('ps -a')] },
      ],
    };
    wholeWords()(tree);
    const [p, pre] = tree.children.map(({ children }) => children[0]?.children);
    expect(p).toMatchObject([{ value: 'ps ' }, { tagName: 'span', properties: { className: ['whole'] }, children: [{ value: '-a' }] }]);
    expect(pre).toEqual([{ type: 'text', value: 'ps -a' }]);
  });
});
