// Which requests are answered from where. Pages come from the network first, so that a reload always has the newest; what never changes is
// taken from the device; and without either, pages say honestly what is here.
import type { WorkboxPlugin } from 'workbox-core';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { isHashed, languageOf, manifestAt, offlinePage } from '../manifest.ts';
import { isGood } from './fill.ts';
import { anywhere, assets, shelfOf } from './shelves.ts';

const keepGood: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) => (isGood(response, new URL(request.url).pathname) ? response : null),
};

const keepNothing: WorkboxPlugin = { cacheWillUpdate: async () => null };

/** A page is the same whatever stands behind the question mark; a server in trouble is as good as none. */
const asPage: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => new URL(request.url).pathname,
  fetchDidSucceed: async ({ response }) => {
    if (response.status >= 500) throw new TypeError(`${response.status}`);
    return response;
  },
};

export function answer(version: string): void {
  const cacheName = shelfOf(version);
  const own = (url: URL, sameOrigin: boolean) => sameOrigin && url.pathname !== '/sw.js';
  registerRoute(({ url, sameOrigin }) => sameOrigin && isHashed(url.pathname), new CacheFirst({ cacheName: assets, plugins: [keepGood] }));
  // Pages see the list that this worker goes by, never the next version's.
  registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname === manifestAt, new CacheFirst({ cacheName, plugins: [keepNothing] }));
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/fonts/'),
    new StaleWhileRevalidate({ cacheName, plugins: [keepGood] }),
  );
  registerRoute(
    ({ request, url, sameOrigin }) => request.mode === 'navigate' && own(url, sameOrigin),
    new NetworkFirst({ cacheName, networkTimeoutSeconds: 5, plugins: [asPage, keepGood] }),
  );
  registerRoute(
    ({ url, sameOrigin }) => own(url, sameOrigin),
    new NetworkFirst({ cacheName, networkTimeoutSeconds: 5, plugins: [keepGood] }),
  );
  setCatchHandler(async ({ request }) => {
    const { pathname } = new URL(request.url);
    const found = await anywhere(pathname);
    if (found) return found;
    const page = request.mode === 'navigate' ? await anywhere(offlinePage[languageOf(pathname)]) : undefined;
    return page ?? Response.error();
  });
}
