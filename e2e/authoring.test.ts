// The page that shows authors every tag, and small labs beside the page's own.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, sizes } from './access.ts';
import { openSite, type Site, screen, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const repeatedIds = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
const state = (page: Page, n: number) => page.locator('.small-lab').nth(n).getAttribute('data-status');
/** Touches a small lab, and types a line at its prompt. */
async function type(page: Page, n: number, line: string): Promise<void> {
  const small = page.locator('.small-lab').nth(n);
  await small.scrollIntoViewIfNeeded();
  const start = small.locator('.lab-start');
  if (await start.isVisible()) await start.click();
  await small.locator('.tty[data-mode="prompt"]').waitFor();
  await small.locator('.xterm-helper-textarea').focus();
  await page.keyboard.press('Control+u');
  await page.keyboard.type(line);
  const before = await small.getAttribute('data-point');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([at, point]) => {
      const lab = document.querySelectorAll<HTMLElement>('.small-lab')[Number(at)];
      return lab?.dataset.status === 'ready' && lab.dataset.point !== point;
    },
    [String(n), before ?? ''] as const,
  );
}
const lines = (page: Page, n: number) => page.locator('.small-lab').nth(n).locator('.xterm-rows').innerText();

describe('the page for authors', () => {
  it('LES-154 small labs are machines of their own: they sleep until touched, and no lab hears of another', async () => {
    const { page, troubles } = await site.open('/authoring/');
    expect([await state(page, 0), await state(page, 1), await page.locator('.lab').getAttribute('data-status')]).toEqual([
      'idle',
      'idle',
      'idle',
    ]);
    // What the scene left is drawn before anything runs.
    await page.locator('.small-lab [data-pid], .small-lab .picture').first().waitFor();
    expect(await page.locator('.small-lab').first().innerText()).toContain('running');
    await type(page, 0, 'docker ps --format {{.Names}}');
    expect(await lines(page, 0)).toContain('job');
    expect([await state(page, 1), await page.locator('.lab').getAttribute('data-status')]).toEqual(['idle', 'idle']);
    await type(page, 1, 'docker ps -aq | wc -l');
    expect(await lines(page, 1)).toMatch(/^0$/m);
    // The page's own lab takes what the text offers; the small ones do not.
    const point = await page.locator('.small-lab').first().getAttribute('data-point');
    await terminal(page);
    await page.locator('[data-prompt="docker image ls"]').click();
    await page.waitForFunction(() =>
      document.querySelector('.terminals-one:not([hidden]) .xterm-rows')?.textContent?.includes('docker image ls'),
    );
    expect(await lines(page, 1)).not.toContain('docker image ls');
    expect(await screen(page)).not.toContain('docker ps');
    // Start over brings the scene's end back.
    await type(page, 0, 'docker rm -f job');
    await page.locator('.small-lab').first().locator('.tabs button').click();
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.small-lab')?.dataset.point === '0');
    await type(page, 0, 'docker ps --format {{.Names}}');
    expect(await lines(page, 0)).toContain('job');
    expect(Number(point)).toBe(1);
    expect(await repeatedIds(page)).toEqual([]);
    expect(troubles).toEqual([]);
    // Nothing of the small labs is kept.
    await page.reload();
    await page.waitForSelector('.small-lab');
    expect(await state(page, 0)).toBe('idle');
    await page.context().close();
  });

  it.each([
    ['/authoring/', 1440, 'light'],
    ['/zh-cn/authoring/', 360, 'dark'],
  ] as const)(
    'LES-155 %s shows every tag: axe finds nothing, nothing is too wide or too small, no error',
    async (path, width, colorScheme) => {
      const { page, troubles } = await site.open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      for (const part of [
        '.run',
        '.try-line',
        'code.value',
        '.still-figure',
        '.small-lab',
        '[id^="predict-"]',
        '.myth',
        'button.term',
        '#t000',
        '.exercise',
        '.quiz',
      ])
        expect(await page.locator(`.prose ${part}`).count(), part).toBeGreaterThan(0);
      expect(await page.locator('.prose pre').filter({ hasText: '<Matrix />' }).count()).toBe(1);
      expect(await sizes(page, 24)).toEqual([]);
      expect(await axe(page)).toEqual([]);
      await type(page, 1, 'docker images');
      expect(await sizes(page, 24)).toEqual([]);
      expect(await axe(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );
});
