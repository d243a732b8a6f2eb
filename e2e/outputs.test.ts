// Outputs and code blocks of lessons, in the built site: nothing is cut without a sign, and what scrolls is reached by the keyboard.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../src/course/index.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
const { lessons } = loadCourse(new URL('../content', import.meta.url).pathname);

describe.each([
  ['', 1440],
  ['/zh-cn', 360],
] as const)('outputs of lessons under "%s", %i wide', (prefix, width) => {
  it('LES-148 what is wider than its box shows that there is more, and only that is a tab stop', async () => {
    const { page } = await site.open(`${prefix}/learn/`, { viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    let wide = 0;
    for (const { id } of lessons) {
      await page.goto(`${site.origin}${prefix}/learn/${id}/`);
      await page.evaluate(() => document.fonts.ready);
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.prose pre:not(.quiz *)')].flatMap((block) => {
          const over = block.scrollWidth - block.clientWidth > 1;
          const high = block.scrollHeight - block.clientHeight > 1;
          const edges = [...(block.closest('.wide')?.querySelectorAll<HTMLElement>('.wide-edge:not([hidden])') ?? [])];
          const right = edges.length === 1 && edges[0]?.classList.contains('right') === true && edges[0].offsetWidth >= 24;
          const ok = over ? right && block.tabIndex === 0 : edges.length === 0 && (block.tabIndex === 0) === high;
          return ok ? [] : [`${block.textContent?.slice(0, 60)}`];
        }),
      );
      expect([id, wrong]).toEqual([id, []]);
      wide += await page.locator('.wide-edge.right:not([hidden])').count();
    }
    expect(wide).toBeGreaterThan(20);
  });
  it('LES-164 no command that is shown or offered breaks at a hyphen', async () => {
    const { page } = await site.open(`${prefix}/learn/healthcheck/`, { viewport: { width, height: 900 } });
    for (const id of ['healthcheck', 'commit-and-limits']) {
      await page.goto(`${site.origin}${prefix}/learn/${id}/`);
      await page.evaluate(() => document.fonts.ready);
      const words = await page
        .locator(':is(.said, .try-line) code .whole')
        .evaluateAll((all) => all.map((one) => ({ text: one.textContent, lines: one.getClientRects().length })));
      expect(words.length).toBeGreaterThan(10);
      expect(words.filter(({ lines }) => lines !== 1)).toEqual([]);
    }
  });
  it('LES-148 a press on the edge goes on to the end, and back', async () => {
    const { page } = await site.open(`${prefix}/learn/image-container-engine/`, {
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const box = page.locator('[data-scene="two"] .wide').first();
    await box.locator('.wide-edge.right').click();
    await box.locator('.wide-edge.left').waitFor();
    const right = box.locator('.wide-edge.right');
    for (let press = 0; press < 6; press++) {
      // The edge goes when the end is reached.
      await page.waitForTimeout(200);
      if (!(await right.isVisible())) break;
      await right.click({ timeout: 2000 }).catch(() => {});
    }
    expect(await box.locator('pre').evaluate((one) => one.scrollLeft + one.clientWidth >= one.scrollWidth - 2)).toBe(true);
  });
});

it('LES-149 a scene on another Docker says which', async () => {
  const { page } = await site.open('/learn/digests/');
  expect(await page.locator('[data-scene="two-stores"] .where').first().textContent()).toBe(
    ' Docker 28, containerd store. Choose it in the lab to follow along.'.trim(),
  );
});

it('MTX-7 in a lesson the matrix is a matrix beside the lab, and a list on a phone', async () => {
  for (const [width, rows] of [
    [1440, 1],
    [768, 1],
    [360, 5],
  ] as const) {
    const { page } = await site.open('/learn/cmd-entrypoint-matrix/', { viewport: { width, height: 900 } });
    const tops = await page
      .locator('.mx-grid .mx-row:nth-child(2) .mx-cell')
      .evaluateAll((cells) => new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top))).size);
    expect([width, tops]).toEqual([width, rows]);
    const boxed = await page
      .locator('.mx-grid .av.entrypoint')
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopStyle);
    expect(boxed).toBe('solid');
  }
});
