// What containers, runs, commands, volumes and registries are graded on, after real commands.
import '../../../cli/machine/preload.ts';
import { expect, test } from 'vitest';
import { explain, type GradeInput, grade, type Snapshot } from '../../../grader/index.ts';
import type { EngineSession } from '../../session/engine-session.ts';
import { runLine } from '../../session/start.ts';
import { engine } from '../index.ts';

interface Lab {
  readonly session: EngineSession;
  readonly before: Snapshot;
}

async function lab(files: Readonly<Record<string, string>>, ...lines: readonly string[]): Promise<Lab> {
  const session = engine.create({ seed: 7 });
  for (const [path, text] of Object.entries(files)) session.files().write(`/root/${path}`, new TextEncoder().encode(text));
  session.chdir('/root');
  await go(session, ...lines);
  session.begun();
  return { session, before: session.facts() };
}

async function go(session: EngineSession, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { exit, output } = await runLine(session, line);
    if (exit !== 0) throw new Error(`${line}: ${output}`);
  }
}

function ask({ session, before }: Lab, check: string, params: Record<string, unknown>): string | true {
  const input: GradeInput = { before, after: session.facts(), turns: session.turns() };
  const goal = { id: 'g', say: { en: '', zh: '' }, check, with: params };
  const finding = grade({ exercise: { id: 'x', goals: [goal], traps: [] }, input }).goals[0]!.finding;
  return finding.ok || explain(finding, 'en');
}

const GREET = { Dockerfile: 'FROM busybox\nENTRYPOINT ["echo", "hello"]\nCMD ["world"]\n' };

test('GRC-10 GRC-12 runs since the start are told, removed containers too; those before and build steps are not', async () => {
  const one = await lab(GREET, 'docker build -q -t greet:1 .', 'docker run --rm greet:1 early');
  expect(ask(one, 'ran', { image: 'greet:1', stdout: 'hello early' })).toBe('No container of `greet:1` has been run since the start.');
  await go(one.session, 'docker run --rm greet:1', 'docker run --rm greet:1 Bob', 'DOCKER_BUILDKIT=0 docker build -q -t two:1 .');
  expect(ask(one, 'ran', { image: 'greet:1', stdout: 'hello world' })).toBe(true);
  expect(ask(one, 'ran-argv', { image: 'greet:1', argv: ['echo', 'hello', 'Bob'] })).toBe(true);
  expect(ask(one, 'ran-count', { image: 'greet:1', least: 2 })).toBe(true);
  expect(ask(one, 'container-count', { count: 0 })).toBe(true);
  expect(one.session.facts().runs.map(({ argv }) => argv.at(-1))).toEqual(['early', 'world', 'Bob']);
});

test('GRC-12 the same is told after everything has been done again, and by a copy', async () => {
  const one = await lab(GREET, 'docker build -q -t greet:1 .');
  await go(one.session, 'docker run --rm greet:1', 'docker run --rm greet:1 Bob');
  const again = await engine.restore(one.session.save(), { blob: () => Promise.reject(new Error('none')) });
  expect(again.facts().runs).toEqual(one.session.facts().runs);
  expect(again.facts().runs).toHaveLength(2);
  await one.session.go(1);
  expect(one.session.facts().runs).toHaveLength(1);
});

test('GRC-13 a program that cannot be started has an exit code, and no argv', async () => {
  const one = await lab({ Dockerfile: 'FROM busybox\nCMD ["nope"]\n' }, 'docker build -q -t bad:1 .');
  const { exit } = await runLine(one.session, 'docker run --rm bad:1');
  expect(exit).toBe(127);
  expect(ask(one, 'ran-exit', { image: 'bad:1', code: 127 })).toBe(true);
  expect(ask(one, 'ran-argv', { image: 'bad:1', argv: ['nope'] })).toBe(
    'The last run of `bad:1` could not start `["nope"]` (exit code 127); `["nope"]` is wanted.',
  );
  expect(ask(one, 'turn-exit', { begins: 'docker run', code: 127 })).toBe(true);
  expect(ask(one, 'output-contains', { begins: 'docker run', text: 'executable file not found' })).toBe(true);
});

test('GRC-5 a stop lasts ten seconds when nobody hears it, and no time when somebody does', async () => {
  const one = await lab({ 'stop.sh': '#!/bin/sh\ntrap "echo bye; exit 7" TERM\nwhile :; do sleep 1; done\n' });
  await go(
    one.session,
    'docker run -d --name deaf busybox sleep 600',
    'docker run -d --name quick -v /root/stop.sh:/stop.sh busybox sh /stop.sh',
    'docker run -d --rm --name gone busybox sleep 600',
    'sleep 1',
  );
  expect(ask(one, 'container-stopped-within', { container: 'deaf', ms: 20_000 })).toBe(
    'No stop of `deaf` has been asked for and come to its end; it is running.',
  );
  await go(one.session, 'docker stop deaf quick', 'docker stop -t 3 gone');
  expect(ask(one, 'container-stopped-within', { container: 'deaf', ms: 1000 })).toMatch(
    /^Stopping `deaf` took 100\d\d ms, and it ended with exit code 137/,
  );
  expect(ask(one, 'container-stopped-within', { container: 'quick', ms: 1100 })).toBe(true);
  expect(ask(one, 'container-exit', { container: 'quick', code: 7 })).toBe(true);
  expect(ask(one, 'container-logs', { container: 'quick', text: 'bye' })).toBe(true);
  expect(ask(one, 'container-stopped-within', { container: 'gone', ms: 1000 })).toMatch(/^Stopping `gone` took 30\d\d ms/);
  expect(ask(one, 'container-restarted', { container: 'quick' })).toMatch(/^`quick` has not been started again/);
  await go(one.session, 'docker start quick');
  expect(ask(one, 'container-restarted', { container: 'quick' })).toBe(true);
});

test('GRC-4 pid 1 is what a script has handed over to, as the user that it runs as', async () => {
  const one = await lab({
    Dockerfile:
      'FROM busybox\nRUN echo app:x:1234:1234::/:/bin/sh >> /etc/passwd && echo app:x:1234: >> /etc/group\nCOPY start.sh /\nENTRYPOINT ["sh", "/start.sh"]\nCMD ["sleep", "600"]\n',
    'start.sh': 'echo ready\nexec "$@"\n',
  });
  await go(one.session, 'docker build -q -t app:1 .', 'docker run -d --name web -u app app:1', 'docker run -d --name raw app:1');
  expect(ask(one, 'container-argv', { container: 'web', argv: ['sh', '/start.sh', 'sleep', '600'] })).toBe(true);
  expect(ask(one, 'container-pid1', { container: 'web', argv: ['sleep', '600'] })).toBe(true);
  for (const user of ['app', '1234', '1234:1234', 'app:app']) expect(ask(one, 'container-user', { container: 'web', user })).toBe(true);
  expect(ask(one, 'container-user', { container: 'raw', user: 'app' })).toBe('PID 1 of `raw` runs as 0:0 (user:group); app is wanted.');
  await go(one.session, 'docker kill web');
  expect(ask(one, 'container-pid1', { container: 'web', argv: ['sleep', '600'] })).toBe('`web` is exited: nothing in it is PID 1 now.');
  expect(ask(one, 'container-user', { container: 'web', user: 'app' })).toBe(true);
});

test('GRC-3 GRC-7 GRC-20 files through mounts, ports, networks, settings of a container', async () => {
  const one = await lab({ 'site/index.html': 'hi\n' });
  await go(
    one.session,
    'docker network create app',
    'docker run -d --name db --network app -v data:/data -v /root/site:/srv:ro --tmpfs /run -p 8080:80 -e MODE=prod --label team=blue -m 64m busybox sh -c "echo kept > /data/note; echo own > /etc/own; rm /etc/group; echo t > /run/t; sleep 600"',
  );
  expect(ask(one, 'container-file', { container: 'db', path: '/data/note', text: 'kept' })).toBe(true);
  expect(ask(one, 'volume-file', { volume: 'data', path: '/note', text: 'kept' })).toBe(true);
  expect(ask(one, 'container-file', { container: 'db', path: '/srv/index.html', text: 'hi' })).toBe(true);
  expect(ask(one, 'container-file', { container: 'db', path: '/run/t', text: 't' })).toBe(true);
  expect(ask(one, 'container-file', { container: 'db', path: '/etc/own', text: 'other' })).toBe(
    '/etc/own in `db` reads "own\\n", not "other".',
  );
  expect(ask(one, 'container-file-absent', { container: 'db', path: '/etc/group' })).toBe(true);
  expect(ask(one, 'container-diff-has', { container: 'db', change: 'D /etc/group' })).toBe(true);
  expect(ask(one, 'container-diff-has', { container: 'db', change: 'A /etc/own' })).toBe(true);
  expect(ask(one, 'container-port', { container: 'db', port: '80/tcp', host: 8080 })).toBe(true);
  expect(ask(one, 'container-network', { container: 'db', network: 'app' })).toBe(true);
  expect(ask(one, 'container-network', { container: 'db', network: 'bridge' })).toBe('`db` is connected to `app`; `bridge` is wanted.');
  expect(ask(one, 'container-env', { container: 'db', name: 'MODE', value: 'prod' })).toBe(true);
  expect(ask(one, 'container-label', { container: 'db', label: 'team', value: 'blue' })).toBe(true);
  expect(ask(one, 'container-memory', { container: 'db', least: 64 << 20, most: 64 << 20 })).toBe(true);
  for (const [path, kind] of [
    ['/data', 'volume'],
    ['/srv', 'bind'],
    ['/run', 'tmpfs'],
  ])
    expect(ask(one, 'container-mount', { container: 'db', path, kind })).toBe(true);
  await go(one.session, 'docker rm -f db');
  expect(ask(one, 'volume-file', { volume: 'data', path: '/note', text: 'kept' })).toBe(true);
  expect(ask(one, 'volume-count', { count: 1 })).toBe(true);
});

test('GRC-6 health, memory and restarts are told as the engine knows them', async () => {
  const one = await lab({});
  await go(
    one.session,
    'docker run -d --name sick --health-cmd false --health-interval 1s --health-retries 2 busybox sleep 600',
    'docker run -d --name loop --restart on-failure:2 busybox false',
    'sleep 8',
  );
  const { exit } = await runLine(one.session, 'docker run --name fat -m 16m --tmpfs /t busybox dd if=/dev/zero of=/t/x bs=1M count=32');
  expect(exit).toBe(137);
  expect(ask(one, 'container-health', { container: 'sick', health: 'unhealthy' })).toBe(true);
  expect(ask(one, 'container-streak', { container: 'sick', least: 2 })).toBe(true);
  expect(ask(one, 'container-restarted', { container: 'loop' })).toBe(true);
  expect(ask(one, 'ran-count', { image: 'busybox:latest', least: 3 })).toBe(true);
  expect(ask(one, 'ran-count', { image: 'busybox:latest', least: 4 })).toBe(
    '`busybox:latest` has been run 3 times since the start; at least 4 wanted.',
  );
  expect(ask(one, 'container-oom', { container: 'fat', oom: true })).toBe(true);
  expect(ask(one, 'ran-oom', { image: 'busybox:latest' })).toBe(true);
});

test('GRC-25 GRC-27 GRC-28 a registry in a container, what was pushed to it, and where an image comes from', async () => {
  const one = await lab(
    { Dockerfile: 'FROM busybox\nRUN echo one > /one\n', 'two/Dockerfile': 'FROM localhost:5000/web:1\nRUN echo two > /two\n' },
    'docker run -d -p 5000:5000 --name reg registry:2',
    'docker build -q -t localhost:5000/web:1 .',
    'docker push -q localhost:5000/web:1',
  );
  const reference = 'localhost:5000/web:2';
  expect(ask(one, 'registry-has', { reference })).toBe('The registry has no `localhost:5000/web:2`; the tags there are: 1.');
  expect(ask(one, 'push-blobs-at-most', { reference: 'localhost:5000/web:1', count: 9 })).toMatch(/^No push/);
  await go(one.session, `docker build -q -t ${reference} two`, `docker push ${reference}`);
  expect(ask(one, 'registry-has', { reference })).toBe(true);
  expect(ask(one, 'registry-tags', { repository: 'localhost:5000/web', tags: ['1', '2'] })).toBe(true);
  expect(ask(one, 'registry-shares-layers', { a: 'localhost:5000/web:1', b: reference, least: 2 })).toBe(true);
  expect(ask(one, 'registry-shares-layers', { a: 'localhost:5000/web:1', b: reference, least: 3 })).not.toBe(true);
  expect(ask(one, 'push-blobs-at-most', { reference, count: 2 })).toBe(true);
  expect(ask(one, 'push-blobs-at-most', { reference, count: 1 })).toBe(
    'The last push to `localhost:5000/web:2` sent 2 blobs; at most 1 wanted.',
  );
  expect(ask(one, 'push-bytes-below', { reference, below: 10_000 })).toBe(true);
  expect(ask(one, 'registry-platforms', { reference, platforms: ['linux/amd64'] })).toBe(true);
  expect(ask(one, 'image-from-registry', { image: reference, reference })).toBe(true);
  expect(ask(one, 'image-from-registry', { image: 'busybox:latest', reference })).not.toBe(true);
  expect(ask(one, 'registry-digest-is-start', { reference: 'localhost:5000/web:1' })).toBe(true);
  await go(one.session, `docker tag ${reference} localhost:5000/web:1`, 'docker push -q localhost:5000/web:1');
  expect(ask(one, 'registry-same-digest', { a: 'localhost:5000/web:1', b: reference })).toBe(true);
  expect(ask(one, 'registry-digest-is-start', { reference: 'localhost:5000/web:1' })).toMatch(/^`localhost:5000\/web:1` was sha256:/);
  expect(ask(one, 'push-blobs-at-most', { reference: 'localhost:5000/web:1', count: 0 })).toBe(true);
  await go(one.session, 'docker stop reg');
  expect(ask(one, 'registry-has', { reference })).toBe('No registry answers at `localhost:5000`.');
});

test('GRC-30 facts of a machine with ten containers take no two milliseconds', async () => {
  const one = await lab(GREET, 'docker build -q -t greet:1 .');
  await go(one.session, ...Array.from({ length: 10 }, (_, index) => `docker run -d --name box${index} busybox sleep 600`));
  one.session.facts();
  const took = Array.from({ length: 20 }, () => {
    const began = performance.now();
    ask(one, 'container-state', { container: 'box3', state: 'running' });
    return performance.now() - began;
  });
  expect(Math.min(...took)).toBeLessThan(2);
});

test('GRC-26 an index has the platforms of its images and the layers of all', async () => {
  const session = engine.create({ seed: 7, profile: 'containerd' });
  session.files().write('/root/Dockerfile', new TextEncoder().encode('FROM busybox\nCOPY Dockerfile /\n'));
  session.chdir('/root');
  await go(session, 'docker run -d -p 5000:5000 --name reg registry:2');
  session.begun();
  const one = { session, before: session.facts() };
  const reference = 'localhost:5000/web:1';
  await go(session, `docker build -q --platform linux/amd64,linux/arm64 -t ${reference} .`, `docker push ${reference}`);
  expect(ask(one, 'registry-platforms', { reference, platforms: ['linux/arm64', 'linux/amd64'] })).toBe(true);
  expect(ask(one, 'registry-platforms', { reference, platforms: ['linux/amd64'] })).toBe(
    '`localhost:5000/web:1` has the platforms linux/amd64, linux/arm64; linux/amd64 is wanted.',
  );
  expect(session.facts().registries.manifest(reference)?.layers.length).toBeGreaterThan(2);
  expect(ask(one, 'push-blobs-at-most', { reference, count: 20 })).toBe(true);
  expect(ask(one, 'push-blobs-at-most', { reference, count: 3 })).not.toBe(true);
  expect(ask(one, 'image-from-registry', { image: reference, reference })).toBe(true);
});

test('GRC-25 what was pushed to Docker Hub is told, and another machine by its name', async () => {
  const one = await lab(GREET, 'docker build -q -t learner/greet:1 .', 'docker login -u learner -p secret');
  expect(ask(one, 'registry-has', { reference: 'learner/greet:1' })).toBe('Nothing has been pushed to `learner/greet` on Docker Hub.');
  await go(one.session, 'docker push -q learner/greet:1');
  expect(ask(one, 'registry-has', { reference: 'learner/greet:1' })).toBe(true);
  expect(ask(one, 'registry-has', { reference: 'docker.io/learner/greet:1' })).toBe(true);
  expect(ask(one, 'image-from-registry', { image: 'learner/greet:1', reference: 'learner/greet:1' })).toBe(true);
  expect(ask(one, 'push-blobs-at-most', { reference: 'learner/greet:1', count: 1 })).toMatch(/sent \d blobs/);

  const session = engine.create({ seed: 7, machines: ['node01', 'node02'] });
  await go(
    session,
    'docker run -d -p 5000:5000 --name reg registry:2',
    'docker tag busybox localhost:5000/tool:1',
    'docker push -q localhost:5000/tool:1',
  );
  session.begun();
  const two = { session, before: session.facts() };
  expect(ask(two, 'registry-has', { reference: 'localhost:5000/tool:1' })).toBe(true);
  expect(ask(two, 'registry-has', { machine: 'node02', reference: 'node01:5000/tool:1' })).toBe(true);
  expect(ask(two, 'registry-has', { machine: 'node02', reference: 'localhost:5000/tool:1' })).toBe(
    'No registry answers at `localhost:5000`.',
  );
  expect(ask(two, 'container-exists', { machine: 'node02', container: 'reg' })).not.toBe(true);
});
