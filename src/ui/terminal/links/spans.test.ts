import { describe, expect, it } from 'vitest';
import type { Selected } from '../../picture/index.ts';
import { listed, spansOf } from './spans.ts';
import type { Things } from './things.ts';

const image: Selected = { kind: 'image', id: `sha256:${'ab12'.repeat(16)}`, machine: 'strata' };
const container: Selected = { kind: 'container', id: 'c0ffee'.padEnd(64, '0'), machine: 'strata' };
const things: Things = {
  names: new Map([
    ['web:1', image],
    ['api', container],
    ['127.0.0.1:5000/app:1', image],
    ['app', image],
    ['a', image],
  ]),
  ids: [
    ['ab12'.repeat(16), image],
    ['c0ffee'.padEnd(64, '0'), container],
  ],
};
const marked = (text: string): string =>
  spansOf(text, things).reduceRight(
    (done, { from, to, is }) => `${done.slice(0, from)}[${is.kind}:${done.slice(from, to)}]${done.slice(to)}`,
    text,
  );

describe('links', () => {
  it.each([
    ['ab12ab12ab12   web   1', '[image:ab12ab12ab12]   web   1'],
    ['Untagged: web:1', 'Untagged: [image:web:1]'],
    [`sha256:${'ab12'.repeat(16)}`, `[image:sha256:${'ab12'.repeat(16)}]`],
    [`Deleted: sha256:${'ab12'.repeat(16)}.`, `Deleted: [image:sha256:${'ab12'.repeat(16)}].`],
    [`web@sha256:${'ab12'.repeat(16)}`, `web@[image:sha256:${'ab12'.repeat(16)}]`],
    ['c0ffee000000   web:1   "sh"   api', '[container:c0ffee000000]   [image:web:1]   "sh"   [container:api]'],
    ['ab12ab1 is too short, dddddddddddd is nobody', 'ab12ab1 is too short, dddddddddddd is nobody'],
    ['push to 127.0.0.1:5000/app:1: denied', 'push to [image:127.0.0.1:5000/app:1]: denied'],
    ['rapid apis', 'rapid apis'],
    ['node01 ~/app $ ls /app', 'node01 ~/app $ ls /app'],
    ['app   latest', '[image:app]   latest'],
    ['a   latest   less than a second ago', '[image:a]   latest   less than a second ago'],
    ['层 api', '层 [container:api]'],
  ])('TRM-20 %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('TRM-21 the list has each thing once, the last named first, by name where there is one', () => {
    expect(listed(spansOf('api ab12ab12ab12 c0ffee000000 web:1 c0ffee000000', things)).map(({ text }) => text)).toEqual(['api', 'web:1']);
  });
});
