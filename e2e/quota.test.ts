// A device that is full, and a browser that lets the page keep nothing: both are made to happen, and nothing is lost.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, ready, run, type Site, screen, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const words = {
  en: { path: '/sandbox/', share: 'Share state', save: 'Save a file', full: 'This device is full.', nosave: 'does not let the page save' },
  zh: { path: '/zh-cn/sandbox/', share: '分享状态', save: '存成文件', full: '设备空间已满。', nosave: '浏览器不允许本页保存。' },
} as const;
const notice = (page: Page) => page.locator('.lab-notice');

/** How much the site may keep on this device, in bytes; without a number, as much as the browser likes. */
async function allow(page: Page, quotaSize?: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: site.origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
}

/** The file that the sharing dialog gives. */
async function savedFile(page: Page, { share, save }: (typeof words)['en' | 'zh']): Promise<Buffer> {
  await page.locator('.keep-bar').getByRole('button', { name: share, exact: true }).click();
  const button = page.locator('dialog[open]').getByRole('button', { name: save, exact: true });
  await button.and(page.locator(':enabled')).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await page.keyboard.press('Escape');
  return readFileSync(await file.path());
}

/** The file opened in a browser that knows nothing has what was done. */
async function opens(buffer: Buffer, tag: string): Promise<void> {
  const { page } = await site.open('/sandbox/');
  await terminal(page);
  // Chosen as a person does: the file dialog opens only once the bar listens.
  const choose = page.locator('.keep-bar').getByRole('button', { name: 'Open archive', exact: true }).first();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.click()]);
  await chooser.setFiles({ name: 'x', mimeType: '', buffer });
  await page.locator('.keep-toast a').click();
  await page.waitForURL(/box=box-/);
  await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
  await run(page, 'clear');
  await run(page, 'docker images');
  expect(await screen(page)).toContain(tag);
  await page.context().close();
}

// Side by side: most of the time is waiting.
describe.concurrent.each(['en', 'zh'] as const)('in %s', (locale) => {
  const say = words[locale];

  it('KEP-46 a full device is told, work goes on and can be saved as a file; when there is room again, it is kept', async () => {
    const { page } = await site.open(say.path);
    await terminal(page);
    await run(page, 'docker tag busybox kept:1');
    await page.waitForTimeout(500);
    await allow(page, 1);
    // An open database goes by the room that it was told of for half a minute.
    await page.waitForTimeout(31_000);
    await run(page, 'docker tag busybox full:1');
    await notice(page).filter({ hasText: say.full }).waitFor();
    await run(page, 'docker tag busybox later:1');
    await run(page, 'clear');
    await run(page, 'docker images');
    expect(await screen(page)).toMatch(/later +1 [\s\S]*/);
    await opens(await savedFile(page, say), 'later');

    // The file of the list of sandboxes is of what is here too, not of what the device has.
    await page.locator('.keep-box').click();
    const row = page.locator('dialog[open] .boxes li').first();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: locale === 'en' ? /as a file$/ : /存成文件/ }).click(),
    ]);
    await page.keyboard.press('Escape');
    expect(readFileSync(await file.path(), 'utf8')).toContain('docker tag busybox later:1');

    await allow(page);
    await run(page, 'docker tag busybox room:1');
    await notice(page).waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    await page.reload();
    await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
    await ready(page);
    await run(page, 'clear');
    await run(page, 'docker images');
    const kept = await screen(page);
    for (const name of ['kept', 'full', 'later', 'room']) expect(kept).toContain(name);
    await page.context().close();
  }, 120_000);

  it('KEP-47 a browser that denies storage is told at once, and everything but keeping works', async () => {
    const { page } = await site.open('/robots.txt');
    await page.addInitScript(() => {
      const denied = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'indexedDB', { value: { open: denied, deleteDatabase: denied }, configurable: true });
      Object.defineProperty(globalThis, 'localStorage', { get: denied, configurable: true });
      Object.defineProperty(globalThis, 'sessionStorage', { get: denied, configurable: true });
    });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(site.origin + say.path);
    await terminal(page);
    await notice(page).filter({ hasText: say.nosave }).waitFor();
    await run(page, 'docker tag busybox denied:1');
    await opens(await savedFile(page, say), 'denied');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
