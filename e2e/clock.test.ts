import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, run, type Site, screen, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const clock = (page: Page) => page.locator('.clock > button');
const order = (page: Page, name: string) => page.locator('.clock-panel').getByRole('button', { name, exact: true });

describe('the clock', () => {
  it('CLK-10 is held, moved on and closed by the keyboard alone, and containers go on with it', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker run -d --name c1 --restart always busybox sh -c "sleep 20; exit 3"');
    await clock(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await order(page, 'Run').waitFor();
    await order(page, 'Move the clock on: +1 min').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      /00:01:\d\d, standing still/.test(document.querySelector('.clock > button')?.getAttribute('aria-label') ?? ''),
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('.clock-panel').count()).toBe(0);
    expect(await clock(page).getAttribute('aria-label')).toMatch(/^Virtual clock: 00:01:\d\d, standing still$/);
    expect(await clock(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await run(page, "docker inspect -f 'restarts {{.RestartCount}}' c1");
    expect(await screen(page)).toMatch(/restarts [23]/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('RST-5 Ctrl-P Ctrl-Q in the terminal leaves the container running', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('docker run -it --name c1 busybox sh');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lab[data-status="running"]');
    await page.waitForTimeout(700);
    await page.keyboard.press('Control+p');
    await page.waitForTimeout(100);
    await page.keyboard.press('Control+q');
    await page.waitForSelector('.lab[data-status="ready"]');
    await run(page, "docker ps --format '{{.Names}} is {{.State}}'");
    expect(await screen(page)).toContain('c1 is running');
    await page.context().close();
  });

  it('TRM-72 in a container Tab completes its paths, and a second Tab walks through the list', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('docker run -it --rm busybox sh');
    await page.keyboard.press('Enter');
    const shows = (text: string) =>
      page.waitForFunction((wanted) => document.querySelector('.xterm-rows')?.textContent?.includes(wanted), text);
    await shows('/ #');
    await page.waitForTimeout(500);
    await page.keyboard.type('cd /et');
    await page.keyboard.press('Tab');
    await shows('/ # cd /etc/');
    await page.keyboard.press('Enter');
    await shows('/etc #');
    await page.waitForTimeout(300);
    await page.keyboard.type('ls ');
    await page.keyboard.press('Tab');
    await shows('passwd');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+u');
    await page.keyboard.press('Control+d');
    await page.waitForSelector('.lab[data-status="ready"]');
    await page.context().close();
  });
});
