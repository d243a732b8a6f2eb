// The goal of an exercise beside one's own picture: what differs is seen and said, what is not graded is greyed.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse, substitute, valuesOf } from '../src/course/index.ts';
import { axe, sizes } from './access.ts';
import { openSite, ready, run, type Site } from './site.ts';

const course = loadCourse(new URL('../content', import.meta.url).pathname);
const words = {
  en: {
    path: '',
    compare: 'Compare with the goal',
    goal: 'Goal',
    yours: 'Yours',
    ungraded: 'not graded',
    done: 'Nothing is missing',
    hide: 'Hide the goal',
  },
  zh: { path: '/zh-cn', compare: '与目标对照', goal: '目标', yours: '你的', ungraded: '不计分', done: '没有差别了', hide: '收起目标图' },
};

function solutionOf(lesson: string, exercise: string): readonly string[] {
  const found = course.lessons.find(({ id }) => id === lesson)?.exercises.find(({ id }) => id === exercise);
  if (!found) throw new Error(`no exercise ${lesson}/${exercise}`);
  return substitute(found, valuesOf(found.vary, 0, found.id)).solutions[0]?.run ?? [];
}

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function begin(page: Page): Promise<void> {
  await page.waitForSelector('.terminals-one:not([hidden]) .tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
}
const side = (page: Page, name: string) => page.locator('.beside').getByRole('region', { name, exact: true });

describe('the goal beside', () => {
  it.each(['en', 'zh'] as const)(
    'LES-160 LES-161 both stand side by side; after a command one’s own has changed, and what differs is said (%s)',
    async (locale) => {
      const t = words[locale];
      const { page, troubles } = await site.open(`${t.path}/learn/image-names/?seed=0#exercise-move-the-pointer`);
      await begin(page);
      await page.getByRole('button', { name: t.compare, exact: true }).click();
      await page.waitForSelector('.beside');
      const boxes = await Promise.all([t.goal, t.yours].map((name) => side(page, name).boundingBox()));
      expect(boxes[0]?.y).toBe(boxes[1]?.y);
      expect(boxes[0]?.height).toBe(boxes[1]?.height);
      expect(Math.abs((boxes[0]?.width ?? 0) - (boxes[1]?.width ?? 0))).toBeLessThan(3);
      expect((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0)).toBeLessThanOrEqual(boxes[1]?.x ?? 0);
      // What was there at the start is the same on both sides.
      const codes = (name: string) => side(page, name).locator('.sto-item .code').allTextContents();
      expect((await codes(t.goal)).sort()).toEqual((await codes(t.yours)).sort());
      const said = page.locator('.beside-bar [role="status"]');
      expect(await said.textContent()).toMatch(/web:1\.0.*web:fix/);
      const before = await side(page, t.yours).locator('.sto-list').textContent();
      for (const line of solutionOf('image-names', 'move-the-pointer')) await run(page, line);
      await page.waitForSelector('.goals[data-passed="true"]');
      expect(await said.textContent()).toContain(t.done);
      const after = await side(page, t.yours).locator('.sto-list').textContent();
      expect(after).not.toBe(before);
      const names = (name: string) => side(page, name).locator('.sto-item .names').allTextContents();
      expect((await names(t.yours)).sort()).toEqual((await names(t.goal)).sort());
      // Who compares goes on comparing.
      await page.waitForTimeout(600);
      await page.reload();
      await begin(page);
      await page.waitForSelector('.beside');
      await page.getByRole('button', { name: t.hide }).click();
      expect(await page.locator('.beside').count()).toBe(0);
      await page.reload();
      await begin(page);
      await page.waitForTimeout(1500);
      expect(await page.locator('.beside').count()).toBe(0);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['en', 'zh'] as const)(
    'LES-119 what is not graded is greyed and called so in every picture of the goal, never in one’s own (%s)',
    async (locale) => {
      const t = words[locale];
      const { page, troubles } = await site.open(`${t.path}/learn/healthcheck/?seed=0#exercise-write-it`, { bypassCSP: true });
      await begin(page);
      await page.getByRole('button', { name: t.compare, exact: true }).click();
      await page.waitForSelector('.beside');
      const goal = side(page, t.goal);
      for (const picture of ['stack', 'store', 'build', 'run']) {
        await page.locator(`#picture-${picture}`).click();
        await goal.locator('[data-ungraded]').first().waitFor();
        expect(await goal.locator('.tblock').textContent()).toContain(t.ungraded);
        const told = await goal
          .locator('[data-ungraded]')
          .evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-description')));
        expect(new Set(told)).toEqual(new Set([t.ungraded]));
        expect(await side(page, t.yours).locator('[data-ungraded]').count()).toBe(0);
        // Drawings of the same name lie in regions of different names.
        expect(await axe(page, ['landmark-unique']), picture).toEqual([]);
        expect(await sizes(page, 24, '.beside'), picture).toEqual([]);
      }
      // The health check and what it says are graded, the layers and the command are not.
      await page.locator('#picture-stack').click();
      const planes = await goal
        .locator('.pl')
        .evaluateAll((parts) => parts.map((part) => `${part.textContent?.split(' ')[0]} ${part.hasAttribute('data-ungraded')}`));
      expect(planes.sort()).toEqual(['CMD true', 'HEALTHCHECK false']);
      await page.locator('#picture-run').click();
      expect(await goal.locator('.run-band[data-ungraded]').count()).toBe(1);
      expect(await goal.locator('.run-events').evaluate((table) => table.closest('[data-ungraded]') === null)).toBe(true);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it('LES-160 on a phone a switch chooses between the two, by keyboard as well, and nothing goes sideways', async () => {
    const { page, troubles } = await site.open('/learn/image-names/?seed=0#exercise-move-the-pointer', {
      viewport: { width: 360, height: 740 },
    });
    await page.waitForSelector('.lab[data-status="ready"]', { state: 'attached' });
    await page.locator('[data-goes="goals"]').click();
    await page.getByRole('button', { name: words.en.compare, exact: true }).click();
    await page.waitForSelector('.beside .sto-list');
    expect(await side(page, 'Goal').isVisible()).toBe(true);
    expect(await side(page, 'Yours').isVisible()).toBe(false);
    await page.locator('.beside-bar input').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await side(page, 'Goal').isVisible()).toBe(false);
    expect(await side(page, 'Yours').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
