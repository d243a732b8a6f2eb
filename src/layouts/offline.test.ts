import { describe, expect, it } from 'vitest';
import { named, withRevision } from './offline.ts';

const revision = (html: string) => /<meta name="revision" content="(\w+)"><\/head>/.exec(withRevision(html))?.[1];

describe('what a build says of itself', () => {
  it('OFF-19 a page’s revision is that of its content', () => {
    const page = '<html><head><title>a</title></head><body><script src="/_astro/x.1.js"></script></body></html>';
    expect(revision(page)).toMatch(/^[0-9a-f]{12}$/);
    expect(revision(page)).toBe(revision(page));
    expect(revision(page.replace('x.1', 'x.2'))).not.toBe(revision(page));
  });

  it('OFF-11 the page about the missing network has all that it loads', () => {
    expect(named('<link href="/_astro/Page.a.css"><script src="/_astro/b.js">')).toEqual(['/_astro/Page.a.css', '/_astro/b.js']);
    expect(named('import{book as a}from"/_astro/en/words.c.js"')).toEqual(['/_astro/en/words.c.js', '/_astro/zh/words.c.js']);
    expect(named('url(/fonts/archivo.woff2)')).toEqual(['/fonts/archivo.woff2']);
    expect(named('import{a}from"./c.js";import(`./d.js`);m.f=["_astro/e.css"]')).toEqual(['/_astro/e.css', '/_astro/c.js', '/_astro/d.js']);
  });
});
