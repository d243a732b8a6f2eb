import { expect, test } from 'vitest';
import { runLines } from './run-lines.ts';
import { Session } from './session.ts';
import { type NewWorld, newWorld } from './simulation.ts';

const NOW = 1_767_225_600;

/** A person at a terminal; each line runs to its end, whatever has to be fetched. */
function terminal(options: Partial<NewWorld> = {}): (line: string) => Promise<string> {
  const session = new Session(newWorld({ seed: 1, now: NOW, hub: true, ...options }));
  return async (line) => (await runLines(session, line)).output;
}

const digestIn = (text: string): string => /digest: (sha256:[0-9a-f]{64})/i.exec(text)?.[1] ?? 'none';

test('REG-25 a registry in a container takes what is pushed; a second machine pulls it by digest once it may', async () => {
  const run = terminal({ machines: ['node01', 'node02'] });
  await run('docker run -d -p 5000:5000 --name registry registry:2');
  await run('docker tag busybox localhost:5000/team/demo:1');
  const digest = digestIn(await run('docker push localhost:5000/team/demo:1'));
  expect(await run('docker push localhost:5000/team/demo:1')).toContain('Layer already exists');
  await run('docker tag busybox localhost:5000/other:1');
  expect(await run('docker push localhost:5000/other:1')).toContain('Mounted from team/demo');
  expect(await run('curl -s localhost:5000/v2/_catalog')).toBe('{"repositories":["other","team/demo"]}\n');
  expect(await run(`ssh node02 docker pull node01:5000/team/demo@${digest}`)).toContain(
    'Get "https://node01:5000/v2/": http: server gave HTTP response to HTTPS client',
  );
  await run(`ssh node02 'echo "{\\"insecure-registries\\":[\\"node01:5000\\"]}" > /etc/docker/daemon.json; systemctl reload docker'`);
  expect(await run(`ssh node02 docker pull node01:5000/team/demo@${digest}`)).toContain(`Digest: ${digest}`);
  const ids = `${await run('docker images -q --no-trunc busybox')}${await run('ssh node02 docker images -q --no-trunc node01:5000/team/demo')}`;
  expect(new Set(ids.trim().split('\n')).size).toBe(1);
});

test('REG-26 a tag that another machine overwrites points at a new digest; the old one is still there by digest', async () => {
  const run = terminal({ machines: ['node01', 'node02'] });
  await run('docker run -d -p 5000:5000 registry:2');
  await run('docker tag busybox localhost:5000/app:1');
  const first = digestIn(await run('docker push localhost:5000/app:1'));
  await run(`ssh node02 'echo "{\\"insecure-registries\\":[\\"node01:5000\\"]}" > /etc/docker/daemon.json; systemctl restart docker'`);
  await run(`ssh node02 'printf "FROM busybox\\nRUN echo 2 > /v\\n" | docker build -q -t node01:5000/app:1 -'`);
  const second = digestIn(await run('ssh node02 docker push node01:5000/app:1'));
  expect(second).not.toBe(first);
  expect(await run('docker pull localhost:5000/app:1')).toContain(`Digest: ${second}`);
  expect(await run(`docker pull localhost:5000/app@${first}`)).toContain(`Digest: ${first}`);
});

test('REG-27 a mirror is asked first and keeps what it gave; without it the Hub itself answers', async () => {
  const run = terminal();
  await run('docker run -d -p 5001:5000 --name mirror -e REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io registry:2');
  await run(`echo '{"registry-mirrors":["http://localhost:5001"]}' > /etc/docker/daemon.json; systemctl reload docker`);
  expect(await run('docker pull alpine:3.20')).toContain('Downloaded newer image for alpine:3.20');
  expect(await run('curl -s localhost:5001/v2/library/alpine/tags/list')).toBe('{"name":"library/alpine","tags":["3.20"]}\n');
  await run('docker stop mirror; docker rmi alpine:3.20');
  expect(await run('docker pull alpine:3.20')).toContain('Downloaded newer image for alpine:3.20');
});

test('CFG-3 an engine with a bad daemon.json does not start, says why, and starts again with a good one', async () => {
  const run = terminal();
  await run('docker run -d --restart=always --name kept busybox sleep 1000; docker run -d --name gone busybox sleep 1000');
  expect(await run('echo "{" > /etc/docker/daemon.json; systemctl restart docker')).toContain('Job for docker.service failed');
  expect(await run('docker ps')).toContain('Cannot connect to the Docker daemon');
  expect(await run('journalctl -u docker')).toContain('invalid JSON: unexpected end of JSON input');
  await run('rm /etc/docker/daemon.json; systemctl start docker');
  expect(await run("docker ps --format '{{.Names}}'")).toBe('kept\n');
  expect(await run("docker ps -a --format '{{.Names}}'")).toBe('gone\nkept\n');
});

test('CFG-5 an engine asked for a storage driver that is gone does not start and says so', async () => {
  const run = terminal();
  const start = (driver: string): string =>
    `echo '{"storage-driver":"${driver}"}' > /etc/docker/daemon.json; systemctl restart docker; journalctl -u docker | tail -n 1`;
  for (const driver of ['devicemapper', 'aufs', 'overlay'])
    expect(await run(start(driver))).toContain(
      `failed to start daemon: error initializing graphdriver: [graphdriver] ERROR: the ${driver} storage-driver has been deprecated and removed; visit https://docs.docker.com/go/storage-driver/ for more information: ${driver}`,
    );
  expect(await run(start('nosuch'))).toContain('failed to start daemon: error initializing graphdriver: driver not supported: nosuch');
  expect(await run(start('overlay2'))).toContain('Daemon has completed initialization');
  const old = terminal({ profile: 'classic' });
  expect(await old(start('devicemapper'))).toContain('Daemon has completed initialization');
});

test('WLD-3 a command that ssh runs has no terminal, unless -t gives it one', async () => {
  const run = terminal({ machines: ['node01', 'node02'] });
  expect(await run('ssh node02 test -t 1 || echo plain')).toBe('plain\n');
  expect(await run('ssh -t node02 test -t 1 && echo terminal')).toBe('terminal\n');
  await run('docker tag busybox app:1');
  expect(await run('docker save app:1 | ssh node02 docker load')).toBe('Loaded image: app:1\n');
});
