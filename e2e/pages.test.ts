import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../src/course/index.ts';
import { axe, sizes } from './access.ts';
import { openSite, type Site, show, siteRoot, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const { lessons } = loadCourse(new URL('../content', import.meta.url).pathname);
const both = (paths: readonly string[]): string[] => paths.flatMap((path) => [path, `/zh-cn${path}`]);
const labs = both(['/', '/learn/layer-stack/', '/sandbox/']);
const pages = [
  ...both([
    '/learn/',
    '/learn/track/building/',
    '/search/',
    '/glossary/',
    '/facts/',
    '/reference/',
    '/reference/docker/run/',
    '/reference/dockerfile/copy/',
    '/practice/',
    '/progress/',
    '/certificate/layers/',
    '/verify/',
    '/open/',
    '/fidelity/',
    '/explore/cmd-entrypoint/',
  ]),
  '/404.html',
];
const files = readdirSync(siteRoot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

const known = new Map<string, boolean>();
function there(name: string): boolean {
  const found = known.get(name) ?? existsSync(join(siteRoot, name));
  known.set(name, found);
  return found;
}

/** Waits until what the page loads first is alive and drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('astro-island[client="load"][ssr]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 60)));
  });
}

/** Sideways scroll, targets below 24 px, text below 13 px. */
const measure = (page: Page) => sizes(page, 24);
/** The page that is not there is told so by the browser too. */
const unexpected = (troubles: readonly string[]) => troubles.filter((trouble) => !trouble.includes('404'));

describe('every page', () => {
  it.each(pages)('LES-90 LES-91 %s: axe finds nothing, at any width nothing is too wide or too small, no error', async (path) => {
    const { page, troubles } = await site.open(path, { viewport: { width: 360, height: 800 }, colorScheme: 'dark', bypassCSP: true });
    await settled(page);
    expect(await axe(page), 'dark, 360').toEqual([]);
    expect(await measure(page), '360').toEqual([]);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await measure(page), '768').toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await settled(page);
    expect(await axe(page), 'light, 1440').toEqual([]);
    expect(await measure(page), '1440').toEqual([]);
    expect(unexpected(troubles)).toEqual([]);
    await page.context().close();
  });

  describe.each([
    ['dark', 360],
    ['light', 1440],
  ] as const)('%s, %i', (colorScheme, width) => {
    it.each(labs)('LES-90 LES-91 %s with its lab: axe finds nothing, nothing is too wide or too small, no error', async (path) => {
      const { page, troubles } = await site.open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      await show(page, 'terminal');
      await terminal(page);
      await settled(page);
      expect(await measure(page)).toEqual([]);
      for (const button of await page.locator('.dock button').all()) {
        if (!(await button.isVisible())) continue;
        await button.click();
        expect(await measure(page), (await button.textContent()) ?? '').toEqual([]);
      }
      // On a phone the text, with its heading and landmark, is there while no other part is shown.
      const text = page.locator('.dock button').first();
      if (await text.isVisible()) await text.click();
      await settled(page);
      expect(await axe(page)).toEqual([]);
      if (width > 768) {
        await page.setViewportSize({ width: 768, height: 1024 });
        await settled(page);
        expect(await measure(page), '768').toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  });

  describe.each([
    ['en', '', 360, 'dark'],
    ['zh', '/zh-cn', 1440, 'light'],
  ] as const)('lessons in %s', (_, prefix, width, colorScheme) => {
    let page: Page;
    let troubles: string[];
    beforeAll(async () => {
      ({ page, troubles } = await site.open(`${prefix}/404.html`, { viewport: { width, height: 800 }, colorScheme }));
    });
    afterAll(() => page?.context().close());

    it.each(lessons.map(({ id }) => id))('LES-98 %s reads without error, before its lab is touched', async (id) => {
      troubles.length = 0;
      await page.goto(`${site.origin}${prefix}/learn/${id}/`);
      await settled(page);
      // What waits until it is seen gets its life too.
      await page.locator('section.quiz').last().scrollIntoViewIfNeeded();
      await page.waitForSelector('astro-island[component-export="Quiz"]:not([ssr]) .score');
      expect(await measure(page)).toEqual([]);
      const still = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main pre, main table')]
          .map((one) => (one.matches('table') ? (one.parentElement ?? one) : one))
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto' && one.tabIndex < 0)
          .map((one) => one.textContent?.slice(0, 60)),
      );
      expect(still, 'scrolled by the pointer only').toEqual([]);
      const raw = await page.evaluate(() => {
        const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
        for (const element of main.querySelectorAll('code, pre, script, style, [data-prompt]')) element.remove();
        return main.textContent?.match(/.{0,20}(?:@[a-z]+@|<\/?[A-Z][a-z]+|\[object |\bundefined\b|\bNaN\b|\{\{).{0,20}/g) ?? [];
      });
      expect(raw).toEqual([]);
      expect(await page.locator('.lab').getAttribute('data-status')).toBe('idle');
      expect(troubles).toEqual([]);
    });
  });

  it.each(files)('LES-92 %s: every link inside the site leads to a page, no raw marks, a policy in the head', (name) => {
    const html = readFileSync(join(siteRoot, name), 'utf8');
    const missing: string[] = [];
    for (const [, address = ''] of html.matchAll(/\shref="(\/[^"#]*)"/g)) {
      const target = address.endsWith('/') ? `${address}index.html` : address;
      if (!there(target)) missing.push(address);
    }
    for (const [, anchor = ''] of html.matchAll(/\shref="#([^"]+)"/g)) if (!html.includes(`id="${anchor}"`)) missing.push(`#${anchor}`);
    expect([...new Set(missing)]).toEqual([]);
    const text = html
      .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<(pre|code)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, '');
    expect(text.match(/.{0,30}(?:`|\*\*).{0,30}/g) ?? []).toEqual([]);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(?! 'unsafe-inline')/);
    expect(policy).not.toMatch(/https?:/);
  });

  it('LES-93 the lesson reads without JavaScript: prose, questions, task and output are there', async () => {
    const { page } = await site.open('/learn/layer-stack/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(text).toContain('One view, many layers');
    expect(text).toContain('Which of these rows will be a layer');
    expect(text).toContain('Share on purpose');
    expect(text).toContain('How many layers does the image have?');
    expect(text).toContain('RUN /bin/sh -c chmod 755 hello.sh');
    expect(await page.locator('.lab-noscript').isVisible()).toBe(true);
    await page.context().close();
  });

  it('LES-94 the theme is chosen, remembered, and the language switch stays on the page', async () => {
    const { page } = await site.open('/sandbox/', { colorScheme: 'light' });
    await terminal(page);
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByLabel('Slate (dark)').check();
    await page.getByLabel('High contrast').check();
    const look = () => page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.contrast]);
    expect(await look()).toEqual(['dark', 'more']);
    await page.reload();
    expect(await look()).toEqual(['dark', 'more']);
    await page.getByRole('link', { name: '中文' }).click();
    expect(new URL(page.url()).pathname).toBe('/zh-cn/sandbox/');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await page.context().close();
  });

  it('LES-95 with reduced motion nothing is animated for longer than an instant', async () => {
    const { page } = await site.open('/', { reducedMotion: 'reduce' });
    await terminal(page);
    const longest = await page.evaluate(() =>
      Math.max(
        0,
        ...[...document.querySelectorAll('*')].map((element) => Number.parseFloat(getComputedStyle(element).animationDuration) || 0),
      ),
    );
    expect(longest).toBeLessThan(0.1);
    await page.context().close();
  });

  it('LES-145 the questions of predictions show their code as code', () => {
    const asked = files.flatMap((file) => {
      const html = readFileSync(join(siteRoot, file), 'utf8');
      return [...html.matchAll(/<span class="label ask">(.*?)<\/span>/gs)].map((match) => match[1] ?? '');
    });
    expect(asked.some((text) => text.includes('<code>'))).toBe(true);
    expect(asked.filter((text) => text.includes('`'))).toEqual([]);
  });

  it('LES-146 the anchor of a fact leaves the distance between two paragraphs as it is', async () => {
    const { page } = await site.open('/learn/healthcheck/', {});
    const gaps = await page.evaluate(() => {
      const next = (element: Element): Element | null => {
        const after = element.nextElementSibling;
        return after?.classList.contains('fact') ? next(after) : after;
      };
      return [...document.querySelectorAll('.prose > p')].flatMap((element) => {
        const after = next(element);
        if (after?.tagName !== 'P') return [];
        return [Math.round(after.getBoundingClientRect().top - element.getBoundingClientRect().bottom)];
      });
    });
    expect(gaps.length).toBeGreaterThan(2);
    expect(new Set(gaps).size).toBe(1);
    expect(gaps[0]).toBeGreaterThan(10);
    await page.context().close();
  });
});
