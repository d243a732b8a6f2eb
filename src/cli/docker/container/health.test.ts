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
