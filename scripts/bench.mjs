// Ratios against something real in the same run: `npm run bench`. Each line says what was measured, the ratio and its target.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { LIMIT, workerSizes } from './worker-size.mjs';

const engine = (path) => import(new URL(`../src/${path}`, import.meta.url).href);
const { generatedBody, bytesBody, textBody, Tree, TreeEdit, ROOT } = await engine('engine/tree/index.ts');
const { makeLayer, packEntries, diff, apply } = await engine('engine/layer/index.ts');
const { parseDockerfile } = await engine('engine/dockerfile/index.ts');
const { Session } = await engine('cli/machine/session.ts');
const { newWorld } = await engine('cli/machine/simulation.ts');
const { runCase } = await engine('cli/strata/run.ts');
await engine('cli/machine/preload.ts');

const seconds = (work) => {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const best = (times, work) => Math.min(...Array.from({ length: times }, () => seconds(work)));
const rows = [];
const report = (what, value, target, ok) => {
  rows.push(ok);
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what.padEnd(58)} ${value.padStart(16)}   target ${target}`);
};

function session() {
  const made = new Session(newWorld({ seed: 1, now: 1_767_225_600 }));
  return (line) => {
    made.start(line);
    let output = '';
    for (;;) {
      const slice = made.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) return { ...slice.done, output };
    }
  };
}

const BUILDS = [
  'FROM busybox\nRUN echo one > /one\n',
  'FROM busybox\nCOPY a b /app/\nCMD ["sh"]\n',
  'FROM busybox\nENV A=1 B=2\nRUN echo $A$B > /v\n',
  'FROM busybox AS x\nRUN mkdir /o && seq 1 500 > /o/n\nFROM busybox\nCOPY --from=x /o /o\n',
  'FROM busybox\nWORKDIR /srv\nCOPY . .\nRUN ls > list\n',
  'FROM busybox\nARG V=1\nLABEL v=$V\nRUN echo $V > /v\n',
  'FROM busybox\nRUN echo app:x:9:9:::/bin/sh >> /etc/passwd\nUSER app\nRUN id > /tmp/id\n',
  'FROM scratch\nCOPY a /\n',
  'FROM busybox\nRUN for i in 1 2 3 4 5; do echo $i > /f$i; done\nRUN rm /f1 /f2\n',
  'FROM busybox\nRUN sed -e s/root/toor/ /etc/passwd > /p && grep -c toor /p\nHEALTHCHECK CMD true\n',
];

function builds() {
  const real = process.env.DOCKER_HOST !== undefined && spawnSync('docker', ['version']).status === 0;
  const run = session();
  run('mkdir -p /b && cd /b && echo a > a && echo b > b');
  const dir = mkdtempSync(`${tmpdir()}/bench-`);
  writeFileSync(`${dir}/a`, 'a\n');
  writeFileSync(`${dir}/b`, 'b\n');
  const ours = [];
  const ratios = [];
  for (const [index, text] of BUILDS.entries()) {
    const quoted = text.replaceAll('\n', '\\n').replaceAll('%', '%%').replaceAll("'", "'\\''");
    run(`printf '${quoted}' > Dockerfile`);
    const time = best(5, () => {
      if (run(`docker build -q --no-cache -t b${index} .`).exit !== 0) throw new Error(`build ${index} failed`);
    });
    ours.push(time);
    if (!real) continue;
    writeFileSync(`${dir}/Dockerfile`, text);
    const args = ['build', '-q', '--no-cache', '--network', 'none', '-t', `b${index}`, dir];
    ratios.push(best(5, () => execFileSync('docker', args, { stdio: 'ignore' })) / time);
  }
  rmSync(dir, { recursive: true });
  if (real)
    report('ten builds, real Docker / Strata, best of 5, median', `${median(ratios).toFixed(0)} x`, '>= 100 x', median(ratios) >= 100);
  else console.log(`--   ten builds: no Docker to compare with (set DOCKER_HOST); ours, median: ${(median(ours) * 1000).toFixed(1)} ms`);
}

function dockerfiles() {
  const texts = [...BUILDS];
  for (const dir of ['../lessons-tests/oracle/cases']) {
    const root = new URL(dir, import.meta.url).pathname;
    for (const name of readdirSync(root)) {
      const script = readFileSync(`${root}/${name}/script.sh`, 'utf8');
      for (const match of script.matchAll(/cat >>? ?\S*Dockerfile\S* <<'?(\w+)'?\n([\s\S]*?)\n\1/g)) texts.push(match[2]);
    }
  }
  const many = Array.from({ length: 300 }, (_, i) => texts[i % texts.length]);
  const all = () => {
    for (const text of many) parseDockerfile(text);
  };
  best(5, all);
  const time = best(5, all) * 1000;
  report(`parsing 300 Dockerfiles (${texts.length} different), warm`, `${time.toFixed(1)} ms`, '< 60 ms', time < 60);
}

function lookups() {
  const stacked = (count) => {
    let tree = Tree.empty();
    for (let i = 0; i < count; i++) {
      const edit = new TreeEdit(tree);
      edit.create(ROOT, `f${i}`, { kind: 'file', body: textBody(String(i)), mode: 0o644, uid: 0, gid: 0, mtime: 0 });
      tree = apply(tree, packEntries(diff(tree, edit.tree())));
    }
    const edit = new TreeEdit(tree);
    for (let i = 0; i < 200; i++) edit.create(ROOT, `g${i}`, { kind: 'file', body: textBody(''), mode: 0o644, uid: 0, gid: 0, mtime: 0 });
    return edit.tree();
  };
  const one = stacked(1);
  const many = stacked(127);
  const look = (tree) => () => {
    for (let n = 0; n < 2000; n++) for (let i = 0; i < 100; i++) tree.at(`/g${i}`);
  };
  for (const tree of [one, many, one, many]) best(3, look(tree));
  const pairs = Array.from({ length: 9 }, () => [best(3, look(one)), best(3, look(many))]);
  const ratio = median(pairs.map(([a, b]) => b / a));
  report('look-up at 127 layers / at 1 layer', `${ratio.toFixed(2)} x`, '<= 1.2 x', ratio <= 1.2);
}

function packing() {
  const size = 64 * 1024 * 1024;
  const bytes = generatedBody({ seed: 5, size }).read(0, size);
  const file = `${mkdtempSync(`${tmpdir()}/bench-`)}/layer`;
  writeFileSync(file, bytes);
  const entry = () => ({ kind: 'file', path: 'layer', body: bytesBody(bytes), mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  const ours = best(3, () => makeLayer([entry()]));
  const theirs = best(3, () => execFileSync('sha256sum', [file]));
  rmSync(file);
  report(
    'packing and hashing 64 MiB, speed / sha256sum',
    `${(theirs / ours).toFixed(2)} (${(64 / ours).toFixed(0)} MiB/s)`,
    '>= 0.40',
    theirs / ours >= 0.4,
  );
}

function manyFiles() {
  const run = session();
  run('mkdir -p /c/files && cd /c && i=0; while [ $i -lt 10000 ]; do echo $i > files/f$i; i=$((i+1)); done');
  run("printf 'FROM busybox\\nCOPY files /files\\n' > Dockerfile");
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let exit = 0;
  const time = seconds(() => (exit = run('docker build -q -t many .').exit));
  const used = (process.memoryUsage().rss - before) / 1024 / 1024;
  if (exit !== 0) throw new Error('the build of 10,000 files failed');
  report('COPY of 10,000 files', `${time.toFixed(2)} s`, '< 1 s', time < 1);
  report('COPY of 10,000 files, more memory', `${used.toFixed(0)} MB`, '< 200 MB', used < 200);
}

/** Every recorded case, one after another, as the tests replay them. */
async function recordings() {
  const cases = ['oracle', 'oracle-containerd', 'oracle-bridge'].flatMap((set) => {
    const dir = new URL(`../lessons-tests/${set}/cases`, import.meta.url).pathname;
    return existsSync(dir) ? readdirSync(dir).map((name) => `${dir}/${name}`) : [];
  });
  const began = performance.now();
  for (const dir of cases) await runCase(dir);
  const time = (performance.now() - began) / 1000;
  report(`${cases.length} recorded cases`, `${time.toFixed(1)} s`, '< 60 s', time < 60);
}

function worker() {
  if (!existsSync(new URL('../dist/site/_astro', import.meta.url))) return console.log('     worker size: run npm run build first');
  const size = [...workerSizes().values()].reduce((sum, bytes) => sum + bytes, 0);
  report('engine worker with the catalogue index, gzipped', `${(size / 1000).toFixed(1)} kB`, `<= ${LIMIT / 1000} kB`, size <= LIMIT);
}

for (const bench of [builds, dockerfiles, lookups, packing, manyFiles, recordings, worker]) {
  try {
    await bench();
  } catch (error) {
    rows.push(false);
    console.log(`FAIL ${bench.name}: ${error instanceof Error ? error.message : error}`);
  }
}
process.exitCode = rows.every(Boolean) ? 0 : 1;
