// A browser that lets the page keep nothing is made to happen: it is told, and nothing is lost.
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
  en: { path: '/sandbox/', share: 'Share state', save: 'Save a file', nosave: 'does not let the page save' },
  zh: { path: '/zh-cn/sandbox/', share: '分享状态', save: '存成文件', nosave: '浏览器不允许本页保存。' },
} as const;
const notice = (page: Page) => page.locator('.lab-notice');

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
  await page.locator('.keep-bar input[type=file]').setInputFiles({ name: 'x', mimeType: '', buffer });
  await page.locator('.keep-toast a').click();
  await page.waitForURL(/box=box-/);
  await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
  await run(page, 'clear');
  await run(page, 'docker images');
  expect(await screen(page)).toContain(tag);
  await page.context().close();
}

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const say = words[locale];

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
