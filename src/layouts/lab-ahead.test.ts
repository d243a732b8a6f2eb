import { describe, expect, it } from 'vitest';
import { importsOf, withAhead } from './lab-ahead.ts';

describe('what a lab needs first', () => {
  it('LBV-20 is what its chunk imports, not what it loads later', () => {
    const chunk =
      'const d=1;import{n as e}from"./worker.a.js";import"./b.js";import*as t from"./c.js";export{x}from"./d.js";t(()=>import(`./late.js`))';
    expect(importsOf(chunk)).toEqual(['worker.a.js', 'b.js', 'c.js', 'd.js']);
  });
  it('LBV-20 is linked in the head', () => {
    expect(withAhead('<head><title>t</title></head>', ['a.js'])).toBe(
      '<head><title>t</title><link rel="modulepreload" href="/_astro/a.js" fetchpriority="low"></head>',
    );
  });
});
