// What was done, from the first exercise to a certificate that someone else verifies: all in the page, nothing sent.
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse, substitute, valuesOf } from '../src/course/index.ts';
import { axe, sizes } from './access.ts';
import { openSite, ready, run, type Site, terminal } from './site.ts';

const course = loadCourse(new URL('../content', import.meta.url).pathname);
const lesson = course.lessons.find(({ id }) => id === 'pull-and-run');
const exercise = lesson?.exercises.find(({ goals, questions, solutions }) => {
  const [first] = solutions;
  return goals.length > 0 && questions.length === 0 && first !== undefined && Object.keys(first.files).length === 0;
});
if (!lesson || !exercise) throw new Error('pull-and-run: expected an exercise that is solved at the prompt');
const track = lesson.chapter.id;
const seeded = substitute(exercise, valuesOf(exercise.vary, 7, exercise.id));

let site: Site;
let device: Page;
let troubles: string[];
beforeAll(async () => {
  site = await openSite();
  ({ page: device, troubles } = await site.open(`/learn/${lesson.id}/?seed=7`));
});
afterAll(() => site.close());

const go = (page: Page, path: string) => page.goto(site.origin + path);
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return readFileSync(await (download as Download).path(), 'utf8');
}
async function give(page: Page, text: string): Promise<void> {
  const file = join(tmpdir(), `strata-${process.pid}-given.json`);
  writeFileSync(file, text);
  await page.locator('input[type="file"]').setInputFiles(file);
}
async function told(page: Page): Promise<string> {
  await page.waitForSelector('.passport-ways .told');
  return (await page.locator('.passport-ways .told').first().textContent()) ?? '';
}
async function verified(page: Page, text: string): Promise<string> {
  await go(page, '/verify/');
  await page.waitForLoadState('networkidle');
  await give(page, text);
  await page.waitForSelector('.verify-result[data-done="true"]', { timeout: 45_000 });
  return (await page.locator('.verify-result').textContent()) ?? '';
}
const exercises = (page: Page) => page.locator('[data-fact="exercises"]').textContent();

describe('progress', () => {
  let file = '';
  let code = '';
  let certificate = '';

  it('PRG-40 an exercise that was passed is on the map after a reload, and the map leads back to it', async () => {
    await terminal(device);
    await device.locator(`.pick[data-pick="${exercise.id}"]`).click();
    await device.waitForSelector('.terminals-one:not([hidden]) .tty[data-mode="prompt"]');
    await ready(device);
    for (const line of seeded.solutions[0]?.run ?? []) await run(device, line);
    await device.waitForSelector('.goals[data-passed="true"]');
    await device.waitForFunction(() => localStorage.getItem('strata.progress')?.includes('"log"'));
    await device.locator('.prose > h2').nth(1).scrollIntoViewIfNeeded();
    await device.waitForFunction(() => /"section":[1-9]/.test(localStorage.getItem('strata.progress') ?? ''));
    const section = await device.evaluate(() => JSON.parse(localStorage.getItem('strata.progress') ?? '{}').place.section);
    await go(device, '/learn/');
    await device.waitForSelector(`.core [data-lesson="${lesson.id}"][data-state="begun"][data-here]`);
    const on = device.locator('[data-go-on]');
    expect(await on.textContent()).toContain(lesson.title.en);
    expect(await on.getAttribute('href')).toBe(`/learn/${lesson.id}/#s${section}`);
    await go(device, '/zh-cn/');
    expect(await device.locator('[data-go-on]').textContent()).toBe(`接着学：${lesson.title.zh}，第 ${section} 节`);
    await go(device, `/learn/track/${track}/`);
    expect(await device.locator(`[data-lesson="${lesson.id}"] [data-said]`).textContent()).toMatch(/^1 of \d+ done · you stopped here/);
  });

  it('PRG-41 the map and a track are complete without a script', async () => {
    const { page } = await site.open('/learn/', { javaScriptEnabled: false });
    expect(await page.locator('.core .bed a').count()).toBe(course.lessons.length);
    expect(await page.locator('.needs li').count()).toBe(course.lessons.length);
    await go(page, `/zh-cn/learn/track/${track}/`);
    expect(await page.locator('.row-lesson h3').allTextContents()).toContain(lesson.title.zh);
    await page.context().close();
  });

  it('PRG-42 progress goes to another device as a file and as a code; what is damaged changes nothing', async () => {
    await go(device, '/progress/');
    await device.waitForSelector('#passport-code');
    expect(await exercises(device)).toMatch(/^1 of /);
    file = await saved(device, 'Save as a file');
    code = (await device.locator('#passport-code').inputValue()) ?? '';
    const { page } = await site.open('/progress/');
    await page.waitForLoadState('networkidle');
    await give(page, file.slice(0, -40));
    expect(await told(page)).toContain('damaged');
    expect(await exercises(page)).toMatch(/^0 of /);
    await give(page, file);
    await page.waitForFunction(() => /^1 of /.test(document.querySelector('[data-fact="exercises"]')?.textContent ?? ''));
    expect(await told(page)).toContain('1 exercises');
    await page.locator('.told').getByRole('button', { name: 'Undo' }).click();
    expect(await exercises(page)).toMatch(/^0 of /);
    await page.locator('#passport-paste').fill(code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForSelector('.told.bad');
    await page.locator('#passport-paste').fill(code);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForFunction(() => /^1 of /.test(document.querySelector('[data-fact="exercises"]')?.textContent ?? ''));
    await page.getByRole('button', { name: 'Forget everything' }).click();
    expect(await exercises(page)).toMatch(/^0 of /);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    expect(await exercises(page)).toMatch(/^1 of /);
    await page.context().close();
  });

  it('PRG-43 a certificate is verified elsewhere by doing its log again; an edited log is refused', async () => {
    await go(device, `/certificate/${track}/`);
    await device.waitForSelector('tr[data-passed="true"]');
    await device.locator('#cert-name').fill('Ada 爱达');
    await device.waitForFunction(() => document.querySelector('.printed')?.textContent === 'Ada 爱达');
    certificate = await saved(device, 'Save the file');
    const { page, troubles: theirs } = await site.open('/verify/');
    expect(await verified(page, certificate)).toContain('Ada 爱达');
    expect(await page.locator('.verify-list > li').getAttribute('data-state')).toBe('verified');
    expect(await page.locator('.verify-list ol li').allTextContents()).toEqual([...(seeded.solutions[0]?.run ?? [])]);
    const made = JSON.parse(certificate) as { exercises: { log: string; at: number }[] };
    const edited = structuredClone(made);
    const [entry] = edited.exercises;
    if (!entry) throw new Error('no entry');
    entry.log = entry.log.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await verified(page, JSON.stringify(edited))).toContain('digest does not fit');
    expect(await page.locator('.verify-list > li').getAttribute('data-state')).toBe('wrong');
    await give(page, 'hello');
    await page.waitForSelector('.verify-trouble');
    expect(theirs).toEqual([]);
    await page.context().close();
  });

  it('PRG-44 nothing goes wrong on the way, and nothing is asked of anyone else', () => {
    expect(troubles).toEqual([]);
  });

  it('PRG-45 the pages load little before anyone touches them', async () => {
    const weigh = async (path: string): Promise<number> => {
      const { page } = await site.open('/404.html');
      let bytes = 0;
      const waiting: Promise<void>[] = [];
      page.on('response', (response) => {
        if (/\.js$/.test(new URL(response.url()).pathname))
          waiting.push(
            response.body().then((body) => {
              bytes += gzipSync(body).length;
            }),
          );
      });
      await go(page, path);
      await page.waitForLoadState('networkidle');
      await Promise.all(waiting);
      await page.context().close();
      return bytes;
    };
    expect(await weigh('/learn/')).toBeLessThan(8_000);
    expect(await weigh(`/learn/track/${track}/`)).toBeLessThan(8_000);
    expect(await weigh(`/learn/${lesson.id}/`)).toBeLessThan(20_000);
    expect(await weigh('/verify/')).toBeLessThan(60_000);
  });
});

describe.each([
  { width: 1440, language: '', scheme: 'light' },
  { width: 360, language: '/zh-cn', scheme: 'dark' },
] as const)('at $width px, $scheme', ({ width, language, scheme }) => {
  it.each(['/learn/', `/learn/track/${track}/`, '/progress/', `/certificate/${track}/`, '/verify/'])(
    'PRG-46 %s: axe finds nothing, targets and text are large enough',
    async (path) => {
      const state = await device.context().storageState();
      const { page } = await site.open(language + path, {
        viewport: { width, height: 800 },
        colorScheme: scheme,
        bypassCSP: true,
        hasTouch: width < 500,
        storageState: state,
      });
      await page.waitForLoadState('networkidle');
      expect([...(await axe(page)), ...(await sizes(page, 24))]).toEqual([]);
      await page.context().close();
    },
  );
});
