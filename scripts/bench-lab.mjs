// What the lab costs in a browser: `npm run bench:lab` after `npm run build` (or of the site in STRATA_SITE). Sizes, answers, drawing, memory and Lighthouse, with targets.
// Lighthouse is looked for in LIGHTHOUSE (a folder with it installed) and left out when it is not there.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serve } from '../e2e/static-server.ts';

const root = process.env.STRATA_SITE ?? fileURLToPath(new URL('../dist/site', import.meta.url));
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
const port = 9321;
const rows = [];
const report = (what, value, target, ok) => {
  rows.push(ok);
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what.padEnd(66)} ${value.padStart(16)}   target ${target}`);
};
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const gz = (path) => gzipSync(readFileSync(`${root}${path}`), { level: 9 }).length;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const server = await serve(root, 0, { compressed: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', `--remote-debugging-port=${port}`, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

/** A page that remembers which scripts it fetched itself, its workers' left out. */
async function open(path) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const scripts = new Set();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && response.request().frame() === page.mainFrame()) scripts.add(pathname);
  });
  await page.goto(server.origin + path, { waitUntil: 'load' });
  return { page, scripts };
}
const sum = (scripts) => [...scripts].reduce((total, path) => total + gz(path), 0);
const prompt = (page) => page.waitForSelector('.tty[data-mode="prompt"]', { timeout: 60_000 });
async function run(page, line) {
  await page.locator('.xterm-helper-textarea').first().focus();
  await page.keyboard.press('Control+u');
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('.lab')?.dataset.status === 'ready' && !document.querySelector('.tty[data-mode="running"]'),
  );
}

async function sizes() {
  const lesson = await open('/learn/layer-stack/');
  await lesson.page.waitForTimeout(2000);
  report('JavaScript of a lesson page, its lab untouched (gz)', kB(sum(lesson.scripts)), '≤ 20 kB', sum(lesson.scripts) <= 20_000);
  await lesson.page.close();

  // The worker's chunks are fetched by the worker; what the page itself fetched is the lab.
  const lab = await open('/sandbox/');
  const worker = new Set();
  const before = new Set(lab.scripts);
  lab.page.on('worker', (made) => worker.add(new URL(made.url()).pathname));
  await lab.page.mouse.move(400, 400);
  await prompt(lab.page);
  await run(lab.page, 'docker build -t a .');
  for (const kind of ['store', 'build', 'run', 'registry', 'fence', 'stack']) {
    await lab.page.click(`#picture-${kind}`);
    await lab.page.waitForTimeout(700);
  }
  await lab.page.locator('.cm-content').first().click();
  await lab.page.waitForTimeout(1000);
  const fetched = [...lab.scripts].filter((path) => !worker.has(path) && !workerOnly(path));
  // The header's menu and what keeps the site offline belong to the page: there before anything is touched, and named by no script of the lab.
  const later = fetched.filter((path) => !before.has(path) || /\/island\./.test(path)).map((path) => readFileSync(root + path, 'utf8'));
  const pages = (path) => before.has(path) && !/\/island\./.test(path) && !later.some((code) => code.includes(path.split('/').at(-1)));
  const own = fetched.filter((path) => !pages(path));
  report('the whole lab without the page it is in, every picture opened (gz)', kB(sum(own)), '≤ 330 kB', sum(own) <= 330_000);
  if (process.argv.includes('--list'))
    for (const path of fetched.filter(pages)) console.log(`     ${kB(gz(path)).padStart(10)} ${path} (the page's own)`);
  if (process.argv.includes('--list'))
    for (const path of own.sort((a, b) => gz(b) - gz(a))) console.log(`     ${kB(gz(path)).padStart(10)} ${path}`);
  await lab.page.close();
}

/** Chunks that Vite made for workers: their names have a hyphen before the hash, the page's a dot. */
const workerOnly = (path) => /-[\w-]{8}\.js$/.test(path) && !/\.[\w-]{8}\.js$/.test(path);

async function firstCommand() {
  const times = [];
  for (let turn = 0; turn < 5; turn++) {
    const { page } = await open('/learn/layer-stack/');
    await page.waitForTimeout(500);
    // Taken in the page: from the click until the prompt, and from Enter until the answer; what this program takes between them is nobody's.
    await page.evaluate(() => {
      const at = { click: 0, prompt: 0, enter: 0, answer: 0 };
      window.at = at;
      addEventListener('click', (event) => (at.click ||= event.timeStamp), true);
      addEventListener('keydown', (event) => (at.enter ||= event.timeStamp), true);
      // Watching costs the page time, too: only what is waited for is watched.
      const seen = () => {
        if (/IMAGE ID/.test(document.querySelector('.xterm-rows')?.textContent ?? '')) at.answer ||= performance.now();
      };
      new MutationObserver((_, watch) => {
        if (!document.querySelector('.tty[data-mode="prompt"]')) return;
        at.prompt = performance.now();
        watch.disconnect();
        new MutationObserver(seen).observe(document.querySelector('.xterm-rows'), { subtree: true, childList: true, characterData: true });
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-mode'] });
    });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.click('.lab-start');
    // Asked seldom: looking for an element at every frame would take a tenth of the time that is measured.
    await page.waitForFunction(() => window.at.prompt > 0, undefined, { polling: 50, timeout: 60_000 });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.at.answer > 0, undefined, { polling: 50, timeout: 60_000 });
    const at = await page.evaluate(() => window.at);
    times.push((at.prompt - at.click + at.answer - at.enter) / 1000);
    if (process.argv.includes('--list'))
      console.log(
        `     prompt ${(at.prompt - at.click).toFixed(0)} ms after the click, answer ${(at.answer - at.enter).toFixed(0)} ms after Enter`,
      );
    await page.close();
  }
  report('first command answered, from the click, CPU 4 times slower', `${median(times).toFixed(2)} s`, '< 1 s', median(times) < 1);
}

async function drawing() {
  const { page } = await open('/sandbox/');
  await page.mouse.move(400, 400);
  await prompt(page);
  const lines = ['FROM busybox', ...Array.from({ length: 58 }, (_, n) => `RUN for i in $(seq 1 85); do echo ${n} > /f${n}-$i; done`)];
  await run(page, `printf '${lines.join('\\n')}\\n' > /root/app/Big`);
  await run(page, 'docker build -q -t big -f Big .');
  await run(page, 'docker run -d --name c1 big sleep 1000');
  await page.evaluate(() => {
    window.spent = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.spent.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const script = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value;
  const times = [];
  for (let turn = 0; turn < 7; turn++) {
    const before = await script();
    await page.evaluate((n) => {
      document.querySelector('.tty')?.setAttribute('data-bench', String(n));
    }, turn);
    await run(page, `docker exec c1 touch /t${turn}`);
    times.push((await script()) - before);
  }
  // The terminal's own keys and echo are measured by a command that changes nothing, and taken off.
  const idle = [];
  for (let turn = 0; turn < 7; turn++) {
    const before = await script();
    await run(page, `: docker exec c1 touch /t${turn}`);
    idle.push((await script()) - before);
  }
  const own = (median(times) - median(idle)) * 1000;
  report('picture of 60 layers and 5,000 files, script per command', `${own.toFixed(1)} ms`, '< 16 ms', own < 16);
  await page.close();
}

/** Bytes in use in the page's worker, after a collection. */
async function workerHeap(client) {
  const attached = new Promise((resolve) => client.once('Target.attachedToTarget', resolve));
  await client.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const { sessionId } = await attached;
  const ask = (id, method) =>
    new Promise((resolve) => {
      const heard = ({ message }) => {
        const told = JSON.parse(message);
        if (told.id !== id) return;
        client.off('Target.receivedMessageFromTarget', heard);
        resolve(told.result);
      };
      client.on('Target.receivedMessageFromTarget', heard);
      void client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask(1, 'HeapProfiler.enable');
  await ask(2, 'HeapProfiler.collectGarbage');
  return (await ask(3, 'Runtime.getHeapUsage')).usedSize;
}

async function memory() {
  const { page } = await open('/sandbox/');
  await page.mouse.move(400, 400);
  await prompt(page);
  for (let turn = 0; turn < 50; turn++)
    await run(
      page,
      Array.from({ length: 10 }, (_, n) => `echo ${turn} ${n} > f${n}; docker build -q -t w:${(turn * 10 + n) % 20} .`).join(' ; '),
    );
  for (let turn = 0; turn < 450; turn++) await run(page, turn % 3 === 0 ? 'docker images' : 'ls');
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const inPage = (await client.send('Runtime.getHeapUsage')).usedSize;
  const inWorker = await workerHeap(client);
  const bytes = inPage + inWorker;
  if (process.argv.includes('--list')) console.log(`     page ${(inPage / 1e6).toFixed(0)} MB, worker ${(inWorker / 1e6).toFixed(0)} MB`);
  report('memory after 500 commands, page and worker', `${(bytes / 1e6).toFixed(0)} MB`, '< 150 MB', bytes < 150e6);
  await page.close();
}

async function lighthouse() {
  const at = process.env.LIGHTHOUSE && `${process.env.LIGHTHOUSE}/node_modules/lighthouse/core/index.js`;
  if (!at || !existsSync(at)) {
    console.log('     Lighthouse is not here: set LIGHTHOUSE to a folder in which `npm install lighthouse@12.8.2` was run');
    return;
  }
  const { default: audit } = await import(at);
  for (const path of ['/learn/layer-stack/', '/sandbox/', '/']) {
    const { lhr } = await audit(server.origin + path, { port, logLevel: 'error' });
    const scores = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100));
    report(
      `Lighthouse ${path}`,
      scores.join(' '),
      '≥ 98',
      scores.every((score) => score >= 98),
    );
  }
}

const parts = { sizes, firstCommand, drawing, memory, lighthouse };
const asked = process.argv.slice(2).filter((name) => name in parts);
for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part();
await browser.close();
await server.close();
if (rows.includes(false)) process.exitCode = 1;
