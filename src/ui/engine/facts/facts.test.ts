import '../../../cli/machine/preload.ts';
import { describe, expect, test } from 'vitest';
import { emptyMachine, explain, type GradeInput, grade, type Snapshot } from '../../../grader/index.ts';
import { expectRow } from '../../../grader/testdata/rows.ts';
import type { EngineSession } from '../../session/engine-session.ts';
import { runLine } from '../../session/start.ts';
import { engine } from '../index.ts';

type Options = Parameters<typeof engine.create>[0];

async function lab(
  lines: readonly string[],
  files: Readonly<Record<string, string>> = {},
  options: Partial<Options> = {},
): Promise<EngineSession> {
  const session = engine.create({ seed: 7, ...options });
  for (const [path, text] of Object.entries(files)) session.files().write(`/root/${path}`, new TextEncoder().encode(text));
  session.chdir('/root');
  await go(session, ...lines);
  session.begun();
  return session;
}

async function go(session: EngineSession, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { exit, output } = await runLine(session, line);
    if (exit !== 0) throw new Error(`${line}: ${output}`);
  }
}

const inputOf = (session: EngineSession, before: Snapshot = emptyMachine): GradeInput => ({
  before,
  after: session.facts(),
  turns: session.turns(),
});

function ask(input: GradeInput, check: string, params: Record<string, unknown>): string | true {
  const goal = { id: 'g', say: { en: '', zh: '' }, check, with: params };
  const { finding } = grade({ exercise: { id: 'x', goals: [goal], traps: [] }, input }).goals[0]!;
  return finding.ok || explain(finding, 'en');
}

const dockerfile = `FROM busybox:1.36
LABEL version=1.4
ENV MODE=fast
RUN echo s3cret > /key && chmod 600 /key && chown 1000:1000 /key
RUN rm /key
COPY app /app
HEALTHCHECK --interval=1m --retries=2 CMD true
`;
const files = {
  'w/Dockerfile': dockerfile,
  'w/app/run.sh': 'echo hi\n',
  'w/other': 'x'.repeat(500),
  'w/.dockerignore': 'secret.txt\n',
  'w/secret.txt': 'no',
};

describe.each([
  ['classic', 'Docker 20.10'],
  ['graphdriver', 'Docker 28'],
  ['containerd', "Docker 28 with containerd's store"],
] as const)('%s', (profile, name) => {
  test(`GRD-12, GRD-14, GRD-16 images that were built, seen by the grader: ${name}`, async () => {
    const session = await lab(['docker pull -q busybox:1.36', 'docker build -t web:1 w', 'docker tag web:1 shop:1'], files, { profile });
    const input = inputOf(session);
    const image = 'web:1';
    expectRow(input, ['image-refs', { image, refs: ['web:1', 'shop:1'] }, true]);
    expectRow(input, ['image-platform', { image, platform: 'linux/amd64' }, true]);
    expectRow(input, ['layers-added', { image, base: 'busybox:1.36', count: 3 }, true]);
    expectRow(input, ['fs-has', { image, path: '/app/run.sh' }, true]);
    expectRow(input, ['fs-absent', { image, path: '/key' }, true]);
    expectRow(input, ['layer-has', { image, layer: -3, path: '/key' }, true]);
    expectRow(input, ['layer-whiteout', { image, layer: -2, path: '/key' }, true]);
    expectRow(input, ['fs-mode', { image, path: '/app/run.sh', mode: '0644' }, true]);
    expectRow(input, ['fs-owner', { image, path: '/app', owner: '0:0' }, true]);
    expect(ask(input, 'bytes-absent', { image, text: 's3cret\n' })).toMatch(/^"s3cret\\n" stands in layer \d of `web:1`, in \/key\.$/);
    expect(ask(input, 'bytes-absent', { image, text: 's3cret' })).toBe('"s3cret" stands in the history of `web:1`.');
    expectRow(input, ['bytes-absent', { image, text: 'nowhere at all' }, true]);
    expectRow(input, ['bytes-present', { image, text: 'echo hi' }, true]);
    expectRow(input, ['config-env', { image, name: 'MODE', value: 'fast' }, true]);
    expectRow(input, ['config-label', { image, label: 'version', value: '1.4' }, true]);
    expectRow(input, ['config-healthcheck', { image, field: 'interval', value: '60s' }, true]);
    expectRow(input, ['config-healthcheck', { image, field: 'retries', value: '2' }, true]);
    expectRow(input, ['config-healthcheck', { image, field: 'test', value: 'CMD-SHELL true' }, true]);
    expectRow(input, ['history-lacks', { image, text: 'ONBUILD' }, true]);
  });

  test(`GRD-20, GRD-21, GRD-22 builds: what ran, what was cached, what was sent: ${name}`, async () => {
    const session = await lab(['docker build -t web:1 w'], files, { profile });
    const image = 'web:1';
    expectRow(inputOf(session), ['step-cached', { image, step: 'RUN echo', cached: false }, true]);
    expect(ask(inputOf(session), 'steps-run-at-most', { image, count: 0 })).toMatch(/ran \d+ steps, `.*` first; at most 0 should run\.$/);
    await go(session, 'echo echo hello > w/app/run.sh', 'docker build -t web:1 w');
    const input = inputOf(session);
    expectRow(input, ['step-cached', { image, step: 'RUN rm', cached: true }, true]);
    expectRow(input, ['step-cached', { image, step: 'COPY', cached: false }, true]);
    expectRow(input, ['steps-run-at-most', { image, count: profile === 'classic' ? 2 : 1 }, true]);
    expectRow(input, ['context-sent', { image, path: 'app/run.sh' }, true]);
    expectRow(input, ['context-not-sent', { image, path: 'secret.txt' }, true]);
    expectRow(input, ['context-below', { image, below: profile === 'classic' ? 2000 : 100 }, true]);
    expect(ask(input, 'context-not-sent', { image, path: 'other' })).toBe(
      profile === 'classic' ? 'The last build of `web:1` (no. 2) was sent other.' : true,
    );
    expect(ask(input, 'step-cached', { image, step: 'COPY', cached: true })).toMatch(/`COPY app \/app` was run anew\.$/);
    await go(session, 'docker build -q -t web:1 w');
    expectRow(inputOf(session), ['steps-run-at-most', { image, count: 0 }, true]);
  });

  test(`GRD-31 archives: members and names: ${name}`, async () => {
    const lines = [
      'docker pull -q busybox:1.36',
      'docker tag busybox:1.36 web:1',
      'docker save -o web.tar web:1 busybox:1.36',
      'gzip -k web.tar',
      'docker save -o id.tar $(docker images -q web)',
    ];
    const input = inputOf(await lab(lines, { 'plain.txt': 'no archive' }, { profile }));
    for (const path of ['/root/web.tar', '/root/web.tar.gz']) {
      expectRow(input, ['archive-has', { path, member: 'manifest.json' }, true]);
      expectRow(input, ['archive-refs', { path, refs: ['busybox:1.36', 'web:1'] }, true]);
    }
    expect(ask(input, 'archive-has', { path: '/root/plain.txt', member: 'a' })).toBe('/root/plain.txt is no tar archive.');
    expectRow(input, ['archive-refs', { path: '/root/id.tar', refs: [] }, true]);
    expectRow(input, ['host-has', { path: '/root/web.tar' }, true]);
  });
});

test('GRD-12 an image from scratch has exactly its files', async () => {
  const session = await lab(['docker build -t web:1 w'], { 'w/Dockerfile': 'FROM scratch\nCOPY a b/ /\n', 'w/a': '1', 'w/b/c': '2' });
  expectRow(inputOf(session), ['fs-only', { image: 'web:1', paths: ['/a', '/c'] }, true]);
});

test('GRD-14 a text is found at the end of a large file, also in an image that was saved and loaded', async () => {
  const text = `${'0123456789abcdef'.repeat(20_000)}s3cret`;
  const files = { 'w/Dockerfile': 'FROM busybox:1.36\nCOPY log /\nRUN rm /log\n', 'w/log': text };
  const session = await lab(['docker build -q -t web:1 w'], files);
  const found = '"s3cret" stands in layer 2 of `web:1`, in /log.';
  expect(ask(inputOf(session), 'bytes-absent', { image: 'web:1', text: 's3cret' })).toBe(found);
  await go(session, 'docker save -o web.tar web:1', 'docker rmi web:1', 'docker builder prune -af', 'docker load -q -i web.tar');
  expect(ask(inputOf(session), 'bytes-absent', { image: 'web:1', text: 's3cret' })).toBe(found);
});

test('GRD-17 a label that holds the digest of the base', async () => {
  const build =
    'docker build -t web:1 --label base=$(docker inspect -f "{{index .RepoDigests 0}}" alpine:3.20 | cut -d@ -f2) --label other=x w';
  const input = inputOf(await lab(['docker pull -q alpine:3.20', build], { 'w/Dockerfile': 'FROM alpine:3.20\n' }));
  expectRow(input, ['config-label-is-digest', { image: 'web:1', label: 'base', reference: 'alpine:3.20' }, true]);
  expect(ask(input, 'config-label-is-digest', { image: 'web:1', label: 'other', reference: 'alpine:3.20' })).toMatch(
    /is "x"; "sha256:[0-9a-f]{64}" is wanted/,
  );
});

test('GRD-23 the build cache is empty after it was pruned', async () => {
  const session = await lab(['docker build -q -t web:1 w'], files);
  expect(ask(inputOf(session), 'cache-empty', {})).toMatch(/^The build cache has \d+ records\.$/);
  await go(session, 'docker rmi web:1', 'docker builder prune -af');
  expectRow(inputOf(session), ['cache-empty', {}, true]);
});

test('GRD-5 facts are of their moment: what was taken before is not changed by what comes after', async () => {
  const session = await lab(['docker pull -q alpine:3.20', 'echo 1 > a.txt']);
  const before = session.facts();
  await go(session, 'docker rmi alpine:3.20', 'docker pull -q alpine:3.19', 'docker tag alpine:3.19 alpine:3.20', 'echo 2 > a.txt');
  expectRow({ before, after: before, turns: [] }, ['host-file', { path: '/root/a.txt', text: '1' }, true]);
  expect(ask(inputOf(session, before), 'image-unchanged', { image: 'alpine:3.20' })).toMatch(
    /^`alpine:3.20` is \w+ now; at the start it was \w+\.$/,
  );
  expectRow({ before, after: before, turns: [] }, [
    'fs-content',
    {
      image: 'alpine:3.20',
      path: '/etc/alpine-release',
      text: before.images.find(({ refs }) => refs.includes('alpine:3.20'))!.text('/etc/alpine-release')!,
    },
    true,
  ]);
});

test('GRD-30 files of the machine are seen through links', async () => {
  const input = inputOf(await lab(['mkdir d', 'echo 1 > d/a', 'ln -s d e', 'ln -s /nowhere f']));
  expectRow(input, ['host-file', { path: '/root/e/a', text: '1' }, true]);
  expectRow(input, ['host-absent', { path: '/root/f' }, true]);
  expect(ask(input, 'host-file', { path: '/root/e', text: '1' })).toBe('/root/e is no regular file.');
});

test('GRD-32 a setting counts when the engine was started with it', async () => {
  const session = await lab([`echo '{"insecure-registries":["r:5000"],"log-opts":{"max-size":"10m"}}' > /etc/docker/daemon.json`]);
  const with5000 = { key: 'insecure-registries', value: ['r:5000'] };
  expect(ask(inputOf(session), 'daemon-setting', with5000)).toBe(
    '/etc/docker/daemon.json says so, but the engine has not read insecure-registries yet: it reads the file when it starts.',
  );
  await go(session, 'systemctl restart docker');
  expectRow(inputOf(session), ['daemon-setting', with5000, true]);
  expectRow(inputOf(session), ['daemon-setting', { key: 'log-opts.max-size', value: '10m' }, true]);
});

test('GRD-1 each machine has its own facts', async () => {
  const session = await lab(['docker pull -q alpine:3.20'], {}, { machines: ['node01', 'node02'] });
  const input = inputOf(session, session.facts());
  expectRow(input, ['image-exists', { image: 'alpine:3.20' }, true]);
  expectRow(input, ['image-unchanged', { image: 'alpine:3.20', machine: 'node01' }, true]);
  expectRow(input, ['image-absent', { image: 'alpine:3.20', machine: 'node02' }, true]);
  expectRow(input, ['image-count', { count: 1, machine: 'node02' }, true]);
});
