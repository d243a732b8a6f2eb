// The preview of exercises stands in the dev server only: one is started here, on a copy of the course that may be written to.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, sizes } from './access.ts';
import { openSite, type Site, siteRoot } from './site.ts';

const project = new URL('..', import.meta.url).pathname;
const lesson = 'chapters/20-layers/10-layer-stack';
const path = '/authoring/exercises/layer-stack/share-on-purpose/';

let site: Site;
let dev: ChildProcess;
let origin: string;
let content: string;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(join(project, 'content'), content, { recursive: true });
  site = await openSite();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  dev = spawn(process.execPath, [join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(port), '--host', '127.0.0.1'], {
    cwd: project,
    // Not what the test runner sets for itself.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, STRATA_CONTENT: content },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 400 && dev.exitCode === null; tries++) {
    const answer = await fetch(`${origin}/authoring/exercises/`).catch((error: Error) => error);
    // The first page brings the engine with it.
    if (answer instanceof Response && answer.ok) return void (await fetch(origin + path).then((page) => page.text()));
    if (tries % 50 === 49) said += `\n${answer instanceof Response ? answer.status : `${answer.message} ${String(answer.cause)}`}`;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`the dev server did not answer:\n${said}`);
}, 240_000);
afterAll(async () => {
  dev?.kill();
  await site?.close();
  rmSync(content, { recursive: true, force: true });
});

describe('the preview of exercises', () => {
  it('LES-153 plays every way, tells what disagrees as soon as a file is saved, and fits every screen', { timeout: 240_000 }, async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${origin}/zh-cn${path}?seed=2`, { timeout: 90_000 });
    await page.waitForSelector('.pv-way', { timeout: 60_000 });
    const ways = page.locator('.pv-way');
    expect(await ways.count()).toBeGreaterThan(5);
    expect(await page.locator('.pv-way[data-agrees="false"]').count()).toBe(0);
    const yaml = readFileSync(join(content, lesson, 'exercise.yaml'), 'utf8');
    const miss = page.locator('[data-way="attempts/near-same-last-layer.yaml"]');
    for (const sentence of await miss.locator('.pv-trap p').allTextContents()) expect(sentence.length).toBeGreaterThan(10);
    expect(yaml).toContain((await miss.locator('.pv-trap code').textContent())?.trim());
    expect(await miss.locator('.pv-line').count()).toBeGreaterThan(1);
    expect(await sizes(page, 24)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await sizes(page, 24)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    // The author saves an attempt that declares something else.
    const file = join(content, lesson, 'attempts/near-same-last-layer.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^expect:[\s\S]*$/m, 'expect: pass\n'));
    await page.waitForSelector('[data-way="attempts/near-same-last-layer.yaml"][data-agrees="false"]', { timeout: 60_000 });
    expect(await page.locator('.pv-sum.bad').count()).toBe(1);
    // And one that cannot be read.
    writeFileSync(file, 'about: x\nexercise: share-on-purpose\nexpects: pass\n');
    await page.waitForSelector('.pv-bad pre', { timeout: 60_000 });
    expect(await page.locator('.pv-bad').textContent()).toContain('near-same-last-layer.yaml: line 3: ');
    await context.close();
  });

  it('LES-153 is no part of the built site', () => {
    expect(existsSync(join(siteRoot, 'index.html'))).toBe(true);
    expect(existsSync(join(siteRoot, 'authoring/exercises'))).toBe(false);
  });
});
