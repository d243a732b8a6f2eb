import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../src/course/index.ts';
import { openSite, ready, run, type Site, screen, terminal } from './site.ts';

const course = loadCourse(new URL('../content', import.meta.url).pathname);
const lesson = course.lessons.find((one) => one.id === 'layer-stack');
const exercise = lesson?.exercises.find((one) => one.id === 'share-on-purpose');

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// Seed 0: the values that the course's files have first.
const lessons = { en: '/learn/layer-stack/?seed=0', zh: '/zh-cn/learn/layer-stack/?seed=0' } as const;
async function front(page: Page): Promise<void> {
  await page.waitForSelector('.terminals-one:not([hidden]) .tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
}
/** Brings the exercise's machine to the front. */
async function choose(page: Page): Promise<void> {
  await page.locator(`.pick[data-pick="${exercise?.id}"]`).click();
  await front(page);
}
const met = (page: Page) => page.locator('.goals').getAttribute('data-passed');

describe('the lesson', () => {
  it.each(['en', 'zh'] as const)('LES-80 the exercise is solved by typing (%s)', async (language) => {
    const { page, troubles } = await site.open(lessons[language]);
    await terminal(page);
    await choose(page);
    expect(await met(page)).toBe('false');
    for (const line of exercise?.solutions[0]?.run ?? []) await run(page, line);
    await page.waitForSelector('.goals[data-passed="true"]');
    const rows = await page.locator('.goal .by').allTextContents();
    expect(
      rows.every((text) => /\d/.test(text) || /start|一开始/.test(text)),
      rows.join(' | '),
    ).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-165 the goals in the text are ticked as they are met', async () => {
    const { page } = await site.open('/learn/image-container-engine/?seed=0');
    await terminal(page);
    const box = '#exercise-two-containers-one-image';
    await page.locator('.pick[data-pick="two-containers-one-image"]').click();
    await page.waitForSelector(`${box} [data-wants="one-image"][data-met]`);
    expect(await page.locator(`${box} [data-wants="first-of-demo"]`).getAttribute('data-met')).toBe(null);
    await front(page);
    await run(page, 'docker run -d --name ann demo:1');
    await page.waitForSelector(`${box} [data-wants="first-of-demo"][data-met]`);
    await run(page, 'docker rm -f ann');
    await page.waitForSelector(`${box} [data-wants="first-of-demo"]:not([data-met])`);
    await page.context().close();
  });

  it('LES-81 a near-miss gets its own message, in the language of the page', async () => {
    const { page } = await site.open(lessons.zh);
    await terminal(page);
    await choose(page);
    await run(page, "printf 'FROM base:1\\nCOPY a b /\\n' > Dockerfile");
    await run(page, 'docker build -t left:1 .');
    await run(page, 'docker tag left:1 right:1');
    const trap = exercise?.traps.find((one) => one.id === 'same-last-layer');
    await page.waitForSelector('.trap');
    expect(await page.locator('.trap').textContent()).toBe(trap?.say.zh);
    await page.locator('.goal.unmet .why-btn').click();
    await page.locator('.because', { hasText: '连最后一层也一样' }).waitFor();
    await page.context().close();
  });

  it('LES-82 Ctrl-C stops a busy loop within 200 ms', async () => {
    const { page, troubles } = await site.open(lessons.en);
    await terminal(page);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('while :; do :; done');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lab[data-status="running"]');
    await page.waitForTimeout(700);
    await page.evaluate(() => {
      const lab = document.querySelector('.lab') as HTMLElement & { took?: number };
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'c' || !event.ctrlKey) return;
          const began = performance.now();
          new MutationObserver(() => {
            if (lab.dataset.status === 'ready') lab.took ??= performance.now() - began;
          }).observe(lab, { attributes: true });
        },
        true,
      );
    });
    await page.keyboard.press('Control+c');
    await ready(page);
    const took = await page.evaluate(() => (document.querySelector('.lab') as HTMLElement & { took?: number }).took);
    expect(took).toBeLessThan(200);
    await run(page, 'echo still here');
    expect(await screen(page)).toContain('still here');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-96 a flood of output stops within half a second, and leaves the page alive', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('yes');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1000);
    const began = performance.now();
    await page.keyboard.press('Control+c');
    await ready(page);
    expect(performance.now() - began).toBeLessThan(500);
    await run(page, 'echo alive');
    expect(await screen(page)).toMatch(/^alive$/m);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-97 a command that reads gets what is typed, wide characters too', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('read name; echo "hello $name"');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.tty-bar')?.textContent?.includes('The command waits for input.'));
    await page.keyboard.type('层x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await ready(page);
    expect(await screen(page)).toMatch(/^hello 层$/m);
    await page.context().close();
  });

  it('LES-83 what was done is there again after a reload', async () => {
    const { page } = await site.open(lessons.en);
    await terminal(page);
    await run(page, 'echo kept > note.txt');
    await run(page, 'docker build -q -t hello:1 .');
    await page.waitForTimeout(600);
    await page.reload();
    await terminal(page);
    await page.waitForFunction(() => document.querySelectorAll('.tty-gutter button').length === 2);
    expect(await screen(page)).toContain('docker build -q -t hello:1 .');
    await run(page, 'cat note.txt');
    expect(await screen(page)).toMatch(/^kept$/m);
    expect(await page.locator('.choose select option').allTextContents()).toContain('hello:1');
    await page.context().close();
  });

  it('LES-84 Tab completes in the terminal; Esc and then Tab leaves it, Ctrl+M switches, Shift+Tab goes back', async () => {
    const { page } = await site.open(lessons.en);
    await terminal(page);
    const inside = () => page.evaluate(() => document.activeElement?.classList.contains('xterm-helper-textarea') ?? false);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('cat hel');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('cat hello.sh'));
    expect(await inside()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(false);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await inside()).toBe(false);
    await page.locator('.xterm-helper-textarea').focus();
    await page.keyboard.press('Control+m');
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(false);
    expect(await page.locator('.tty-bar').textContent()).toContain('Esc, then Tab leaves the terminal');
    await page.context().close();
  });

  it('EDR-96 at an earlier moment the editor shows the file as it was, to read only', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'echo first > note.txt');
    await run(page, 'echo second > note.txt');
    await page.locator('.ed-row[data-path$="/note.txt"]').click();
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent === 'second');
    await page.locator('[title^="Command 1:"]').first().click();
    await page.waitForFunction(() => document.querySelector('.ed-past-text')?.textContent === 'first');
    expect(await page.locator('.ed-past-say').textContent()).toContain('As after command 1');
    expect(await page.locator('.cm-content').isVisible()).toBe(false);
    await page.locator('.ed-past-say .btn').click();
    await page.locator('.cm-content').waitFor();
    expect(await page.locator('.cm-content').textContent()).toBe('second');
    await page.context().close();
  });

  it.each([900, 700])('LAB-40 in a window %i px high terminal and files keep their height at both ends of the bar', async (height) => {
    const { page } = await site.open('/sandbox/', { viewport: { width: 1440, height } });
    await terminal(page);
    const bar = page.locator('.sandbox > .splitter.row');
    const tall = (part: string) => page.locator(part).evaluate((element) => element.getBoundingClientRect().height);
    await bar.focus();
    for (const [key, part, least] of [
      ['ArrowUp', '.sandbox .lab-files', 199],
      ['ArrowDown', '.sandbox .lab-bottom', 179],
    ] as const) {
      for (let n = 0; n < 50; n++) await page.keyboard.press(key);
      expect(await tall(part)).toBeGreaterThanOrEqual(least);
      expect(Number(await bar.getAttribute('aria-valuenow'))).toBe(
        Number(await bar.getAttribute(key === 'ArrowUp' ? 'aria-valuemax' : 'aria-valuemin')),
      );
    }
    await page.context().close();
  });

  it('LES-85 a file edited in the page is the file the next command sees', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    // The file that the lab begins with stands in the editor first.
    await page.waitForSelector('.cm-content');
    await page.locator('.ed-row[data-path$="/hello.sh"]').click();
    await page.waitForFunction(() => document.querySelector('.cm-content')?.getAttribute('aria-label')?.includes('hello.sh'));
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('#!/bin/sh\necho edited here');
    await run(page, 'sh hello.sh');
    expect(await screen(page)).toMatch(/^edited here$/m);
    await run(page, 'echo fresh > made.txt');
    const made = page.locator('.ed-row[data-path$="/made.txt"]');
    await made.click();
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent === 'fresh');
    await made.focus();
    await page.keyboard.press('Delete');
    await page.waitForFunction(() => document.querySelector('.ed-row[data-path$="/made.txt"]') === null);
    await page.locator('.ed-toast .btn').click();
    await made.waitFor();
    await made.focus();
    await page.keyboard.press('Delete');
    await run(page, 'ls made.txt');
    expect(await screen(page)).toContain("ls: cannot access 'made.txt'");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-86 a command in the text is put at the prompt and not run', async () => {
    const { page } = await site.open(lessons.en);
    await terminal(page);
    await page.locator('[data-prompt="docker build -t hello:1 ."]').first().click();
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('docker build -t hello:1 .'));
    expect(await page.locator('.tty-gutter button').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.tty-gutter button').length === 1);
    await ready(page);
    await page.waitForFunction(
      () => (document.querySelector('.choose select') as HTMLSelectElement | null)?.selectedOptions[0]?.textContent === 'hello:1',
    );
    expect(await page.locator('.stk-tree > [role="treeitem"]').count()).toBe(6);
    await page.context().close();
  });

  it('LES-86 after a file was written the prompt comes back with the focus', async () => {
    const { page } = await site.open('/learn/kernel-and-rootfs/?seed=0');
    await terminal(page);
    await page.locator('[data-write]').first().click();
    await page.waitForSelector('.cm-content');
    await page.locator('[data-prompt="cat Dockerfile"]').first().click();
    await page.waitForFunction(() => document.activeElement?.classList.contains('xterm-helper-textarea'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('FROM scratch'));
    await page.context().close();
  });

  it('LES-87 the quiz tells right from wrong, with a reason under every option', async () => {
    const { page, troubles } = await site.open(lessons.en);
    const item = page.locator('[data-item="count-layers"]');
    await item.scrollIntoViewIfNeeded();
    await page.waitForSelector('astro-island[component-export="Quiz"]:not([ssr])');
    await item.locator('label.opt').nth(2).click();
    await item.getByRole('button', { name: 'Check' }).click();
    expect(await item.locator('.opt.wrong .tagw').textContent()).toBe('Your answer');
    expect(await item.locator('.opt .why').count()).toBe(3);
    await item.getByRole('button', { name: 'Answer again' }).click();
    await item.locator('label.opt').nth(1).click();
    await item.getByRole('button', { name: 'Check' }).click();
    expect(await item.locator('.verdict').textContent()).toBe('That is right.');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('LES-166 on a tablet the prompt comes into view, and the way back leads to the text', async () => {
    const { page } = await site.open(lessons.en, { viewport: { width: 768, height: 1024 }, reducedMotion: 'reduce' });
    const put = page.locator('[data-prompt="docker build -t hello:1 ."]').first();
    await put.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    await put.click();
    await terminal(page);
    const box = await page.locator('.lesson > .lab-bottom').boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 1024).toBe(true);
    await page.waitForFunction(() => document.activeElement?.classList.contains('xterm-helper-textarea'));
    await page.getByRole('button', { name: 'Back to the text' }).click();
    await page.waitForFunction((y) => scrollY === y, place);
    expect(await page.getByRole('button', { name: 'Back to the text' }).count()).toBe(0);
    await page.context().close();
  });

  it('LES-88 on a phone one part is shown at a time, and the exercise can be done', async () => {
    const { page } = await site.open(lessons.zh, { viewport: { width: 360, height: 780 }, hasTouch: true });
    await page.locator('.predict').first().scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(500);
    await page.getByRole('button', { name: '终端' }).click();
    await terminal(page);
    await page.locator('.dock [data-goes="read"]').click();
    await page.waitForFunction((y) => scrollY === y, place);
    await page.getByRole('button', { name: '终端' }).click();
    await run(page, 'echo 你好');
    expect(await screen(page)).toMatch(/^你好$/m);
    await page.getByRole('button', { name: '图', exact: true }).click();
    expect(await page.locator('.stk').isVisible()).toBe(true);
    await page.getByRole('button', { name: /目标/ }).click();
    await page.locator(`.pick[data-pick="${exercise?.id}"]`).click();
    expect(await page.locator('.goal').first().isVisible()).toBe(true);
    expect(await page.locator('.lab-goals').evaluate((goals) => goals.clientHeight === goals.scrollHeight)).toBe(true);
    expect(await page.locator('.terminals-one:not([hidden]) .tty').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the front page', () => {
  it('LES-89 a stranger presses Enter and sees a new image within ten seconds of arriving', async () => {
    const began = performance.now();
    const { page, troubles } = await site.open('/');
    await terminal(page);
    await page.locator('.tty-screen').click();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('.fence .name')].some((name) => name.textContent === 'web:2'));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
