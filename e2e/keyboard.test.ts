// The whole sandbox without a mouse.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Focus, focus, lookOf } from './access.ts';
import { lines, looks, open, type } from './looks.ts';
import { openSite, type Site, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

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
    page = await open(site, looks[0], looks[0].sandbox);
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
