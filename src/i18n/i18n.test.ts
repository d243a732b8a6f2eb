import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en as code } from './code.en.ts';
import { en as pages } from './pages.en.ts';

describe('words of pages and of code', () => {
  it('LBV-24 code that runs in browsers says no word that only pages have', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !/^i18n\/|^catalog\/|\.test\.tsx?$/.test(name),
    );
    expect(files.length).toBeGreaterThan(500);
    const text = files.map((name) => readFileSync(root + name, 'utf8')).join('\n');
    const begun = new Set([...text.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, start]) => start ?? ''));
    const said = Object.keys(pages).filter((key) => text.includes(`'${key}'`) || [...begun].some((start) => key.startsWith(start)));
    expect(said).toEqual([]);
    expect(Object.keys(code).filter((key) => key in pages)).toEqual([]);
  });
});
