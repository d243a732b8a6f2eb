import { expect, it } from 'vitest';
import { passages } from './index-of-site.ts';

it('FND-4 an excerpt is text with its hits marked; nothing in it is taken for HTML', () => {
  expect(passages('a &lt;b&gt; <mark>layer</mark> &amp;amp; more')).toEqual([
    { text: 'a <b> ', hit: false },
    { text: 'layer', hit: true },
    { text: ' &amp; more', hit: false },
  ]);
  expect(passages('<mark>x</mark>')).toEqual([{ text: 'x', hit: true }]);
});
