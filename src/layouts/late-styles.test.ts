import { describe, expect, it } from 'vitest';
import { loadedBy, withoutLate } from './late-styles.ts';

describe('style sheets of what is opened later', () => {
  it('LBV-18 are those that the lab’s chunk loads', () => {
    const chunk = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/store.a.js","_astro/store.a.css"])))=>i.map(i=>d[i]);';
    expect(loadedBy(chunk)).toEqual(['/_astro/store.a.css']);
    expect(loadedBy('no list')).toEqual([]);
  });
  it('LBV-18 are not linked by the page', () => {
    const html = '<link rel="stylesheet" href="/_astro/Lab.css"><link rel="stylesheet" href="/_astro/store.a.css">';
    expect(withoutLate(html, new Set(['/_astro/store.a.css']))).toBe('<link rel="stylesheet" href="/_astro/Lab.css">');
  });
});
