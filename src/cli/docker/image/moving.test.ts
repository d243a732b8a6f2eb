import '../../machine/preload.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';
import { progressBar } from './progress-bar.ts';

async function run(session: Session, line: string, stopAfter = Number.POSITIVE_INFINITY): Promise<{ output: string; seconds: number }> {
  const { kernel } = session.simulation;
  const began = kernel.now;
  session.start(line);
  let output = '';
  for (;;) {
    const slice = session.step(() => kernel.now - began > stopAfter);
    output += slice.output;
    if (typeof slice.waits === 'object' && 'loading' in slice.waits) await slice.waits.loading;
    if (slice.done !== undefined) return { output, seconds: kernel.now - began };
    if (kernel.now - began > stopAfter) {
      session.signal('INT');
      stopAfter = Number.POSITIVE_INFINITY;
    }
  }
}
const fresh = (columns: number): Session => new Session(newWorld({ seed: 1, now: 1_767_225_600, hub: true }), { columns, rows: 24 });
/** `id: status` of every drawing, in order. */
const states = (output: string): string[] =>
  [...output.matchAll(/\x1b\[2K\r([0-9a-f]{12}: [A-Z][a-z]+(?: [a-zA-Z]+)*)/g)].map(([, state]) => state ?? '');

test('TRM-64 a pull shows each layer arrive with a bar that moves, in the order of a real one', async () => {
  const { output, seconds } = await run(fresh(120), 'docker pull nginx:alpine');
  const of = (id: string): string[] => [...new Set(states(output).filter((state) => state.startsWith(id)))].map((state) => state.slice(14));
  const [first = ''] = states(output);
  expect(of(first.slice(0, 12))).toEqual([
    'Pulling fs layer',
    'Downloading',
    'Verifying Checksum',
    'Download complete',
    'Extracting',
    'Pull complete',
  ]);
  const real = readFileSync(new URL('testdata/pull-120.oracle.json', import.meta.url), 'utf8');
  for (const status of of(first.slice(0, 12))) expect(real).toContain(status);
  expect(output).toMatch(/Downloading \[=+> +\] +[\d.]+MB\/[\d.]+MB\r/);
  expect(seconds).toBeGreaterThan(0.5);
  expect(seconds).toBeLessThan(8);
});

test('TRM-65 where nobody watches there are no bars, and no time passes', async () => {
  const { output, seconds } = await run(fresh(80), 'docker pull alpine:3.20 | cat');
  expect(output).not.toContain('Downloading');
  expect(seconds).toBeLessThan(0.2);
});

test('TRM-66 Ctrl-C stops a pull, and there is no image', async () => {
  const session = fresh(80);
  const { output } = await run(session, 'docker pull python:3.12', 0.5);
  expect(output).toContain('Downloading');
  expect(output).not.toContain('Pull complete');
  expect(session.main.exit).toBe(130);
  await run(session, 'docker run python:3.12', 0.5);
  expect(session.main.exit).toBe(130);
  expect((await run(session, 'docker images -q python; docker ps -aq')).output).toBe('');
});

test('TRM-66a a signal ends a client that waits by its own exit, not by being killed', async () => {
  const session = fresh(80);
  await run(session, 'docker run -d --name cc busybox sleep 1000');
  for (const command of ['events', 'wait cc', 'logs -f cc', 'stop cc'])
    for (const [signal, status] of [
      ['INT', 130],
      ['TERM', 143],
    ])
      expect((await run(session, `docker ${command} & sleep 1; kill -${signal} $!; wait $!; echo "status $?"`)).output, command).toMatch(
        new RegExp(`^status ${status}\\r?\\n`, 'm'),
      );
  expect((await run(session, 'docker events & sleep 1; kill -TERM $!; wait $!')).output).not.toContain('Terminated');
});

test.each([
  [302_100, 30_000_000, 80, '302.1kB/30MB'],
  [0, 100, 120, '[>                                                  ]       0B/100B'],
  [30_000_000, 30_000_000, 120, '[==================================================>]     30MB/30MB'],
])('TRM-67 the bar of %i of %i bytes in %i columns', (current, total, columns, bar) => {
  expect(progressBar(current, total, columns).trim()).toBe(bar);
});
