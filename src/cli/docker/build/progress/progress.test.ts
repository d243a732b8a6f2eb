import { expect, test } from 'vitest';
import type { BuildEvent } from '../../../../engine/build/index.ts';
import { PlainPrinter } from './plain.ts';
import { warningsText } from './printer.ts';
import { RawJsonPrinter } from './rawjson.ts';
import { TtyPrinter } from './tty.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const events: readonly BuildEvent[] = [
  { type: 'started', vertex: 1, name: '[internal] load build definition from Dockerfile', time: 10 },
  { type: 'status', vertex: 1, text: 'transferring dockerfile: 81B', seconds: 0, timed: false },
  { type: 'done', vertex: 1, time: 10 },
  { type: 'cached', vertex: 2, name: '[1/2] FROM docker.io/library/busybox:latest', time: 10 },
  { type: 'started', vertex: 3, name: '[2/2] RUN echo a; exit 3', time: 10 },
  { type: 'log', vertex: 3, stream: 'stdout', bytes: bytes('a\nno new'), time: 10.066 },
  { type: 'log', vertex: 3, stream: 'stdout', bytes: bytes('line'), time: 10.07 },
  { type: 'failed', vertex: 3, message: 'process "/bin/sh -c echo a; exit 3" did not complete successfully: exit code: 3', time: 10.1 },
];

test('BLD-20 plain progress is a block of lines for each step, output with its time', () => {
  const printer = new PlainPrinter({ name: 'default', driver: 'docker' });
  expect(events.map((event) => printer.print(event)).join('')).toBe(
    [
      '#0 building with "default" instance using docker driver',
      '',
      '#1 [internal] load build definition from Dockerfile',
      '#1 transferring dockerfile: 81B done',
      '#1 DONE 0.0s',
      '',
      '#2 [1/2] FROM docker.io/library/busybox:latest',
      '#2 CACHED',
      '',
      '#3 [2/2] RUN echo a; exit 3',
      '#3 0.066 a',
      '#3 0.100 no newline',
      '#3 ERROR: process "/bin/sh -c echo a; exit 3" did not complete successfully: exit code: 3',
      '',
    ].join('\n'),
  );
});

test('BLD-21 terminal progress is drawn over itself, one column narrower than the terminal', () => {
  const printer = new TtyPrinter(80, 24, { name: 'default', driver: 'docker' });
  const first = events.slice(0, 3).map((event) => printer.print(event));
  expect(first[0]).toMatch(/^\x1b\[1A\x1b\[1B\x1b\[0G/);
  // What happens at one moment is drawn once.
  expect(first.slice(1)).toEqual(['', '']);
  const last = printer.end(10.5, []);
  expect(last).toContain('[+] Building 0.5s (1/1) FINISHED                                 docker:default\n');
  expect(last).toContain('\x1b[34m => [internal] load build definition from Dockerfile                       0.0s\n\x1b[0m');
  expect(last.startsWith('\x1b[1A\x1b[1A\x1b[0G')).toBe(true);
});

test('BLD-21 no line of terminal progress is wider than a narrow terminal', () => {
  for (const width of [24, 38, 43]) {
    const printer = new TtyPrinter(width, 24, { name: 'default', driver: 'docker' });
    for (const event of events) printer.print(event);
    const lines = printer
      .end(10.5, [])
      .replace(/\x1b\[[\d;?]*[A-Za-z]/g, '')
      .split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    expect(lines[0]).toContain('[+] Building 0.5s (3/3)');
  }
});

test('BLD-22 raw progress is one JSON object a line', () => {
  const printer = new RawJsonPrinter();
  const lines = events.map((event) => JSON.parse(printer.print(event)) as Record<string, unknown[]>);
  expect(lines.map((line) => Object.keys(line)[0])).toEqual([
    'vertexes',
    'statuses',
    'vertexes',
    'vertexes',
    'vertexes',
    'logs',
    'logs',
    'vertexes',
  ]);
  expect(lines[5]).toMatchObject({ logs: [{ stream: 1, data: 'YQpubyBuZXc=' }] });
});

test('BLD-23 findings of the checks are counted below the progress', () => {
  expect(warningsText([])).toBe('');
  expect(warningsText(['A: b (line 2)'])).toBe('\n \x1b[33m1 warning found (use docker --debug to expand):\n\x1b[0m - A: b (line 2)\n');
});
