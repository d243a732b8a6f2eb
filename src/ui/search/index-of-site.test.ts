import { expect, it } from 'vitest';
import { isAnswer, passages } from './index-of-site.ts';

it('FND-4 an excerpt is text with its hits marked; nothing in it is taken for HTML', () => {
  expect(passages('a &lt;b&gt; <mark>layer</mark> &amp;amp; more')).toEqual([
    { text: 'a <b> ', hit: false },
    { text: 'layer', hit: true },
    { text: ' &amp; more', hit: false },
  ]);
  expect(passages('<mark>x</mark>')).toEqual([{ text: 'x', hit: true }]);
  expect(passages('a stack: <mark>layers</mark> \u2060\u2060, one over the other; docker build .').at(-1)?.text).toBe(
    ', one over the other; docker build .',
  );
  expect(passages('一个<mark>白障 </mark>\u2060\u2060，字节还在').map(({ text }) => text)).toEqual(['一个', '白障', '，字节还在']);
});

it('FND-5 a word that no page has finds nothing: what shares only its first letters is no answer', () => {
  const hit = (text: string) => [
    { text: 'before ', hit: false },
    { text, hit: true },
  ];
  expect(isAnswer('zzqqxx', hit('Z.'))).toBe(false);
  expect(isAnswer('zzqqxx layer', hit('Layers,'))).toBe(true);
  expect(isAnswer('containr', hit('containers'))).toBe(true);
  expect(isAnswer('--format', hit('--format'))).toBe(true);
  expect(isAnswer('Dockerfiles', hit('Dockerfile'))).toBe(true);
  expect(isAnswer('构建缓存', hit('缓存'))).toBe(true);
  expect(isAnswer('layer', [{ text: 'no hit in sight', hit: false }])).toBe(false);
});
