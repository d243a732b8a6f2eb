import { describe, expect, it } from 'vitest';
import { runLines } from '../../../cli/machine/run-lines.ts';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import type { ContainerRunView, RunEvent } from '../../session/view/run.ts';
import { runOf } from './run.ts';

function machine() {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600 }));
  const line = async (text: string): Promise<string> => (await runLines(session, text)).output;
  const run = (): readonly ContainerRunView[] => runOf(session.machine.daemon).containers;
  return { session, line, run };
}

const told = (events: readonly RunEvent[], start: number): string[] =>
  events.map(({ at, kind, ...rest }) => {
    const { end: _, ...more } = rest as Record<string, unknown>;
    return `${(at - start).toFixed(0)} ${kind} ${JSON.stringify(more)}`;
  });

describe('what containers run', () => {
  it('RUP-1 a stop that pid 1 does not hear: TERM unheard, ten seconds of grace, KILL, exit 137', async () => {
    const { line, run } = machine();
    await line('docker run -d --name c1 busybox sleep 1000');
    await line('docker stop c1');
    const [c] = run();
    expect(told(c!.events, c!.startedAt!)).toEqual([
      '0 start {"again":false}',
      '0 grace {"seconds":10}',
      '0 signal {"signal":"TERM","pid":1,"command":"sleep","from":"engine","outcome":"unheard"}',
      '10 signal {"signal":"KILL","pid":1,"command":"sleep","from":"engine","outcome":"ended"}',
      '10 exit {"exitCode":137,"oom":false,"signal":"KILL"}',
    ]);
    expect(c).toMatchObject({ state: 'exited', exitCode: 137, argv: ['sleep', '1000'] });
    expect(c!.processes.map(({ pid, argv }) => [pid, argv.join(' ')])).toEqual([[1, 'sleep 1000']]);
  });

  it('RUP-1 a handler ends it at once; a signal from inside names the process that sent it', async () => {
    const { line, run } = machine();
    await line(`docker run -d --name c1 busybox sh -c 'trap "exit 3" TERM; while :; do sleep 1; done'`);
    await line('docker exec c1 sh -c "kill -USR1 1; kill -TERM 1"');
    await line('sleep 2');
    const [c] = run();
    const start = c!.startedAt!;
    expect(told(c!.events, start).map((text) => text.replace(/"from":\d+/, '"from":"a pid"'))).toEqual([
      '0 start {"again":false}',
      '0 exec {"argv":["sh","-c","kill -USR1 1; kill -TERM 1"]}',
      '0 signal {"signal":"USR1","pid":1,"command":"sh","from":"a pid","outcome":"unheard"}',
      '0 signal {"signal":"TERM","pid":1,"command":"sh","from":"a pid","outcome":"handled"}',
      '1 exit {"exitCode":3,"oom":false}',
    ]);
  });

  it('RUP-2 processes are told with who they are, what they hear and where they listen', async () => {
    const { line, run } = machine();
    await line(`docker run -d --name c1 -u nobody -w /tmp -p 8080:80 busybox sh -c 'trap "" HUP; httpd -f -p 80 & sleep 100 & wait'`);
    await line('docker exec -d c1 sleep 50');
    const [c] = run();
    expect(
      c!.processes.map(({ pid, ppid, user, cwd, argv, joined, ignores, listens }) => [
        ppid === 0 && pid === 1,
        joined,
        user,
        cwd,
        argv.join(' ').slice(0, 9),
        ignores,
        listens,
      ]),
    ).toEqual([
      [true, false, 'nobody', '/tmp', 'sh -c tra', ['HUP'], []],
      [false, false, 'nobody', '/tmp', 'httpd -f ', ['HUP', 'INT', 'QUIT'], [80]],
      [false, false, 'nobody', '/tmp', 'sleep 100', ['HUP', 'INT', 'QUIT'], []],
      [false, true, 'nobody', '/tmp', 'sleep 50', [], []],
    ]);
    expect(c!.ports).toEqual([
      { port: 80, protocol: 'tcp', host: { address: '0.0.0.0', port: 8080, open: true }, listener: c!.processes[1]!.pid },
    ]);
  });

  it('RUP-3 health: every probe with its streak; restarts with their pause', async () => {
    const { line, run } = machine();
    await line('docker run -d --name h1 --health-cmd "test -f /ok" --health-interval 2s --health-retries 2 busybox sleep 1000');
    await line('sleep 5');
    await line('docker exec h1 touch /ok');
    await line('sleep 3');
    await line('docker run -d --name r1 --restart on-failure:2 busybox false');
    await line('sleep 2');
    const [r, h] = run();
    expect(h!.events.flatMap((event) => (event.kind === 'probe' ? [[event.exitCode, event.streak, event.status]] : []))).toEqual([
      [1, 1, 'starting'],
      [1, 2, 'unhealthy'],
      [0, 0, 'healthy'],
      [0, 0, 'healthy'],
      [0, 0, 'healthy'],
    ]);
    expect(h!.health).toMatchObject({ status: 'healthy', streak: 0, command: 'test -f /ok', interval: 2, timeout: 30, retries: 2 });
    expect(r!.events.map((event) => (event.kind === 'restart' ? `restart ${event.delay}` : event.kind))).toEqual([
      'start',
      'exit',
      'restart 0.1',
      'start',
      'exit',
      'restart 0.2',
      'start',
      'exit',
    ]);
    expect(r).toMatchObject({ state: 'exited', exitCode: 1, restartCount: 2, restartPolicy: 'on-failure:2' });
  });

  it('RUP-4 mounts: what lies in a volume, what of it came from the image, who shares it', async () => {
    const { line, run } = machine();
    await line('mkdir app; cd app');
    await line(`printf 'FROM busybox\\nRUN mkdir /data && echo one > /data/one\\n' > Dockerfile; docker build -qt d .`);
    await line(
      'docker run -d --name a1 -v vol:/data -v $PWD:/src:ro --tmpfs /tmp d sh -c "echo two > /data/two; echo x > /tmp/x; sleep 100"',
    );
    await line('docker run -d --name b1 -v vol:/data d sleep 100');
    const [, a] = run();
    expect(
      a!.mounts.map(({ type, target, writable, files, sharedWith, entries }) => ({
        type,
        target,
        writable,
        files,
        sharedWith,
        entries: entries.map(({ path, fromImage }) => `${path}${fromImage ? '=' : ''}`),
      })),
    ).toEqual([
      { type: 'volume', target: '/data', writable: true, files: 2, sharedWith: ['b1'], entries: ['/two', '/one='] },
      { type: 'bind', target: '/src', writable: false, files: 1, sharedWith: [], entries: ['/Dockerfile'] },
      { type: 'tmpfs', target: '/tmp', writable: true, files: 1, sharedWith: [], entries: ['/x'] },
    ]);
  });

  it('RUP-5 what was removed last is still told', async () => {
    const { line, run } = machine();
    await line('docker run --rm --name gone busybox echo hi');
    expect(run().map(({ name, state, exitCode, processes }) => [name, state, exitCode, processes[0]?.argv.join(' ')])).toEqual([
      ['gone', 'removed', 0, 'echo hi'],
    ]);
  });
});
