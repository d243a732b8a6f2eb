// What people do in a lab, from beginning to end, at three widths, in both languages, light and dark. Screenshots go to dist/shots.
import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, picture, run, type Site, screen, show, terminal } from './site.ts';

const shots = new URL('../dist/shots/', import.meta.url).pathname;
const archive = readFileSync(new URL('fixtures/afar.tar', import.meta.url));
/** What the real Docker that wrote the archive calls the image in it. */
const afar = '24cdb5f880ce';

const looks = [
  { width: 1440, height: 900, language: 'en', scheme: 'light' },
  { width: 768, height: 1024, language: 'zh', scheme: 'dark' },
  { width: 360, height: 740, language: 'zh', scheme: 'light' },
] as const;
type Look = (typeof looks)[number];

let site: Site;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  site = await openSite();
});
afterAll(() => site.close());

const options = ({ width, height, scheme }: Look) => ({ viewport: { width, height }, colorScheme: scheme });
async function sandbox(look: Look) {
  const { page, troubles } = await site.open(look.language === 'zh' ? '/zh-cn/sandbox/' : '/sandbox/', options(look));
  await terminal(page);
  await show(page, 'terminal');
  return { page, troubles };
}
/** Runs lines in the terminal, wherever the page stands. */
async function type(page: Page, ...lines: string[]): Promise<void> {
  await show(page, 'terminal');
  for (const line of lines) await run(page, line);
}
const shot = (page: Page, name: string, { width, language, scheme }: Look) =>
  page.screenshot({ path: `${shots}${name}-${width}-${language}-${scheme}.png` });
async function done(page: Page, troubles: readonly string[]): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(troubles).toEqual([]);
  await page.context().close();
}
const code = (image: string) => new RegExp(image);

describe.each(looks)('a journey at $width px, $language, $scheme', (look) => {
  it('LBV-10 the cache is broken by a changed file, the picture says by which, and mended', async () => {
    const { page, troubles } = await sandbox(look);
    await type(page, 'docker build -t hello:1 .', 'echo "echo more" >> hello.sh', 'docker build -t hello:2 .');
    await picture(page, 'build');
    await page.waitForSelector('.bpx-call.missed');
    expect(await page.locator('.bpx-call.missed').textContent()).toContain('hello.sh');
    await shot(page, 'cache-broken', look);
    await type(page, 'docker build -t hello:3 .');
    await picture(page, 'build');
    await page.waitForFunction(() => document.querySelector('.bpx-call.missed') === null);
    expect(await page.locator('[data-explain="build.cached"]').count()).toBeGreaterThan(0);
    await shot(page, 'cache-mended', look);
    await done(page, troubles);
  });

  it('LBV-11 a tag is moved until an image dangles, and the prune that was forecast frees it', async () => {
    const { page, troubles } = await sandbox(look);
    await type(page, 'docker build -q -t hello:1 .', 'echo "# two" >> hello.sh', 'docker build -q -t hello:1 .');
    await picture(page, 'store');
    await page.waitForSelector('[data-explain="store.dangling"]');
    await shot(page, 'dangling', look);
    await type(page, 'docker image prune -f');
    expect(await screen(page)).toMatch(/deleted: sha256:/);
    await picture(page, 'store');
    await page.waitForFunction(() => document.querySelector('[data-explain="store.dangling"]') === null);
    await done(page, troubles);
  });

  it('LBV-12 a secret that a later layer deletes is found in the layer below', async () => {
    const { page, troubles } = await sandbox(look);
    await type(
      page,
      "printf 'FROM busybox\\nRUN echo hunter2 > /token\\nRUN rm /token\\n' > Leak",
      'docker build -q -t leak -f Leak .',
      'docker run --rm leak ls /token',
    );
    expect(await screen(page)).toMatch(/No such file/);
    await picture(page, 'stack');
    await page.locator('[data-explain="stack.find"]').click();
    await page.locator('.stk-find input').fill('hunter2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.stk-hits .hit');
    expect(await page.locator('.stk-hits').textContent()).toContain('/token');
    await shot(page, 'secret', look);
    await done(page, troubles);
  });

  it('LBV-13 an image is pushed to a registry of one’s own and pulled on the other machine', async () => {
    const { page, troubles } = await sandbox(look);
    await type(
      page,
      'docker build -q -t localhost:5000/hello:1 .',
      'docker run -d -p 5000:5000 --name registry registry:2',
      'docker push localhost:5000/hello:1',
    );
    await picture(page, 'registry');
    await page.waitForSelector('[data-explain="registry.layer"]');
    await shot(page, 'pushed', look);
    await show(page, 'terminal');
    await page.locator('[id^="tty-tab-"][id$="-1"]').click();
    await type(
      page,
      `echo '{"insecure-registries":["node01:5000"]}' > /etc/docker/daemon.json; systemctl restart docker`,
      'docker pull node01:5000/hello:1',
      'docker run --rm node01:5000/hello:1',
    );
    expect(await screen(page)).toContain('Hello from a container.');
    await shot(page, 'pulled', look);
    await done(page, troubles);
  });

  it('LBV-14 time is gone back in, a branch is made, and both ends are compared', async () => {
    const { page, troubles } = await sandbox(look);
    await type(page, 'docker tag busybox one:1', 'docker tag busybox two:1; touch later.txt');
    const later = (there: boolean) =>
      page.waitForFunction((is) => document.querySelector('.ed-tree')?.textContent?.includes('later.txt') === is, there);
    await show(page, 'files');
    await later(true);
    await show(page, 'timeline');
    await page.locator('.tl-stop[data-point="1"]').click();
    await page.waitForSelector('.tl-count.looking');
    await show(page, 'files');
    await later(false);
    await show(page, 'timeline');
    await page.locator('.tl-acts .btn').first().click();
    await page.waitForFunction(() => document.querySelector('.tl-stop.now')?.getAttribute('data-point') === '1');
    await type(page, 'docker tag busybox three:1');
    await show(page, 'timeline');
    await page.locator('.tl-stop[data-point="2"]').click();
    await page.locator('.tl-acts .btn').nth(2).click();
    await page.waitForSelector('.tl-found table');
    expect(await page.locator('.tl-found tbody').textContent()).toMatch(/two:1[\s\S]*three:1|three:1[\s\S]*two:1/);
    await shot(page, 'branch', look);
    await done(page, troubles);
  });

  it('LBV-15 a shared link opens the same state in a browser that never saw it', async () => {
    const { page, troubles } = await sandbox(look);
    await type(page, 'docker build -q -t shared:1 .', 'docker images -q shared:1');
    const id = /^[0-9a-f]{12}$/m.exec(await screen(page))?.[0] ?? 'none';
    // Where the bar is narrow, behind its menu.
    const share = page.locator('.keep-bar > .btn:visible').last();
    await share.click();
    if (await share.evaluate((button) => button.classList.contains('more'))) await page.locator('.keep-menu button').last().click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('dialog .link input')?.value.includes('#s='));
    const link = await page.locator('dialog .link input').inputValue();
    await shot(page, 'share', look);
    const other = await site.open(link.replace(site.origin, ''), options(look));
    await other.page.locator('main .btn.pri, main a.btn, main button.btn').first().click();
    await terminal(other.page);
    await type(other.page, 'docker images -q shared:1');
    expect(await screen(other.page)).toMatch(code(id));
    expect(other.troubles).toEqual([]);
    await other.page.context().close();
    await done(page, troubles);
  });

  it('LBV-16 an archive that a real docker save wrote is dropped in, loads with its own ID and is explored', async () => {
    const { page, troubles } = await sandbox(look);
    await page.locator('.keep-bar input[type="file"]').setInputFiles({ name: 'afar.tar', mimeType: 'application/x-tar', buffer: archive });
    await show(page, 'terminal');
    await page.waitForFunction(() => /Loaded image/.test(document.querySelector('.xterm-rows')?.textContent ?? ''), undefined, {
      timeout: 20_000,
    });
    await type(page, 'docker images afar');
    expect(await screen(page)).toMatch(code(afar));
    await picture(page, 'stack');
    await page.waitForFunction(() => document.querySelector('.stk-tree')?.textContent?.includes('COPY letter.txt'));
    await shot(page, 'archive', look);
    await done(page, troubles);
  });
});
