import { describe, expect, it } from 'vitest';
import { lateSheets, loadedBy, withoutLate } from './late-styles.ts';

const chunk = (files: readonly string[], code: string) =>
  `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=[${files.map((file) => `"_astro/${file}"`).join(',')}])))=>i.map(i=>d[i]);${code}`;
const lab = chunk(
  ['parts.a.js', 'parts.a.css', 'marks.css'],
  't(()=>import(`./parts.a.js`),__vite__mapDeps([0,1]));t(()=>import(`./controller.b.js`),__vite__mapDeps([2]))',
);
const parts = chunk(
  ['store.c.js', 'store.c.css', 'parts.a.css'],
  't(async()=>{let{x:e}=await import("./store.c.js");return{x:e}},__vite__mapDeps([0,1,2]))',
);

describe('style sheets of what is opened later', () => {
  it('LBV-18 are told by the chunks that load it', () => {
    expect([...loadedBy(lab)]).toEqual([
      ['parts.a.js', ['/_astro/parts.a.css']],
      ['controller.b.js', ['/_astro/marks.css']],
    ]);
    expect([...loadedBy('no list')]).toEqual([]);
  });
  it('LBV-18 are those that the lab and its parts load, not those of the parts', () => {
    expect([...lateSheets(lab, parts)]).toEqual(['/_astro/marks.css', '/_astro/store.c.css']);
  });
  it('LBV-18 are not linked by the page', () => {
    const html = '<link rel="stylesheet" href="/_astro/Lab.css"><link rel="stylesheet" href="/_astro/store.a.css">';
    expect(withoutLate(html, new Set(['/_astro/store.a.css']))).toBe('<link rel="stylesheet" href="/_astro/Lab.css">');
  });
});
