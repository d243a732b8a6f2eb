import { describe, expect, it } from 'vitest';
import { importsOf, laterOf, withAhead, withHint } from './lab-ahead.ts';

describe('what a lab needs first', () => {
  it('LBV-20 is what its chunk imports, not what it loads later', () => {
    const chunk =
      'const d=1;import{n as e}from"./worker.a.js";import"./b.js";import*as t from"./c.js";export{x}from"./d.js";t(()=>import(`./late.js`))';
    expect(importsOf(chunk)).toEqual(['worker.a.js', 'b.js', 'c.js', 'd.js']);
  });
  it('LBV-20 is named in the head', () => {
    expect(withAhead('<head><title>t</title></head>', ['a.js', 'b.js'])).toBe(
      '<head><title>t</title><meta name="lab-ahead" content="a.js b.js"></head>',
    );
  });
  it('LBV-22 what runs before the first prompt is what the first chunk loads later, and is marked once', () => {
    const chunk = 'const d=(i,m=d,e=(m.f||(m.f=["_astro/Lab.a.js","_astro/Lab.css","_astro/screen.b.js"])))=>i.map(i=>e[i]);import"./c.js"';
    expect(laterOf(chunk)).toEqual(['Lab.a.js', 'screen.b.js']);
    expect(laterOf('import"./c.js"')).toEqual([]);
    expect(withHint(withHint('a()'))).toBe('//# allFunctionsCalledOnLoad\na()');
  });
});
