// Share and keep in a real browser: its own IndexedDB, locks, clipboard, downloads and files.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, ready, type Site, screen, terminal, run as typed } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const archive = fileURLToPath(new URL('../src/ui/engine/queries/testdata/docker-save-28.tar.gz', import.meta.url));
const realID = '1a1bdaaf8990';

const dialog = (page: Page) => page.locator('dialog[open]');
const button = (page: Page, name: string) => page.locator('.keep-bar').getByRole('button', { name, exact: true });
/** Waits for a lab that has something to come back to: it wakes by itself. */
async function back(page: Page): Promise<void> {
  await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
}
/** Types a line, and waits until it has surely begun before waiting for its end. */
async function run(page: Page, line: string): Promise<void> {
  await typed(page, line);
  await page.waitForTimeout(200);
  await ready(page);
}
/** Ids of all images, as the terminal prints them. */
async function ids(page: Page): Promise<readonly string[]> {
  await run(page, 'clear');
  await run(page, "docker images --format '{{.ID}} {{.Repository}}:{{.Tag}}'");
  return (await screen(page))
    .split('\n')
    .filter((line) => /^[0-9a-f]{12} /.test(line))
    .map((line) => line.trim());
}
async function link(page: Page): Promise<string> {
  await button(page, 'Share state').click();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('dialog[open] .link input')?.value.includes('#s='));
  const url = await dialog(page).locator('.link input').inputValue();
  await page.keyboard.press('Escape');
  return url;
}
async function download(page: Page, click: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return file;
}
/** The next page in the same browser context: another tab. */
async function tab(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(site.origin + path);
  await back(other);
  return other;
}

describe('links', () => {
  it('KEP-60 a link opens the same state in a browser that knows nothing, beside its own work', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'echo hi > a.txt; docker build -q -t app:1 .; docker tag app:1 app:2');
    const made = await ids(page);
    expect(made.length).toBeGreaterThan(2);
    const url = new URL(await link(page));

    const fresh = await site.open(`${url.pathname}${url.hash}`);
    await fresh.page.locator('.keep-open ol li').first().waitFor();
    expect(await fresh.page.locator('.keep-open ol').innerText()).toContain('docker build -q -t app:1 .');
    await fresh.page.getByRole('button', { name: 'Open as a new sandbox' }).click();
    await fresh.page.waitForURL(/\/sandbox\/\?box=box-/);
    await back(fresh.page);
    expect(await ids(fresh.page)).toEqual(made);
    expect([...troubles, ...fresh.troubles]).toEqual([]);
    await page.context().close();
    await fresh.page.context().close();
  });

  it('KEP-60 a link on the sandbox itself leads to the same question', async () => {
    const { page } = await site.open('/zh-cn/sandbox/#s=1abc');
    await page.waitForURL(/\/zh-cn\/open\/#s=1abc/);
    expect(await page.locator('.keep-open [class=what]').innerText()).toContain('链接不完整或被改动');
    await page.context().close();
  });
});

describe('archives', () => {
  it('KEP-61 an archive of real Docker is opened by a command that is seen, keeps its ID, and is there after a reload', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await page.locator('.keep-bar input[type=file]').setInputFiles(archive);
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('Loaded image: real:1'));
    expect(await screen(page)).toContain('docker load -i docker-save-28.tar.gz');
    await ready(page);
    expect(await ids(page)).toContain(`${realID} real:1`);
    await page.waitForTimeout(500);
    await page.reload();
    await back(page);
    expect(await ids(page)).toContain(`${realID} real:1`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('KEP-61 what is dropped and is no archive is told so, and the machine is left alone', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['hello'], 'cat.tar'));
      for (const type of ['dragover', 'drop'])
        document
          .querySelector('.lab-picture')
          ?.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    await page.locator('.keep-toast.bad').waitFor();
    expect(await page.locator('.keep-toast').innerText()).toContain('cat.tar is neither an image archive nor a saved sandbox');
    expect(await screen(page)).not.toContain('docker load');
    await page.context().close();
  });

  it('KEP-62 an image that is downloaded opens in another sandbox with the same ID', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker build -q -t app:1 .');
    const [made] = (await ids(page)).filter((line) => line.endsWith(' app:1'));
    await button(page, 'Download image').click();
    await dialog(page).getByText('app:1').click();
    const go = dialog(page).locator('footer .btn.pri:enabled');
    await go.waitFor();
    const file = await download(page, () => go.click());
    expect(file.suggestedFilename()).toBe('app-1.tar');

    const other = await site.open('/sandbox/');
    await terminal(other.page);
    await other.page
      .locator('.keep-bar input[type=file]')
      .setInputFiles({ name: 'app-1.tar', mimeType: '', buffer: readFileSync(await file.path()) });
    await other.page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('Loaded image: app:1'));
    await ready(other.page);
    expect(await ids(other.page)).toContain(made);
    await page.context().close();
    await other.page.context().close();
  });
});

describe('sandboxes', () => {
  it('KEP-63 boxes are named, copied, deleted with undo, saved and opened as a file', async () => {
    const { page, troubles } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker tag busybox mine:1');
    await page.waitForTimeout(500);
    await page.locator('.keep-box').click();
    const rows = dialog(page).locator('.boxes li');
    await rows.first().waitFor();
    await dialog(page).getByRole('button', { name: 'Rename Sandbox' }).click();
    await page.keyboard.type('retag lab');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Duplicate retag lab', exact: true }).click();
    await dialog(page).getByRole('link', { name: 'Open retag lab, copy' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Delete retag lab, copy' }).click();
    await dialog(page).getByText('retag lab, copy deleted').waitFor();
    expect(await rows.count()).toBe(1);
    await dialog(page).getByRole('button', { name: 'Undo' }).click();
    await dialog(page).getByRole('link', { name: 'Open retag lab, copy' }).waitFor();
    const file = await download(page, () => dialog(page).getByRole('button', { name: 'Save retag lab as a file' }).click());
    expect(file.suggestedFilename()).toBe('retag-lab.strata.json');
    const buffer = readFileSync(await file.path());
    expect(troubles).toEqual([]);
    await page.context().close();

    const other = await site.open('/sandbox/');
    await terminal(other.page);
    await other.page.locator('.keep-bar input[type=file]').setInputFiles({ name: 'x', mimeType: '', buffer });
    await other.page.locator('.keep-toast a').click();
    await other.page.waitForURL(/box=box-/);
    await back(other.page);
    expect((await ids(other.page)).some((line) => line.endsWith(' mine:1'))).toBe(true);
    await other.page.context().close();
  });

  it('KEP-64 two tabs never write the same sandbox; taking over hands everything over', async () => {
    const { page } = await site.open('/sandbox/');
    await terminal(page);
    await run(page, 'docker tag busybox first:1');
    const second = await tab(page, '/sandbox/');
    await second.locator('.keep-access').waitFor();
    await run(second, 'docker tag busybox lost:1');
    await run(page, 'docker tag busybox second:1');
    await second.getByRole('button', { name: 'Take over here' }).click();
    await second.locator('.keep-access').waitFor({ state: 'detached' });
    await page.locator('.keep-access').waitFor();
    await ready(second);
    const names = (await ids(second)).map((line) => line.split(' ')[1]);
    expect(names).toContain('first:1');
    expect(names).toContain('second:1');
    expect(names).not.toContain('lost:1');
    await second.close();
    await page.getByText('The other tab is closed').waitFor();
    await page.context().close();
  });

  it('KEP-65 records of the first database are there after the upgrade, to be downloaded', async () => {
    const { page } = await site.open('/fidelity/');
    await page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const request = indexedDB.open('strata', 1);
          request.onupgradeneeded = () => {
            request.result.createObjectStore('labs');
            request.result.createObjectStore('aside');
          };
          request.onerror = () => fail(request.error);
          request.onsuccess = () => {
            const transaction = request.result.transaction('labs', 'readwrite');
            transaction
              .objectStore('labs')
              .put({ version: 1, log: [{ kind: 'line', text: 'docker ps' }], turns: [], history: [] }, 'sandbox');
            transaction.oncomplete = () => {
              request.result.close();
              done();
            };
          };
        }),
    );
    await page.goto(`${site.origin}/sandbox/`);
    await terminal(page);
    await page.locator('.keep-box').click();
    const save = dialog(page).getByRole('button', { name: 'Download what was saved of sandbox' });
    await save.waitFor();
    const file = await download(page, () => save.click());
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ version: 1, log: [{ text: 'docker ps' }] });
    await page.context().close();
  });

  it('KEP-66 where nothing may be kept, everything works until the page is closed, and it says so', async () => {
    const { page } = await site.open('/fidelity/');
    await page.context().addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await page.goto(`${site.origin}/sandbox/`);
    await terminal(page);
    await page.locator('.keep-bar input[type=file]').setInputFiles(archive);
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('Loaded image: real:1'));
    await ready(page);
    await page.locator('.keep-box').click();
    await dialog(page).getByText('This browser does not let the page keep anything').waitFor();
    await page.keyboard.press('Escape');
    expect(await link(page)).toContain('#s=1');
    await page.context().close();
  });
});
