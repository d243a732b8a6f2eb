// Several exercises on one page: each has a machine of its own, with the values of this device's seed.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse, substitute, valuesOf } from '../src/course/index.ts';
import { openSite, ready, run, type Site, terminal } from './site.ts';

const course = loadCourse(new URL('../content', import.meta.url).pathname);
const lesson = course.lessons.find(({ id }) => id === 'pull-and-run');
if (!lesson) throw new Error('no lesson pull-and-run');
const graded = lesson.exercises.filter(({ goals }) => goals.length > 0);
const [first, second] = graded;
if (!first || !second) throw new Error('pull-and-run: expected two exercises');
const at = { en: `/learn/${lesson.id}/`, zh: `/zh-cn/learn/${lesson.id}/` };

/** The exercise with the values of a seed. */
const seeded = (exercise: typeof first, seed: number) => substitute(exercise, valuesOf(exercise.vary, seed, exercise.id));

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const pick = (page: Page, id: string) => page.locator(`.pick[data-pick="${id}"]`);
const lab = (page: Page) => page.locator('.lab').getAttribute('data-lab');
const shown = (page: Page) => page.locator('.terminals-one:not([hidden]) .xterm-rows').textContent();

/** The terminal of the machine in front, once it can be typed into. */
async function front(page: Page): Promise<void> {
  await page.waitForSelector('.terminals-one:not([hidden]) .tty[data-mode="prompt"]');
  await ready(page);
}

async function choose(page: Page, id: string): Promise<void> {
  await pick(page, id).click();
  await front(page);
}

describe('the exercises of a lesson', () => {
  it('LES-121 each has a machine of its own; switching and reloading keep all of them', async () => {
    const { page, troubles } = await site.open(`${at.en}?seed=7`);
    await terminal(page);
    await run(page, 'echo of the lesson > mine.txt');
    expect(await page.locator('.goals').count()).toBe(0);
    await choose(page, second.id);
    expect(await lab(page)).toBe(`lesson-${lesson.id}/exercise-${second.id}~7`);
    expect(new URL(page.url()).hash).toBe(`#exercise-${second.id}`);
    const one = seeded(second, 7).solutions[0];
    expect(Object.keys(one?.files ?? {})).toEqual([]);
    for (const line of one?.run ?? []) await run(page, line);
    await page.waitForSelector('.goals[data-passed="true"]');
    await page.waitForSelector(`.pick[data-pick="${second.id}"].done`);
    expect(await page.locator('.goals .count').textContent()).toMatch(/Commands used: \d+/);
    await page.locator('.pick').first().click();
    await front(page);
    expect(await shown(page)).toContain('echo of the lesson');
    await choose(page, first.id);
    expect(await page.locator('.goals').getAttribute('data-passed')).toBe('false');
    await choose(page, second.id);
    expect(await page.locator('.goals').getAttribute('data-passed')).toBe('true');
    await page.waitForTimeout(600);
    await page.reload();
    await front(page);
    expect(await lab(page)).toBe(`lesson-${lesson.id}/exercise-${second.id}~7`);
    await page.waitForSelector('.goals[data-passed="true"]');
    expect(await shown(page)).toContain((one?.run.at(-1) ?? '').slice(0, 20));
    await page.locator('.pick').first().click();
    await front(page);
    await run(page, 'cat mine.txt');
    expect(await shown(page)).toContain('of the lesson');
    const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('strata.progress') ?? '{}'));
    expect(kept.lessons[lesson.id].exercises[second.id]).toMatchObject({ passed: true, seed: 7, log: expect.stringMatching(/^a=1/) });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each(['en', 'zh'] as const)(
    'LES-122 the seed chooses the names in the text and in the goals; other values are asked for (%s)',
    async (locale) => {
      const texts = async (seed: number) => {
        const { page, troubles } = await site.open(`${at[locale]}?seed=${seed}#exercise-${first.id}`);
        await front(page);
        const bar = page.locator(`#exercise-${first.id} .exercise-bar`);
        await bar.scrollIntoViewIfNeeded();
        await page.waitForSelector(`#exercise-${first.id} astro-island:not([ssr]) .exercise-bar`);
        return { page, troubles };
      };
      const plain = (text: string) => text.replace(/[`*]/g, '').replace(/\s+/g, ' ');
      for (const seed of [0, 7]) {
        const { page, troubles } = await texts(seed);
        const wanted = seeded(first, seed);
        expect(plain((await page.locator('.goal .g').first().textContent()) ?? '')).toBe(plain(wanted.goals[0]?.say[locale] ?? ''));
        expect(plain((await page.locator(`#exercise-${first.id} .wanted`).textContent()) ?? '')).toContain(
          plain(wanted.goals[0]?.say[locale] ?? ''),
        );
        expect(plain((await page.locator(`#exercise-${first.id}`).textContent()) ?? '')).toContain(plain(wanted.task[locale]).trim());
        if (seed === 7) {
          const before = await lab(page);
          await page.getByRole('button', { name: locale === 'en' ? 'Other values' : '换一组值' }).click();
          expect(await lab(page)).toBe(before);
          await page.locator('.other-ask .pri').click();
          await page.waitForFunction((was) => document.querySelector<HTMLElement>('.lab')?.dataset.lab !== was, before);
          expect(plain((await page.locator(`#exercise-${first.id} .wanted`).textContent()) ?? '')).not.toContain(
            plain(wanted.goals[0]?.say[locale] ?? ''),
          );
        }
        expect(troubles).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('LES-123 by keyboard alone: an exercise is chosen in the text, helped with, compared with its goal, and left', async () => {
    const { page, troubles } = await site.open(`${at.en}?seed=0`);
    const work = page.locator(`[data-work="${first.id}"]`);
    await work.scrollIntoViewIfNeeded();
    await work.focus();
    await page.keyboard.press('Enter');
    await front(page);
    expect(await lab(page)).toBe(`lesson-${lesson.id}/exercise-${first.id}`);
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press('Where to look');
    await page.waitForSelector('.goal-next');
    await press('How far am I?');
    const length = Math.min(...first.solutions.map(({ run: lines }) => lines.length));
    await page.waitForFunction(() => /\d|One|None/.test(document.querySelector('.goal-far')?.textContent ?? ''));
    expect(await page.locator('.goal-far').textContent()).toContain(length === 1 ? 'One command away' : `${length} commands away`);
    await press('Compare with the goal');
    await page.waitForSelector('.beside');
    await press('Hide the goal');
    expect(await page.locator('.beside').count()).toBe(0);
    await page.locator('.pick').first().focus();
    await page.keyboard.press('Enter');
    await front(page);
    expect(await lab(page)).toBe(`lesson-${lesson.id}`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-124 a solution is put at the prompt of its exercise and never run', async () => {
    const { page } = await site.open(`${at.en}?seed=0`);
    const box = page.locator(`#exercise-${second.id}`);
    await box.locator('summary').last().click();
    await box.locator('[data-prompt]').first().click();
    await front(page);
    expect(await lab(page)).toBe(`lesson-${lesson.id}/exercise-${second.id}`);
    const line = seeded(second, 0).solutions[0]?.run[0] ?? '';
    await page.waitForFunction(
      (text) => document.querySelector('.terminals-one:not([hidden]) .xterm-rows')?.textContent?.replace(/\s+/g, '').includes(text),
      line.replace(/\s+/g, '').slice(0, 24),
    );
    expect(await page.locator('.lab').getAttribute('data-point')).toBe('0');
    await page.context().close();
  });

  it('LES-124 files of a solution are written in sight, and a lesson with many exercises keeps the work of each', async () => {
    const many = course.lessons.find(({ id }) => id === 'build-context');
    const exercises = many?.exercises.filter(({ goals }) => goals.length > 0) ?? [];
    const [one] = exercises.filter(({ solutions }) => Object.keys(solutions[0]?.files ?? {}).length > 0);
    if (!many || !one || exercises.length < 4) throw new Error('build-context: expected four exercises, one with files');
    const { page, troubles } = await site.open(`/learn/${many.id}/?seed=0`);
    await terminal(page);
    await run(page, 'echo first > kept.txt');
    const box = page.locator(`#exercise-${one.id}`);
    await box.locator('summary').last().click();
    await box.locator('[data-write]').first().click();
    await page.waitForFunction(
      (lab) => document.querySelector<HTMLElement>('.lab')?.dataset.lab === lab,
      `lesson-${many.id}/exercise-${one.id}`,
    );
    await page.waitForSelector('.cm-content');
    const [path = '', text = ''] = Object.entries(seeded(one, 0).solutions[0]?.files ?? {})[0] ?? [];
    await page.waitForFunction((line) => document.querySelector('.cm-content')?.textContent?.includes(line), text.split('\n')[0] ?? '');
    expect(await box.locator('[data-write] + [role="status"]').first().textContent()).not.toBe('');
    await page.locator('#bottom-terminal').click();
    await run(page, `cat ${path}`);
    expect(await shown(page)).toContain(text.split('\n')[0]);
    // More machines than run at once: the first ones come back as they were.
    for (const exercise of exercises) await choose(page, exercise.id);
    await page.locator('.pick').first().click();
    await front(page);
    await run(page, 'cat kept.txt');
    expect(await shown(page)).toMatch(/first/);
    await choose(page, one.id);
    expect(await shown(page)).toContain(`cat ${path}`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-125 the sandbox runs each Docker on a machine of its own', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'touch here.txt');
    await page.locator('.profile-switch select').selectOption('classic');
    await front(page);
    await run(page, 'docker version --format "{{.Server.Version}}"; ls');
    expect(await shown(page)).toMatch(/20\.10\./);
    expect(await shown(page)).not.toContain('here.txt');
    await page.reload();
    await front(page);
    expect(await page.locator('.profile-switch select').inputValue()).toBe('classic');
    await page.locator('.profile-switch select').selectOption('graphdriver');
    await front(page);
    await run(page, 'ls');
    expect(await shown(page)).toContain('here.txt');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
