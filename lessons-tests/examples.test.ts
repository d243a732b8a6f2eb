import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagNames } from '../src/course/check/prose.ts';
import { tagsOf } from '../src/course/index.ts';
import { checkFolder } from '../src/proof/index.ts';
import { contentRoot, context } from './play.ts';

const folder = 'examples/10-every-tag';

describe('the example lesson for authors', () => {
  it('LES-155 holds as lessons do: schemas, languages, scenes, exercise, mutants, keys', async () => {
    expect((await checkFolder(context, folder)).problems.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it.each(['en', 'zh'])('LES-155 shows every tag that lessons may use, each behind its own source (%s)', (language) => {
    const text = readFileSync(`${contentRoot}/${folder}/${language}.mdx`, 'utf8');
    const sources = [...text.matchAll(/^```mdx\n([\s\S]*?)^```\n\n([\s\S]*?)(?=\n\n(?:##|```|[^<\n]*\n\n```)|$(?![\s\S]))/gm)];
    for (const [, source = '', result = ''] of sources) expect(`${result.trim()}\n`.startsWith(source.trim())).toBe(true);
    const shown = sources.flatMap(([, source = '']) => tagsOf(source).map(({ name }) => name));
    expect([...new Set(shown)].sort()).toEqual([...tagNames].sort());
    // Each of them is alive too, and nothing stands there without its source.
    expect(tagsOf(text).map(({ name }) => name)).toEqual(shown);
  });
});
