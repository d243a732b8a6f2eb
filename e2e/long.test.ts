// What strangers do to a layout: names that never end, four stages side by side, a phone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, picture, run, type Site, show, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function sandbox(width: number, height: number, ...lines: string[]): Promise<Page> {
  const { page } = await site.open('/sandbox/', { viewport: { width, height } });
  await terminal(page);
  await show(page, 'terminal');
  for (const line of lines) await run(page, line);
  return page;
}
const long = 'a-repository-with-a-very-long-name-that-goes-on/app';

describe('long and many', () => {
  it('STO-49 of a name that is cut the tag stays whole', async () => {
    const page = await sandbox(1440, 900, `docker tag busybox ${long}:1`, `docker tag busybox ${long}:30-alpine`);
    await picture(page, 'store');
    const tags = page.locator('.sto-flag .tagname');
    await tags.first().waitFor();
    const cut = await tags.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect(await tags.count()).toBe(3);
    expect(cut).toEqual([]);
    await page.context().close();
  });

  it('BPX-40 beside four stages an instruction stays readable while it is guessed', async () => {
    const stages = ['FROM busybox AS a', 'FROM a AS b', 'FROM a AS c', 'FROM busybox'];
    const lines = stages.flatMap((from, index) => [from, `RUN echo step ${index} > /f${index}`]);
    const page = await sandbox(
      1440,
      900,
      `printf '${[...lines, 'COPY --from=b /f1 /', 'COPY --from=c /f2 /'].join('\\n')}\\n' > Dockerfile`,
    );
    await run(page, 'docker build -q -t four .');
    await picture(page, 'build');
    await page.locator('.bpx-bar .end .btn').last().click();
    await page.waitForSelector('.bpx-guess');
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('.bpx-st:has(.bpx-guess) .ins')].map((one) => one.getBoundingClientRect().width),
    );
    expect(widths.length).toBeGreaterThan(4);
    expect(Math.min(...widths)).toBeGreaterThan(80);
    await page.context().close();
  });

  it('ACC-15 on a phone a long name widens neither the facts of a picture nor its bar', async () => {
    const page = await sandbox(360, 740, `printf 'FROM busybox\\nRUN echo 1 > /a\\n' > D; docker build -q -t ${long}:1.2.3 -f D .`);
    for (const kind of ['stack', 'build'] as const) {
      await picture(page, kind);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.tblock, .tblock > div, .pic-bar, .pic-bar select, .dock')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className),
      );
      expect(wide, kind).toEqual([]);
    }
    await page.context().close();
  });

  it('STK-63 what was chosen stays while health checks go on', async () => {
    const page = await sandbox(
      1440,
      900,
      'docker build -q -t hello:1 .',
      "docker run -d --name web --health-cmd 'wget -q -O- localhost' --health-interval 1s nginx",
    );
    await picture(page, 'stack');
    const select = page.locator('.stk-bar select');
    const image = await select.locator('option', { hasText: 'hello:1' }).getAttribute('value');
    await select.selectOption(image);
    await page.waitForTimeout(3500);
    expect(await select.inputValue()).toBe(image);
    await page.context().close();
  });
});
