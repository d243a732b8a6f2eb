import { expect, test } from 'vitest';
import { dockerLine } from './testing.ts';

const state = "docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1";
const run = (flags: string): string => `docker run -d --name h1 --health-interval 1s ${flags} busybox sleep 1000 > /dev/null`;
const out = (script: string): string => dockerLine(script).stdout;

test('HLT-1 a container is starting, healthy after one good probe, unhealthy after as many failures in a row as --health-retries says', () => {
  expect(out(`${run('--health-cmd "test -e /ok" --health-retries 2')}; ${state}; sleep 1.5; ${state}; sleep 1; ${state}`)).toBe(
    'starting 0\nstarting 1\nunhealthy 2\n',
  );
  expect(out(`${run('--health-cmd "test -e /ok" --health-retries 1')}; sleep 1.5; docker exec h1 touch /ok; sleep 1; ${state}`)).toBe(
    'healthy 0\n',
  );
});

test('HLT-2 failures within the start period do not count', () => {
  expect(
    out(`${run('--health-cmd false --health-retries 1 --health-start-period 100s --health-start-interval 1s')}; sleep 5; ${state}`),
  ).toBe('starting 0\n');
});

test('HLT-3 a probe that takes too long fails with -1, and the log keeps five probes with their output', () => {
  const log = "docker inspect -f '{{(index .State.Health.Log 0).ExitCode}} {{(index .State.Health.Log 0).Output}}' h1";
  expect(out(`${run('--health-cmd "sleep 9" --health-timeout 500ms')}; sleep 2; ${log}`)).toBe(
    '-1 Health check exceeded timeout (500ms)\n',
  );
  expect(out(`${run('--health-cmd "echo hi"')}; sleep 20; docker inspect -f '{{len .State.Health.Log}}' h1`)).toBe('5\n');
});

test('HLT-4 a container that has ended is unhealthy, and starts over when it is started again', () => {
  expect(out(`${run('--health-cmd true')}; sleep 1.5; docker stop -t 0 h1; ${state}; docker start h1; ${state}`)).toBe(
    'h1\nunhealthy 0\nh1\nstarting 0\n',
  );
});

test('HLT-5 within the start period probes come every start interval, even a longer one', () => {
  const run = 'docker run -d --name c1 --health-cmd "exit 1" --health-interval 1s --health-start-period 12s';
  const count = "docker inspect -f '{{len .State.Health.Log}} {{.State.Health.FailingStreak}}' c1";
  expect(out(`${run} busybox sleep 100 > /dev/null; sleep 11; ${count}`)).toBe('2 0\n');
  expect(out(`${run} --health-start-interval 3s busybox sleep 100 > /dev/null; sleep 10; ${count}`)).toBe('3 0\n');
});

test('HLT-6 a probe tells what an exec tells, and a change of status after it', () => {
  const run =
    'docker run -d --name c1 --health-cmd "sleep 9" --health-interval 1s --health-timeout 1s --health-retries 1 busybox sleep 100 > /dev/null';
  const log = "docker events --since 0 --until 0s --filter type=container --format '{{.Action}} {{.Actor.Attributes.exitCode}}'";
  expect(out(`${run}; sleep 2.5; docker rm -f c1 > /dev/null; sleep 1; ${log}`).split('\n').slice(2, 6)).toEqual([
    'exec_create: /bin/sh -c sleep 9 <no value>',
    'exec_start: /bin/sh -c sleep 9 <no value>',
    'health_status: unhealthy <no value>',
    'exec_die 127',
  ]);
});

test('HLT-7 a paused container is not healthy until a probe has passed again', () => {
  const run = 'docker run -d --name c1 --health-cmd true --health-interval 1s busybox sleep 100 > /dev/null; sleep 1.5';
  const status = "docker inspect -f '{{.State.Health.Status}}' c1";
  expect(out(`${run}; ${status}; docker pause c1; ${status}; docker unpause c1; ${status}; sleep 1.5; ${status}`)).toBe(
    'healthy\nc1\nunhealthy\nc1\nunhealthy\nhealthy\n',
  );
});

test('HLT-8 output beyond its limit is told to be more', () => {
  const run =
    'docker run -d --name c1 --health-cmd "yes 123456789 | head -c 5000" --health-interval 1s busybox sleep 100 > /dev/null; sleep 2';
  expect(out(`${run}; docker inspect -f '{{len (index .State.Health.Log 0).Output}}' c1`)).toBe('4099\n');
});

test('RST-4, RST-7 docker wait answers at the end of one run, and a restart keeps a container of --rm', () => {
  expect(out('docker run -d --name c1 --restart always busybox sh -c "sleep 1; exit 6" > /dev/null; docker wait c1; docker wait c1')).toBe(
    '6\n6\n',
  );
  expect(out("docker run -d --rm --name c1 busybox sleep 100 > /dev/null; docker restart -t 0 c1; docker ps --format '{{.Names}}'")).toBe(
    'c1\nc1\n',
  );
});

test('LIM-1 what takes too much memory is killed, and the container only if that was pid 1', () => {
  const state = "docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}}' c1";
  expect(out(`docker run --name c1 -m 8m busybox tail /dev/zero; ${state}`)).toBe('true 137\n');
  expect(out(`docker run --name c1 -m 8m busybox sh -c 'tail /dev/zero; echo $?'; ${state}`)).toBe('137\ntrue 0\n');
  expect(out(`docker run --name c1 -m 100m busybox dd if=/dev/zero of=/dev/null bs=64M count=1; ${state}`)).toBe('false 0\n');
});

test('LIM-2 processes and open files have their limits', () => {
  expect(dockerLine("docker run --rm --pids-limit 2 busybox sh -c 'sleep 1 & sleep 1 & echo never'").stderr).toBe(
    "sh: can't fork: Resource temporarily unavailable\n",
  );
  expect(out('docker run --rm --ulimit nofile=64:65 busybox sh -c "ulimit -n; ulimit -Hn"')).toBe('64\n65\n');
});
