// Without a network: the service worker, what it keeps, and what the site says about it. The network goes away by closing the server.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, run, type Site, screen, siteRoot, terminal } from './site.ts';
import { type StaticServer, serve } from './static-server.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly server: StaticServer;
  end(): Promise<void>;
}

/** A page of a site with a server of its own, which the test may close. */
async function visit(path: string, root = siteRoot): Promise<Visit> {
  const server = await serve(root);
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.origin + path);
  const end = async () => {
    await context.close();
    await server.close();
  };
  return { page, context, origin: server.origin, server, end };
}

const here = (page: Page) =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
    return all;
  });

/** Asks the page until it agrees; Playwright's own waiting takes a promise for an answer. */
async function until<Arg>(page: Page, ask: (arg: Arg) => Promise<boolean>, arg: Arg): Promise<void> {
  await expect.poll(() => page.evaluate(ask as (arg: unknown) => Promise<boolean>, arg), { timeout: 50_000, interval: 500 }).toBe(true);
}

/** Waits until what the manifest lists in these groups is on the device, and the page itself. */
const kept = (page: Page, groups: readonly string[]) =>
  until(
    page,
    async (wanted) => {
      const keys = await caches.keys();
      if (!keys.some((name) => name.startsWith('strata-site-'))) return false;
      const have = new Set<string>();
      for (const name of keys) for (const { url } of await (await caches.open(name)).keys()) have.add(new URL(url).pathname);
      const { files } = await (await fetch('/offline.json')).json();
      return Object.entries<[string, number, string]>(files).every(([path, [, , group]]) => !wanted.includes(group) || have.has(path));
    },
    groups,
  );

describe('without a network', () => {
  it('OFF-10 a lesson that was read is read again, and its lab answers', async () => {
    const { page, server, end } = await visit('/learn/layer-stack/');
    await terminal(page);
    await kept(page, ['shell', 'lab']);
    expect(await here(page)).toContain('/learn/layer-stack/');
    await server.close();
    await page.reload();
    expect(await page.locator('main h1').textContent()).toContain('stack');
    await terminal(page);
    await run(page, 'docker pull alpine:3.20 && docker run --rm alpine:3.20 echo it works');
    expect(await screen(page)).toContain('it works');
    await end();
  });

  it('OFF-10 a page that was only read is kept with what it shows, and its lab is not fetched', async () => {
    const { page, server, end } = await visit('/learn/layer-stack/');
    await until(page, async () => (await caches.match('/learn/layer-stack/')) !== undefined, undefined);
    await page.waitForTimeout(7000);
    expect((await here(page)).filter((path) => /\/(?:worker-|engine-(?!worker)|controller\.|Lab\.[^/]*js)/.test(path))).toEqual([]);
    await server.close();
    await page.reload();
    expect(await page.locator('main h1').evaluate((h1) => getComputedStyle(h1).fontFamily)).toContain('Archivo');
    expect(await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0))).toBe(true);
    await end();
  });

  it('OFF-10 a small lab that was touched brings what labs need, too', async () => {
    const { page, end } = await visit('/authoring/');
    await page.locator('.small-lab .lab-start').first().click();
    await kept(page, ['shell', 'lab']);
    await end();
  });

  it('OFF-11 a page that was not read says so in its language, and names what is here', async () => {
    const { page, origin, server, end } = await visit('/learn/layer-stack/');
    await kept(page, ['shell']);
    await until(page, async () => (await caches.match('/learn/layer-stack/')) !== undefined, undefined);
    await server.close();
    await page.goto(`${origin}/learn/digests/`);
    await page.locator('.lost').waitFor();
    expect(await page.locator('.lost').textContent()).toContain('/learn/digests/');
    const readable = page.locator('.here-list li:not([hidden]) a');
    await readable.first().waitFor();
    expect(await readable.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/learn/layer-stack/']);
    await page.goto(`${origin}/zh-cn/learn/digests/`);
    await page.locator('.lost').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('.lost h1').textContent()).toBe('这一页不在这台设备上');
    await end();
  });

  it('OFF-12 the whole course is kept when asked, works, and goes away again', async () => {
    const { page, origin, server, end } = await visit('/offline/');
    const row = page.locator('.keep[data-language="en"]');
    await page.waitForSelector('.keep[data-language="en"][data-state]');
    await row.locator('.keep-go').click();
    await page.waitForSelector('.keep[data-language="en"][data-state="kept"]', { timeout: 50_000 });
    const said = (await row.locator('.keep-state').textContent()) ?? '';
    const bytes = await page.evaluate(async () => {
      const { files } = await (await fetch('/offline.json')).json();
      return Object.values<[string, number, string]>(files).reduce((sum, [, size, group]) => sum + (group === 'zh' ? 0 : size), 0);
    });
    expect(said).toContain(`${Number((bytes / 1e6).toPrecision(3))} MB`);
    await server.close();

    await page.goto(`${origin}/learn/digests/`);
    await terminal(page);
    await page.goto(`${origin}/learn/layer-stack/`);
    await page.locator('[id^="exercise-"]').first().waitFor();
    await page.goto(`${origin}/search/?q=whiteout`);
    await page.locator('main a[href*="/learn/"]').first().waitFor();

    const again = await serve(siteRoot, Number(new URL(origin).port));
    await page.goto(`${origin}/offline/`);
    await row.locator('.keep-drop').click();
    await page.waitForSelector('.keep[data-language="en"][data-state="part"]');
    await again.close();
    const left = await here(page);
    expect(left.filter((path) => path.startsWith('/learn/') || path.startsWith('/pagefind/'))).toEqual([]);
    await page.goto(`${origin}/learn/digests/`);
    await page.locator('.lost').waitFor();
    await end();
  });

  it('OFF-13 a stopped download keeps what came and can go on', async () => {
    const { page, end } = await visit('/zh-cn/offline/');
    const row = page.locator('.keep[data-language="zh"]');
    await page.waitForSelector('.keep[data-language="zh"][data-state]');
    await row.locator('.keep-go').click();
    await row.locator('.keep-stop').click();
    await page.waitForSelector('.keep[data-language="zh"][data-state="part"]');
    expect(await row.locator('.keep-state').textContent()).toContain('已停止');
    await row.locator('.keep-go').click();
    await page.waitForSelector('.keep[data-language="zh"][data-state="kept"]', { timeout: 50_000 });
    await end();
  });

  it('OFF-14 without enough space it is said, and nothing breaks', async () => {
    const { page, context, origin, end } = await visit('/');
    const client = await context.newCDPSession(page);
    await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
    await page.goto(`${origin}/offline/`);
    const row = page.locator('.keep[data-language="en"]');
    await row.locator('.keep-go').click();
    await page.waitForFunction(() => /not enough space|no more space/.test(document.querySelector('.keep-state')?.textContent ?? ''));
    await page.goto(`${origin}/learn/digests/`);
    await terminal(page);
    await end();
  });

  it('OFF-15 where no worker is allowed the site works, and the page says that nothing can be kept', async () => {
    const { page } = await site.open('/offline/');
    await page.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    await page.reload();
    await page.locator('.keep-none').waitFor();
    expect(await page.locator('.keep-list').isVisible()).toBe(false);
    await page.context().close();
  });

  it('OFF-17 a worker that cannot be installed, as in the middle of a deployment, leaves the site as it is', async () => {
    const root = mkdtempSync(join(tmpdir(), 'strata-site-'));
    cpSync(siteRoot, root, { recursive: true });
    writeFileSync(join(root, 'offline.json'), readFileSync(join(root, 'offline.json'), 'utf8').replace('"version":"', '"version":"other'));
    const { page, context, origin, end } = await visit('/', root);
    await context.waitForEvent('serviceworker');
    await until(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0, undefined);
    await page.goto(`${origin}/learn/digests/`);
    await terminal(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
    await end();
    rmSync(root, { recursive: true });
  });

  it('OFF-16 an open page keeps working when a newer version comes, says so, and a reload takes it', async () => {
    const root = mkdtempSync(join(tmpdir(), 'strata-site-'));
    cpSync(siteRoot, root, { recursive: true });
    const { page, context, origin, end } = await visit('/learn/layer-stack/', root);
    await terminal(page);
    await kept(page, ['shell', 'lab']);
    // The next version: another page, and a script that labs load late has another name; the old one is gone from the server.
    const manifest = JSON.parse(readFileSync(join(root, 'offline.json'), 'utf8'));
    const late = Object.keys(manifest.files).find((path) => /\/alpine[-.]/.test(path)) ?? '';
    expect(late).not.toBe('');
    rmSync(join(root, late));
    delete manifest.files[late];
    const file = join(root, 'learn/layer-stack/index.html');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/(name="revision" content=")\w+/, '$1newer')
        .replace(/<h1[^>]*>/, '$&Newer: '),
    );
    manifest.files['/learn/layer-stack/'][0] = 'newer';
    const version = manifest.version;
    manifest.version = 'another';
    writeFileSync(join(root, 'offline.json'), JSON.stringify(manifest));
    writeFileSync(join(root, 'sw.js'), readFileSync(join(root, 'sw.js'), 'utf8').replaceAll(version, 'another'));

    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await page.locator('.newer').waitFor();
    await terminal(page);
    await run(page, 'docker pull -q alpine:3.20 && docker run --rm alpine:3.20 echo still here');
    expect(await screen(page)).toContain('still here');
    expect(await here(page)).toContain(late);
    await page.locator('.newer .btn').first().click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Newer: '));
    // Nothing old is open any more: what only the old version had goes.
    await until(
      page,
      async (path) => {
        const names = await caches.keys();
        return names.filter((name) => name.startsWith('strata-site-')).length === 1 && (await caches.match(path)) === undefined;
      },
      late,
    );
    expect(await page.locator('.newer').count()).toBe(0);
    expect(context.serviceWorkers().length).toBeGreaterThan(0);
    expect(origin).toBe(new URL(page.url()).origin);
    await end();
    rmSync(root, { recursive: true });
  });
});
