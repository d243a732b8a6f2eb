// What of a lab sleeps until its prompt is there, asked for before it: nothing that a person does is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const awake = '.lab-picture[data-live]';

describe('a lab that sleeps', () => {
  it('LBV-19 a tab that is the first thing clicked is opened', async () => {
    const { page, troubles } = await site.open('/learn/layer-stack/');
    await page.locator('#picture-store').click();
    await page.waitForSelector('#picture-store[aria-selected="true"]');
    await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LBV-19 a tab that is clicked once, between the click on the terminal and its prompt, is opened once', async () => {
    const { page, troubles } = await site.open('/learn/layer-stack/');
    await page.locator('.lab-start').click();
    await page.locator('#bottom-files').click();
    await page.waitForSelector('.work-files');
    expect(await page.locator('#bottom-files').getAttribute('aria-selected')).toBe('true');
    await page.locator('.lab-picture .expand').click();
    await page.waitForSelector('.lab[data-expanded]');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LBV-19 what has the focus keeps it while it wakes, and takes keys after', async () => {
    const { page } = await site.open('/learn/layer-stack/');
    await page.locator('#picture-stack').focus();
    await page.waitForSelector(awake);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture-stack');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture-store');
    await page.context().close();
  });

  it('LBV-19 on a phone the parts wake without the terminal', async () => {
    const { page } = await site.open('/learn/layer-stack/', { viewport: { width: 360, height: 740 } });
    await page.locator('.dock [data-goes="picture"]').click();
    await page.waitForSelector(awake);
    await page.locator('#picture-store').click();
    await page.waitForSelector('#picture-store[aria-selected="true"]');
    expect(await page.locator('.xterm').count()).toBe(0);
    await page.locator('.dock [data-goes="terminal"]').click();
    await page.waitForSelector('.tty[data-mode="prompt"]');
    await page.context().close();
  });
});
