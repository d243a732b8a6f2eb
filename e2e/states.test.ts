// Every state of the lab, for everyone: axe, target sizes and text sizes in each.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, sizes } from './access.ts';
import { lines, looks, open, type } from './looks.ts';
import { openSite, picture, run, type Site, show, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe.each(looks)('states at $width px, $language, $scheme', (look) => {
  const phone = look.width < 500;
  let page: Page;
  beforeAll(async () => {
    page = await open(site, look, look.sandbox);
    await terminal(page);
    await type(page, ...lines);
  }, 90_000);
  afterAll(() => page?.context().close());

  /** All that must hold in whatever state the page is in. */
  async function holds(but: readonly string[] = []): Promise<void> {
    await page.waitForTimeout(120);
    expect([...(await axe(page, but)), ...(await sizes(page, 24))]).toEqual([]);
    if (phone) expect(await sizes(page, 44, main), 'main targets by touch').toEqual([]);
  }
  const click = (selector: string, nth = 0) => page.locator(selector).nth(nth).click();
  const there = (selector: string) => page.waitForSelector(selector, { timeout: 20_000 });

  describe('pictures', () => {
    it('ACC-1 stack: beds with counts, hidden bytes, a found secret', async () => {
      await picture(page, 'stack');
      await choose(page, '.stk-bar select', /leak/);
      await there('.stk-tree [role="treeitem"]');
      await holds();
    });
    it('ACC-1 stack: files unfolded, a path drilled and its history told', async () => {
      await page.locator('.stk-tree [role="treeitem"]').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.locator('.stk-path input').fill('/token');
      await page.keyboard.press('Enter');
      await there('[data-explain="stack.blame"]');
      await holds();
    });
    it('ACC-1 stack: text sought and found', async () => {
      await click('[data-explain="stack.find"]');
      await page.locator('.stk-find input').fill('hunter2');
      await page.keyboard.press('Enter');
      await there('.stk-hits .hit');
      await holds();
    });
    it('ACC-1 stack: wasted bytes', async () => {
      await click('.stk-open[data-explain="stack.waste"]');
      await there('.stk-open[data-explain="stack.waste"][aria-expanded="true"]');
      await holds();
      await click('.stk-open[data-explain="stack.waste"]');
    });
    it('ACC-1 stack: a container with its own layer', async () => {
      await choose(page, '.stk-bar select', /web/);
      await there('[data-explain="stack.writable"]');
      await holds();
    });
    it('ACC-1 store: images, names, a dangling one, and what a prune would free', async () => {
      await picture(page, 'store');
      await there('[data-explain="store.dangling"]');
      await holds();
      await click('.sto-bar .btn');
      await click('.sto-bar .btn[aria-pressed]');
      await there('.sto-plan button');
      await holds();
    });
    it('ACC-1 store: an image chosen and its digests told', async () => {
      await click(phone ? '[data-explain="store.image"]' : '[data-explain="store.tag"]');
      await there('[data-explain="store.digest"]');
      await holds();
    });
    it('ACC-1 store: the digest ripple, before and after a byte', async () => {
      await click('[data-explain="store.ripple"]');
      await there('.sheet.rip .rip-form');
      await holds();
      await choose(page, '.rip-form select >> nth=1', 'config');
      await there('.sheet.rip .btn, .sheet.rip button');
      await holds();
      await click('.rip-close');
    });
    it('ACC-1 build: steps cached and run, the miss and what made it', async () => {
      await picture(page, 'build');
      await choose(page, '.bpx-bar select', /hello:1/);
      await there('.bpx-call.missed');
      await holds();
    });
    it('ACC-1 build: stopped between two steps', async () => {
      await click('.bpx-bar > .btn[aria-pressed]', 1);
      await there('.bpx-bar .btn.on');
      await holds();
      await click('.bpx-bar .btn.on');
    });
    it('ACC-1 build: what is guessed before a build', async () => {
      await click('.bpx-bar .end .btn[aria-pressed]');
      await there('.bpx-bar .btn.on');
      await holds();
      await click('.bpx-bar .btn.on');
    });
    it('ACC-1 run: words, processes, ports, mounts, health', async () => {
      await picture(page, 'run');
      await choose(page, '.run-bar select, .pic-bar select', /web/);
      await there('[data-explain="run.health"]');
      await holds();
    });
    it('ACC-1 run: the browser at a published port', async () => {
      await click('[data-explain="run.port"] button');
      await there('.web-view');
      await page.waitForFunction(() => document.querySelector('.web-view')?.getAttribute('aria-busy') !== 'true');
      await holds();
    });
    it('ACC-1 registry: what was pushed, and the requests', async () => {
      await picture(page, 'registry');
      await there('[data-explain="registry.layer"]');
      await holds();
      if (phone) await page.locator('.rgp-panes label').last().click();
      await there('[data-explain="registry.request"]');
      await holds();
    });
    it('ACC-1 fence: images side by side', async () => {
      await picture(page, 'fence');
      await there('.picture-panel .sheet svg, .picture-panel .fence');
      await holds();
    });
  });

  describe('timeline', () => {
    it('ACC-2 an earlier moment is looked at and compared with now', async () => {
      await show(page, 'timeline');
      await click('.tl-stop[data-point="1"]');
      await there('.tl-count.looking');
      await holds();
      await click('.tl-acts .btn', 2);
      await there('.tl-found table');
      await holds();
      await click('.tl-compare header button');
      await click('.tl-acts .btn', 1);
      await page.waitForFunction(() => document.querySelector('.tl-count.looking') === null);
    });
    it('ACC-2 a moment is named', async () => {
      await show(page, 'timeline');
      await page.locator('.tl-acts .btn').first().click();
      await there('.tl-name input');
      await holds();
      await page.keyboard.press('Escape');
    });
  });

  describe('terminal', () => {
    it('ACC-3 a command failed and the note says what it means', async () => {
      await type(page, 'docker run --name web busybox');
      await there('.xp-fail');
      await holds();
    });
    it('ACC-3 search in the output', async () => {
      await click('.tty-bar .icon-btn');
      await there('.tty-find input');
      await page.locator('.tty-find input').fill('docker');
      await holds();
      await page.keyboard.press('Escape');
    });
    it('ACC-3 the menu', async () => {
      await click('.tty-more > button');
      await there('.tty-menu');
      await holds();
      await page.keyboard.press('Escape');
    });
    it('ACC-3 the list of what the output names', async () => {
      await type(page, 'docker images');
      await click('.tty-more > button');
      await click('.tty-menu [role="menuitem"]');
      await there('.tty-links');
      await holds();
      await page.keyboard.press('Escape');
    });
    if (phone)
      it('ACC-3 commands put together by touch', async () => {
        await click('.keys-compose');
        await there('.compose-choices button');
        await holds();
        await click('.compose-head .icon-btn');
      });
  });

  describe('files and editor', () => {
    it('ACC-4 a Dockerfile with a problem that stands open', async () => {
      await show(page, 'files');
      await there('.cm-content');
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\nMAINTAINER me\n');
      await there('.ed-count.warn, .ed-count.bad');
      await click('.ed-count');
      await there('.ed-problem');
      await holds();
    });
    it('ACC-4 completion', async () => {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('HE');
      await there('.cm-tooltip-autocomplete');
      await page.waitForTimeout(200);
      await holds();
      await page.keyboard.press('Escape');
    });
    it('ACC-4 what an instruction means, on hover', async () => {
      await page
        .locator('.cm-line', { hasText: /^FROM/ })
        .first()
        .hover({ position: { x: 12, y: 8 } });
      await there('.cm-tooltip-hover');
      await holds();
      await page.mouse.move(2, 2);
    });
    it('ACC-4 the menu of a file', async () => {
      await page.locator('.files-pane [role="treeitem"]').last().focus();
      await page.keyboard.press('Shift+F10');
      await there('.ed-menu');
      await holds();
      await page.keyboard.press('Escape');
    });
    it('ACC-4 a file is renamed', async () => {
      await page.locator('.files-pane [role="treeitem"]').last().focus();
      await page.keyboard.press('F2');
      await there('.ed-naming input');
      await holds();
      await page.keyboard.press('Escape');
    });
  });

  describe('dialogs', () => {
    it('ACC-5 an explanation beside what it explains', async () => {
      await picture(page, 'stack');
      await click('.xp-bar .btn');
      await there('.xp-mode');
      await click('[data-explain="stack.bed"], [data-explain="stack.base"]');
      await there('.xp-pop');
      await holds();
      await page.keyboard.press('Escape');
      await click('.xp-bar .btn');
    });
    it.each([
      ['sandboxes', '.keep-box', 0],
      ['download', '.one', -2],
      ['share', '.one', -1],
    ] as const)('ACC-5 %s', async (_, selector, nth) => {
      const more = page.locator('.keep-bar > .more');
      if (await more.isVisible()) {
        await more.click();
        await holds();
        await click('.keep-menu button', { '.keep-box': 0, '.one': nth === -2 ? 2 : 3 }[selector]);
      } else await page.locator(`.keep-bar > ${selector}`).nth(nth).click();
      await there('dialog.keep-dialog[open]');
      await page.waitForTimeout(400);
      await holds();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
    });
    it('ACC-5 the shortcuts', async () => {
      await click('.lab-bar .shortcuts');
      await there('dialog.keys-dialog[open]');
      await holds();
      await page.keyboard.press('Escape');
    });
  });

  it('ACC-6 a lesson at work, in each of its parts', async () => {
    await page.context().close();
    page = await open(site, look, look.lesson);
    // On a phone the text, with its heading and landmark, is not there while another part is shown.
    const elsewhere = phone ? ['landmark-one-main', 'page-has-heading-one'] : [];
    const dock = page.locator('.dock button');
    if (phone) {
      await page.waitForSelector('body[data-part]');
      await dock.nth(1).click();
    }
    await terminal(page);
    await run(page, 'docker build -t hello:1 .');
    await holds(elsewhere);
    if (!phone) return;
    for (const part of [0, 2, 3, 4]) {
      await dock.nth(part).click();
      await holds(part === 0 ? [] : elsewhere);
    }
  });
});

/** What people reach for most. */
const main =
  '.dock button, .keys button, .picture .tablist [role="tab"], dialog .btn, .lab-bar .btn, .lab-bar .icon-btn, .tl-acts .btn, .tty-bar .icon-btn, .tty-menu button';

/** Chooses the option whose text fits, or whose value it is. */
async function choose(page: Page, selector: string, wanted: RegExp | string): Promise<void> {
  const select = page.locator(selector).first();
  const value = typeof wanted === 'string' ? wanted : await select.locator('option', { hasText: wanted }).first().getAttribute('value');
  await select.selectOption(value);
}
