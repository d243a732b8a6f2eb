import { describe, expect, it } from 'vitest';
import { extentOf, type Manifest, placeOf } from './manifest.ts';

describe('files of the site', () => {
  it('OFF-18 every file has an address and a group, but for those that nobody needs without a network', () => {
    expect(placeOf('index.html')).toEqual({ path: '/', group: 'en' });
    expect(placeOf('learn/digests/index.html')).toEqual({ path: '/learn/digests/', group: 'en' });
    expect(placeOf('zh-cn/index.html')).toEqual({ path: '/zh-cn/', group: 'zh' });
    expect(placeOf('_astro/engine-CWowvxMb.js')).toEqual({ path: '/_astro/engine-CWowvxMb.js', group: 'lab' });
    expect(placeOf('fonts/archivo.woff2')).toEqual({ path: '/fonts/archivo.woff2', group: 'lab' });
    expect(placeOf('course/exercises.json')?.group).toBe('lab');
    expect(placeOf('pagefind/pagefind.js')?.group).toBe('search');
    expect(placeOf('pagefind/wasm.unknown.pagefind')?.group).toBe('search');
    expect(placeOf('pagefind/pagefind.zh-cn_3fb4761797681.pf_meta')?.group).toBe('zh');
    expect(placeOf('pagefind/fragment/en_1a2b.pf_fragment')?.group).toBe('en');
    for (const name of ['pagefind/pagefind-ui.js', 'sw.js', 'offline.json', '404.html', 'fonts/LICENSES.txt'])
      expect(placeOf(name)).toBeUndefined();
  });

  it('OFF-12 the size told is that of the files, and what is here is counted by address', () => {
    const manifest: Manifest = {
      version: 'v',
      files: { '/': ['a', 100, 'en'], '/zh-cn/': ['b', 200, 'zh'], '/_astro/x.js': ['', 30, 'lab'], '/offline/': ['c', 4, 'shell'] },
    };
    expect(extentOf(manifest, ['shell', 'lab', 'en'], new Set(['/', '/offline/', '/zh-cn/']))).toEqual({ files: 3, bytes: 134, here: 104 });
  });
});
