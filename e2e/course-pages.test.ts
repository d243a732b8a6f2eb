// Lessons and capstones are told apart on every page of the course, and an exercise leaves room for the picture.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('lessons and capstones', () => {
  it('PRG-6 front page and map count both', async () => {
    for (const [path, words] of [
      ['/', '38 lessons, 113 exercises and 6 capstones'],
      ['/learn/', '38 lessons, 113 exercises and 6 capstones'],
      ['/zh-cn/', '38 课，113 个练习，6 个综合练习'],
      ['/zh-cn/learn/', '38 课、113 个练习、6 个综合练习'],
    ] as const) {
      const { page } = await site.open(path);
      expect([path, (await page.locator('main').textContent())?.includes(words)]).toEqual([path, true]);
    }
  });
  it('PRG-6 a capstone has its own name, and sections without a lesson’s number', async () => {
    const { page } = await site.open('/learn/black-box-to-recipe/');
    expect(await page.locator('.read > header .label').textContent()).toContain('Capstone 2');
    expect(await page.locator('.depth li a [aria-hidden]').allTextContents()).toSatisfy((all: string[]) =>
      all.every((text, index) => text === String(index + 1)),
    );
    await page.goto(`${site.origin}/learn/kernel-and-rootfs/`);
    expect(await page.locator('.depth li a [aria-hidden]').first().textContent()).toBe('2.1');
    await page.goto(`${site.origin}/learn/`);
    const labels = await page.locator('.core .bed b').allTextContents();
    expect(new Set(labels).size).toBe(44);
  });
});

it('LES-162 beside goals the picture keeps 215 pixels and the terminal 140, in a window of 1440 × 900', async () => {
  const { page } = await site.open('/learn/layer-stack/');
  await page.locator('[data-work]').first().click();
  await page.waitForSelector('.lab[data-status="ready"] .goals', { timeout: 30_000 });
  const heights = await page.evaluate(() =>
    ['.lab .picture .sheet', '.lab .lab-panel', '.lab > .lab-goals'].map(
      (one) => document.querySelector(one)?.getBoundingClientRect().height ?? 0,
    ),
  );
  expect(heights[0]).toBeGreaterThanOrEqual(215);
  expect(heights[1]).toBeGreaterThanOrEqual(140);
  expect(heights[2]).toBeGreaterThanOrEqual(100);
});
