// Questions of every kind in the built site, by the keyboard alone; and the practice page.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse, type QuizItem } from '../src/course/index.ts';
import { axe, sizes } from './access.ts';
import { openSite, type Site } from './site.ts';

const { lessons } = loadCourse(new URL('../content', import.meta.url).pathname);
/** Between them they have all seven kinds. */
const many = 'pull-and-run';
const typed = 'image-container-engine';
const itemsOf = (lesson: string): readonly QuizItem[] => lessons.find(({ id }) => id === lesson)?.quiz.items ?? [];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function quizOf(page: Page): Promise<Locator> {
  const quiz = page.locator('section.quiz').last();
  await quiz.scrollIntoViewIfNeeded();
  await page.waitForSelector('astro-island[component-export="Quiz"]:not([ssr]) .score');
  return quiz;
}

/** From wherever the focus is in the item to its button, then Enter. */
async function check(page: Page, item: Locator): Promise<void> {
  const button = item.locator('.acts button').first();
  for (let step = 0; step < 20; step++) {
    if (await button.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
}

async function answer(page: Page, box: Locator, item: QuizItem): Promise<void> {
  if ('options' in item) {
    for (const id of item.answer) {
      await box.locator(`input[value="${id}"]`).focus();
      await page.keyboard.press('Space');
    }
    return check(page, box);
  }
  if (item.kind === 'match') {
    for (const row of item.rows) {
      await box.locator(`[data-row="${row.id}"] select`).focus();
      for (let step = 0; step <= item.bins.findIndex(({ id }) => id === row.bin); step++) await page.keyboard.press('ArrowDown');
    }
    return check(page, box);
  }
  if (item.kind === 'order') {
    const order = () => box.locator('[data-line]').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.line ?? ''));
    for (const [place, { id }] of item.lines.entries()) {
      const up = box.locator(`[data-line="${id}"] [data-step="-1"]`);
      await up.focus();
      for (let from = (await order()).indexOf(id); from > place; from--) {
        await page.keyboard.press('Enter');
        await page.waitForFunction(
          ([line, at]) =>
            document.querySelectorAll('[data-line]')[Number(at)] !== null &&
            document.activeElement?.closest('[data-line]')?.getAttribute('data-line') === line,
          [id, String(from - 1)],
        );
      }
    }
    expect(await order()).toEqual(item.lines.map(({ id }) => id));
    return check(page, box);
  }
  await box.locator('input').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(item.kind === 'fill' ? ` ${item.accept[0]} ` : (item.solutions[0] ?? ''));
  await page.keyboard.press('Enter');
}

describe('quizzes', () => {
  it.each([many, typed])(
    'QUZ-24 every kind is answered by the keyboard alone: %s',
    async (lesson) => {
      const { page, troubles } = await site.open(`/learn/${lesson}/`);
      const quiz = await quizOf(page);
      const items = itemsOf(lesson);
      expect(await quiz.locator('.quiz-item').count()).toBe(items.length);
      for (const item of items) {
        const box = quiz.locator(`[data-item="${item.id}"]`);
        await answer(page, box, item);
        await page.waitForSelector(`[data-item="${item.id}"][data-right]`, { timeout: 30_000 });
        expect(await box.getAttribute('data-right'), item.id).toBe('true');
        expect(await box.locator('.verdict').textContent()).toBe('That is right.');
      }
      expect(await quiz.locator('.score').getAttribute('data-passed')).toBe('true');
      const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strata.progress') ?? '{}'));
      for (const { id } of items) expect(kept.lessons[lesson].quiz[id].right).toBe(true);
      await page.reload();
      await quizOf(page);
      expect(await quiz.locator('.quiz-item[data-right="true"]').count()).toBe(items.length);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  it('QUZ-9 a score at the end; those missed can be answered again, then all', async () => {
    const { page } = await site.open(`/zh-cn/learn/${many}/`);
    const quiz = await quizOf(page);
    const items = itemsOf(many);
    for (const item of items) {
      const box = quiz.locator(`[data-item="${item.id}"]`);
      if (item.kind !== 'fill') await answer(page, box, item);
      else {
        await box.locator('input').fill('错');
        await box.locator('.acts button').click();
        expect(await box.locator('.why-below').textContent()).toContain(item.why.zh.slice(0, 10));
      }
    }
    expect(await quiz.locator('.score [role="status"]').textContent()).toContain(`${items.length} 题里答对 ${items.length - 1} 题`);
    await quiz.getByRole('button', { name: '只重做答错的（1 题）' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('[data-kind="fill"] input'));
    expect(await quiz.locator('.quiz-item[data-right]').count()).toBe(items.length - 1);
    for (const item of items.filter(({ kind }) => kind === 'fill')) await answer(page, quiz.locator(`[data-item="${item.id}"]`), item);
    await quiz.getByRole('button', { name: '全部重做' }).click();
    expect(await quiz.locator('.quiz-item[data-right]').count()).toBe(0);
    await page.context().close();
  });

  it('QUZ-11 a command that misses a goal says what it printed and what is missing', async () => {
    const { page, troubles } = await site.open(`/learn/${typed}/`);
    const early: string[] = [];
    page.on('request', (request) => early.push(request.url()));
    const quiz = await quizOf(page);
    const box = quiz.locator('[data-kind="command"]').first();
    await box.scrollIntoViewIfNeeded();
    expect(early.filter((url) => /\/(?:worker|machine)/.test(url))).toEqual([]);
    await box.locator('input').fill('echo not this');
    await page.keyboard.press('Enter');
    await box.locator('.missing li').first().waitFor({ timeout: 30_000 });
    expect(await box.locator('.printed pre').textContent()).toBe('not this\n');
    await box.locator('.missing', { hasText: 'carl' }).waitFor();
    await box.getByRole('button', { name: 'Answer again' }).click();
    await box.locator('input').fill('while :; do :; done');
    await page.keyboard.press('Enter');
    await box.getByText('Running…').waitFor();
    await box.locator('input').focus();
    await page.keyboard.press('Control+c');
    await box.getByText('You stopped it.').waitFor({ timeout: 5000 });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('QUZ-4 the order of options lasts as long as the visit', async () => {
    const { page } = await site.open(`/learn/${many}/`);
    const order = async () => {
      await quizOf(page);
      return page.locator('section.quiz .opt input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    };
    const first = await order();
    await page.reload();
    expect(await order()).toEqual(first);
    await page.context().close();
  });

  it.each([many, typed])('QUZ-24 without a script all questions can be read: %s', async (lesson) => {
    const { page } = await site.open(`/learn/${lesson}/`, { javaScriptEnabled: false });
    const quiz = page.locator('section.quiz').last();
    for (const item of itemsOf(lesson)) {
      const text = (await quiz.locator(`[data-item="${item.id}"]`).textContent()) ?? '';
      const bare = (sentence: string) => sentence.replaceAll('`', '');
      expect(text).toContain(bare(item.ask.en));
      const parts =
        'options' in item ? item.options : item.kind === 'order' ? item.lines : item.kind === 'match' ? [...item.rows, ...item.bins] : [];
      for (const { say } of parts) expect(text).toContain(bare(say.en));
    }
    await page.context().close();
  });

  it.each([
    ['en', 'light', 1440],
    ['zh', 'dark', 360],
  ] as const)('QUZ-24 axe and sizes, open and checked (%s, %s, %d)', async (language, colorScheme, width) => {
    for (const lesson of [many, typed]) {
      const path = `${language === 'zh' ? '/zh-cn' : ''}/learn/${lesson}/`;
      const { page } = await site.open(path, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
      const quiz = await quizOf(page);
      // The rail of sections beside the text is measured where it stands whole; the sizes here are the quiz's own.
      expect(await axe(page, ['target-size'])).toEqual([]);
      for (const item of itemsOf(lesson)) {
        const box = quiz.locator(`[data-item="${item.id}"]`);
        if (item.kind === 'match') for (const select of await box.locator('select').all()) await select.selectOption({ index: 1 });
        else if (item.kind === 'fill' || item.kind === 'command') await box.locator('input').fill('true');
        else if ('options' in item) await box.locator('label.opt').last().click();
        await box.locator('.acts button').first().click();
        await page.waitForSelector(`[data-item="${item.id}"][data-right]`, { timeout: 30_000 });
      }
      expect(await axe(page, ['target-size'])).toEqual([]);
      expect(await sizes(page, 24, 'section.quiz :is(button, select, input, summary)')).toEqual([]);
      await page.context().close();
    }
  });
});

describe('practice', () => {
  it.each([
    ['en', '/practice/', 'First question', 'Next question', /This visit: [0-2] of 2 right/],
    ['zh', '/zh-cn/practice/', '第一题', '下一题', /这次练习：2 题答对 [0-2] 题/],
  ] as const)('QUZ-23 question after question by the keyboard alone, and nothing is kept (%s)', async (_, path, begin, next, score) => {
    const { page, troubles } = await site.open(path, { bypassCSP: true });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForSelector('astro-island[component-export="Practice"]:not([ssr])');
    expect(await axe(page)).toEqual([]);
    await page.locator('input[name="topic"]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('input[name="topic"]:checked').getAttribute('value')).toBe('layers');
    expect(requests.filter((url) => /worker/.test(url))).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(begin);
    const asked: (string | null)[] = [];
    for (let turn = 0; turn < 2; turn++) {
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('.quiz-item .opt input'), null, { timeout: 30_000 });
      const item = page.locator('.quiz-item');
      asked.push(await item.getAttribute('data-item'));
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await item.locator('.why').first().waitFor();
      expect(await item.locator('.opt.right, .opt.missed').count()).toBe(1);
      await page.waitForFunction((name) => document.activeElement?.textContent === name, next);
    }
    expect(new Set(asked).size).toBe(2);
    expect(await page.locator('.practice-score').textContent()).toMatch(score);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'strata.theme'))).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
