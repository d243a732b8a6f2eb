// Every state of the lab, for everyone: axe, target sizes and text sizes in each; and the whole sandbox without a mouse.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, type Focus, focus, lookOf, sizes } from './access.ts';
import { openSite, picture, run, type Site, show, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const looks = [
  { width: 1440, height: 900, language: 'en', scheme: 'light', sandbox: '/sandbox/', lesson: '/learn/layer-stack/' },
  { width: 360, height: 740, language: 'zh', scheme: 'dark', sandbox: '/zh-cn/sandbox/', lesson: '/zh-cn/learn/layer-stack/' },
] as const;
type Look = (typeof looks)[number];

async function type(page: Page, ...lines: string[]): Promise<void> {
  await show(page, 'terminal');
  for (const line of lines) await run(page, line);
}
async function open(look: Look, path: string): Promise<Page> {
  const { page } = await site.open(path, {
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    hasTouch: look.width < 500,
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  page.setDefaultTimeout(20_000);
  return page;
}

const lines = [
  'docker build -t hello:1 .',
  'echo "# two" >> hello.sh',
  'docker build -t hello:1 .',
  'docker run -d -p 5000:5000 --name registry registry:2',
  'docker tag hello:1 localhost:5000/hello:1',
  'docker push localhost:5000/hello:1',
  "printf 'FROM busybox\\nRUN echo hunter2 > /token\\nRUN rm /token\\n' > Leak",
  'docker build -q -t leak -f Leak .',
  "docker run -d --name web -p 8080:80 -v data:/data --health-cmd 'wget -q -O- localhost' --health-interval 5s nginx",
];

describe.each(looks)('states at $width px, $language, $scheme', (look) => {
  const phone = look.width < 500;
  let page: Page;
  beforeAll(async () => {
    page = await open(look, look.sandbox);
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
    page = await open(look, look.lesson);
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

/** Gives a container of elements its own journey: Tab until the page has been gone through once. */
async function tabThrough(
  page: Page,
  most: number,
): Promise<{ readonly seen: Focus[]; readonly unseen: string[]; readonly hidden: string[] }> {
  const seen: Focus[] = [];
  const unseen: string[] = [];
  const hidden: string[] = [];
  for (let n = 0; n < most; n++) {
    if (seen.at(-1)?.kind === 'terminal' || seen.at(-1)?.kind === 'editor') await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const now = await focus(page, n);
    const last = seen.at(-1);
    // What had the focus before looks otherwise now, or had an outline.
    if (last && !last.outlined && (await lookOf(page, n - 1)) === last.look) unseen.push(last.what);
    if (now.kind === 'none' || (seen.length > 3 && now.what === seen[0]?.what)) return { seen, unseen, hidden };
    if (!now.inView) hidden.push(now.what);
    seen.push(now);
  }
  throw new Error(
    `no way out after ${most} steps: ${seen
      .slice(-4)
      .map(({ what }) => what)
      .join(' → ')}`,
  );
}

describe('without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(looks[0], looks[0].sandbox);
    await terminal(page);
    await type(page, ...lines);
  }, 90_000);
  afterAll(() => page?.context().close());

  /** Tabs forward until `selector` has the focus. */
  async function tabTo(selector: string): Promise<void> {
    for (let n = 0; n < 90; n++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      if (await page.evaluate(() => document.activeElement?.closest('.xterm, .cm-content') !== null)) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never leads to ${selector}`);
  }
  /** Brings a picture forward with the arrow keys of its tabs. */
  async function toPicture(kind: string): Promise<void> {
    await tabTo('.picture [role="tab"][aria-selected="true"]');
    for (let n = 0; n < 6 && (await page.locator(`#picture-${kind}[aria-selected="true"]`).count()) === 0; n++)
      await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.picture-panel .sheet');
  }
  const active = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  it('ACC-10 Tab goes through the whole sandbox and out again; what has the focus is seen and in view', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.locator('.skip').focus();
    const { seen, unseen, hidden } = await tabThrough(page, 120);
    for (const part of ['top', 'lab-bar', 'files-pane', 'editor', 'tty', 'picture', 'tl'])
      expect(new Set(seen.map((one) => one.part))).toContain(part);
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['terminal', 'editor', 'other']));
    expect(unseen).toEqual([]);
    expect(hidden).toEqual([]);
  });

  it('ACC-11 Shift-Tab goes back the same way out of terminal and editor', async () => {
    for (const inside of ['.xterm-helper-textarea', '.cm-content']) {
      await page.locator(inside).first().focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate((one) => document.activeElement?.matches(one) ?? false, inside)).toBe(false);
    }
  });

  it('ACC-14 with forced colours the selected tabs and the hand of the timeline are still marked', async () => {
    const marks = ['.picture [role="tab"][aria-selected="true"]', '.tty-tab[data-selected="true"]::after', '.tl-stop.now > i::before'];
    const grounds = () =>
      page.evaluate(
        (all) =>
          all.map((one) => {
            const [selector = '', pseudo] = one.split('::');
            return getComputedStyle(document.querySelector(selector) as Element, pseudo && `::${pseudo}`).backgroundColor;
          }),
        marks,
      );
    const before = await grounds();
    await page.emulateMedia({ forcedColors: 'active' });
    // Grounds pass over to the new ones.
    await page.waitForTimeout(400);
    const [tab, terminals, hand] = await grounds();
    const other = page.locator('.picture [role="tab"][aria-selected="false"]').first();
    expect(tab).not.toBe(await other.evaluate((one) => getComputedStyle(one).backgroundColor));
    expect([terminals, hand]).toEqual([tab, tab]);
    expect(before).not.toContain(tab);
    await page.emulateMedia({ forcedColors: null });
  });

  it('ACC-12 stack: arrows go through the tree, Right opens a layer, Enter chooses it', async () => {
    await toPicture('stack');
    await tabTo('.stk-tree [role="treeitem"]');
    const first = await active();
    await page.keyboard.press('ArrowDown');
    expect(await active()).not.toBe(first);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.stk-tree [role="treeitem"][aria-expanded="true"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.stk-tree [role="treeitem"][aria-selected="true"]');
  });

  it('ACC-12 store: arrows go through the grid, Right opens an image’s layers, Enter chooses, d finds what dangles', async () => {
    await toPicture('store');
    await tabTo('[role="treegrid"] [role="row"]');
    const first = await active();
    await page.keyboard.press('ArrowDown');
    expect(await active()).not.toBe(first);
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('[role="treegrid"] [role="row"][aria-expanded="true"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="treegrid"] [role="row"][aria-selected="true"]');
    await page.keyboard.press('d');
    expect(await active()).toContain('<none>');
  });

  it('ACC-12 build: arrows go through the steps, Enter opens one', async () => {
    await toPicture('build');
    await tabTo('.bpx-station, .picture-panel [role="listitem"], .picture-panel li, .picture-panel li button');
    const first = await active();
    await page.keyboard.press('ArrowDown');
    expect(await active()).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForSelector(
      '.picture-panel [aria-pressed="true"], .picture-panel [aria-expanded="true"], .picture-panel [aria-current]',
    );
  });

  it('ACC-12 run: arrows go through the processes', async () => {
    await toPicture('run');
    await tabTo('.picture-panel [role="tree"] [role="treeitem"]');
    const first = await active();
    await page.keyboard.press('ArrowDown');
    expect(await active()).not.toBe(first);
  });

  it('ACC-12 registry: a row of the table is opened with Enter', async () => {
    await toPicture('registry');
    await tabTo('.rgp-main table button, .rgp-main [role="row"] button, .rgp-main [role="row"][tabindex="0"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.rgp-main [aria-expanded="true"]');
  });

  it.each(['stack', 'store', 'build', 'run', 'registry', 'fence'])('ACC-13 %s: a command’s change is told in words', async (kind) => {
    await toPicture(kind);
    const told = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.picture [role="status"]')].map((one) => one.textContent?.trim() ?? '').join(' · '),
      );
    const before = await told();
    await type(page, `docker tag busybox told:${kind}`);
    expect(before).not.toBe('');
    expect(await told()).not.toBe(before);
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
