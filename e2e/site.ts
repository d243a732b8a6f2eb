// The built site in the system's Chromium. Nothing is skipped: without a build or a browser every test here fails.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type StaticServer, serve } from './static-server.ts';

export const siteRoot = process.env.STRATA_SITE ?? new URL('../dist/site', import.meta.url).pathname;
const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export interface Site {
  readonly origin: string;
  readonly browser: Browser;
  /** A page in a context of its own, without the service worker unless `serviceWorkers: 'allow'`. `troubles` collects console errors, page errors and requests to elsewhere. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly troubles: string[] }>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  if (!existsSync(`${siteRoot}/index.html`)) throw new Error(`${siteRoot} holds no site; run npm run build first`);
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium found; install one or name it in CHROMIUM');
  const server: StaticServer = await serve(siteRoot);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    origin: server.origin,
    browser,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('console', (message) => {
        // What the block above says of itself is no trouble.
        if (message.text().includes('Service Worker registration blocked')) return;
        if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => troubles.push(`page error: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== server.origin && protocol !== 'data:' && protocol !== 'blob:') troubles.push(`request to ${request.url()}`);
      });
      await page.goto(server.origin + path);
      return { page, troubles };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the machine is there, nothing runs, and what was printed can be seen. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.lab[data-status="ready"]') !== null && document.querySelector('.tty[data-mode="running"]') === null,
  );
}

/** Waits for the terminal itself, which is loaded after the page; the lab is woken first. */
export async function terminal(page: Page): Promise<void> {
  await wake(page);
  await page.waitForSelector('.tty[data-mode="prompt"]', { state: 'attached' });
  await ready(page);
  await awake(page);
}

const parts = ['access', 'bar', 'choose', 'picture', 'goals', 'timeline']
  .map((part) => `.lab-${part}`)
  .concat('.work-files', '.splitter', '.tries');

/** Parts of a lab wake one by one after its prompt. */
async function awake(page: Page): Promise<void> {
  await page.waitForFunction(
    (all) => [...(document.querySelector('.lab')?.querySelectorAll(all) ?? [])].every((part) => part.closest('[data-live]') !== null),
    parts.join(),
  );
}

/** A lesson's lab is still until it is touched. */
export async function wake(page: Page): Promise<void> {
  const start = page.locator('.lab[data-status="idle"] .lab-start');
  // A lab with kept work wakes by itself, perhaps between the look and the click.
  if ((await start.count()) > 0 && (await start.isVisible())) await start.click({ timeout: 3000 }).catch(() => {});
}

/** Types a line at the prompt of the terminal in front and waits for its end. */
export async function run(page: Page, line: string): Promise<void> {
  await page.locator('.xterm-helper-textarea:visible').first().focus();
  await page.keyboard.press('Control+u');
  await page.keyboard.type(line);
  const before = await page.locator('.lab').getAttribute('data-point');
  await page.keyboard.press('Enter');
  await page.waitForFunction((point) => document.querySelector<HTMLElement>('.lab')?.dataset.point !== point, before);
  await ready(page);
}

/** On a phone one part of the lab is shown at a time; elsewhere all are there. */
export async function show(page: Page, part: 'terminal' | 'files' | 'picture' | 'timeline'): Promise<void> {
  const button = page.locator(`.dock button[data-goes="${part}"]`);
  if (await button.isVisible()) await button.click();
}

/** Opens a picture by its tab. */
export async function picture(page: Page, kind: string): Promise<void> {
  await show(page, 'picture');
  await page.locator(`#picture-${kind}`).click();
}

/** How many commands have been run. */
export function turns(page: Page): Promise<number> {
  return page.locator('.tty-gutter button').count();
}

/** What the terminal of the machine in front shows. */
export function screen(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.terminals-one:not([hidden]) .xterm-rows > div')]
      .map((row) => row.textContent?.replace(/\s+$/, '') ?? '')
      .join('\n')
      .trimEnd(),
  );
}
