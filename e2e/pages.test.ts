import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site, show, siteRoot, terminal } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const paths = [
  '/',
  '/zh-cn/',
  '/learn/layer-stack/',
  '/zh-cn/learn/layer-stack/',
  '/sandbox/',
  '/zh-cn/sandbox/',
  '/fidelity/',
  '/zh-cn/fidelity/',
  '/explore/cmd-entrypoint/',
  '/zh-cn/explore/cmd-entrypoint/',
  '/404.html',
];
/** Pages without a lab are ready when they have loaded. */
const hasLab = (path: string): boolean => !/404|fidelity|explore/.test(path);
const files = readdirSync(siteRoot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

interface AxeWindow {
  axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
}

describe('every page', () => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(paths)('LES-90 axe finds nothing on %s', async (path) => {
      const { page } = await site.open(path, { colorScheme, bypassCSP: true });
      if (hasLab(path)) await terminal(page);
      await page.waitForTimeout(1500);
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate(() =>
        (window as unknown as AxeWindow).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      );
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary.split('\n').slice(1, 3).join(' ')}`).join('\n   ')}`,
        ),
      ).toEqual([]);
      await page.context().close();
    });
  });

  it.each(paths.flatMap((path) => [360, 768, 1440].map((width) => [path, width] as const)))(
    'LES-91 %s at %i: no sideways scroll, no text under 13 px, no error',
    async (path, width) => {
      const { page, troubles } = await site.open(path, { viewport: { width, height: 800 } });
      if (hasLab(path)) {
        await show(page, 'terminal');
        await terminal(page);
      }
      await page.waitForTimeout(400);
      const measure = () =>
        page.evaluate(() => {
          const small = new Set<string>();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!element || !node.textContent?.trim() || element.closest('script, style, noscript, .vh, [popover]:not(:popover-open)'))
              continue;
            if (element.getClientRects().length === 0) continue;
            const size = Number.parseFloat(getComputedStyle(element).fontSize);
            const svg = element.closest('svg');
            const scale = svg ? (svg.getScreenCTM()?.a ?? 1) : 1;
            if (size * scale < 12.99)
              small.add(`${size * scale}px ${element.tagName}.${element.className} "${node.textContent.trim().slice(0, 30)}"`);
          }
          return { over: document.documentElement.scrollWidth - window.innerWidth, small: [...small] };
        });
      expect(await measure()).toEqual({ over: 0, small: [] });
      for (const button of await page.locator('.dock button').all()) {
        if (!(await button.isVisible())) continue;
        await button.click();
        expect(await measure(), (await button.textContent()) ?? '').toEqual({ over: 0, small: [] });
      }
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
      await page.context().close();
    },
  );

  it.each(files)('LES-92 %s: every link inside the site leads to a page, no raw asterisks, a policy in the head', (name) => {
    const html = readFileSync(join(siteRoot, name), 'utf8');
    for (const [, address = ''] of html.matchAll(/\shref="(\/[^"#]*)"/g)) {
      const target = address.endsWith('/') ? `${address}index.html` : address;
      expect(() => readFileSync(join(siteRoot, target)), `${name} → ${address}`).not.toThrow();
    }
    for (const [, anchor = ''] of html.matchAll(/\shref="#([^"]+)"/g)) expect(html, `#${anchor}`).toContain(`id="${anchor}"`);
    const text = html
      .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<astro-island[^>]*>|<pre[\s\S]*?<\/pre>/g, '')
      .replace(/<[^>]+>/g, '');
    expect(text).not.toContain('**');
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
