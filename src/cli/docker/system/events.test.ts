import '../../machine/preload.ts';
import { expect, test } from 'vitest';
import { EventLog, matchesEvent } from '../../../engine/daemon/events/index.ts';
import { dockerLine } from '../container/testing.ts';

const out = (line: string): string => dockerLine(line).stdout;
const told = (line: string, format: string, filters = ''): string =>
  out(`{ ${line}; } > /dev/null 2>&1; sleep 1; docker events --since 0 --until 0s ${filters} --format '${format}'`);

test('EVT-1 a run tells volumes, network and container in the engine’s order', () => {
  expect(told('docker run --rm --name c1 -v v1:/d busybox true', '{{.Type}} {{.Action}}').split('\n')).toEqual([
    'volume create',
    'container create',
    'container attach',
    'volume mount',
    'network connect',
    'container start',
    'network disconnect',
    'volume unmount',
    'container die',
    'container destroy',
    '',
  ]);
});

test('EVT-2 only the newest 256 events are remembered, and readers get what comes', () => {
  const log = new EventLog();
  const reader = log.read();
  for (let n = 0; n < 300; n++) log.add({ type: 'image', action: String(n), id: '', attributes: {}, time: n });
  expect(log.events.length).toBe(256);
  expect(log.events[0]?.action).toBe('44');
  expect(reader.take().length).toBe(300);
  reader.close();
  log.add({ type: 'image', action: 'x', id: '', attributes: {}, time: 301 });
  expect(reader.waiting).toBe(false);
});

test('EVT-2 events stream as they come until the time given', () => {
  expect(
    out(
      "docker create --name c1 busybox sleep 1 > /dev/null; docker events --until $(($(date +%s) + 3)) --format '{{.Action}}' > log & sleep 0.1; docker start c1 > /dev/null; wait; grep -v connect log",
    ),
  ).toBe('start\ndie\n');
});

test('EVT-3 filters match names by their beginning and images without their tag', () => {
  const event = {
    type: 'container',
    action: 'exec_start: sh',
    id: 'abc',
    attributes: { name: 'web', image: 'busybox:1', k: 'v' },
    time: 0,
  } as const;
  const matches = (...pairs: [string, string][]): boolean => matchesEvent(new Map(pairs.map(([name, value]) => [name, [value]])), event);
  expect(matches(['container', 'we'], ['event', 'exec_start'])).toBe(true);
  expect(matches(['container', 'eb'])).toBe(false);
  expect(matches(['image', 'busybox'])).toBe(true);
  expect(matches(['image', 'busybox:2'])).toBe(false);
  expect(matches(['label', 'k=v'], ['type', 'container'])).toBe(true);
  expect(matches(['volume', 'x'])).toBe(false);
  expect(matches(['nosuch', 'x'])).toBe(true);
});

test('EVT-4 a template that cannot be used exits 64', () => {
  expect(dockerLine("docker events --format '{{.Nope}}'")).toMatchObject({
    exit: 64,
    stderr: 'Error parsing format: template: :1:2: executing "" at <.Nope>: can\'t evaluate field Nope in type *events.Message\n',
  });
});

test('EVT-5 a killed container tells signal, exit code and the whole seconds it ran', () => {
  const format = '{{.Action}} {{.Actor.Attributes.signal}} {{.Actor.Attributes.exitCode}} {{.Actor.Attributes.execDuration}}';
  expect(
    told('docker run -d --name c1 busybox sleep 100; sleep 2.5; docker kill c1', format, '--filter event=kill --filter event=die'),
  ).toBe('kill 9 <no value> <no value>\ndie <no value> 137 2\n');
});
