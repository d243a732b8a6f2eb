import '../../cli/machine/preload.ts';
import { expect, test } from 'vitest';
import type { EngineSession } from '../session/engine-session.ts';
import { runLine } from '../session/start.ts';
import { engine } from './index.ts';

const OPTIONS = { blob: () => Promise.reject(new Error('no uploads')) };

/** Goes on until the command of the first terminal is over; gives what it printed. */
function finish(session: EngineSession): string {
  for (;;) {
    const ended = session.pump(50).ended.at(-1);
    if (ended !== undefined) return ended.output;
  }
}
const begun = (options: Parameters<typeof engine.create>[0]): EngineSession => {
  const session = engine.create(options);
  session.begun();
  return session;
};
const run = (session: EngineSession, line: string): string => {
  session.start(0, line);
  return finish(session);
};
const ids = (session: EngineSession): unknown => [
  session.view().machines[0]!.images,
  session.view().machines[0]!.containers.map(({ id, name, state, changes }) => ({ id, name, state, changes })),
];

test('LAB-1 a session is made again from its log: the same files, images, layers and containers', async () => {
  const session = begun({ seed: 3 });
  session.files().write('/root/app/Dockerfile', new TextEncoder().encode('FROM busybox\nCOPY 名.txt /\nRUN date > /now\n'));
  session.files().write('/root/app/名.txt', new TextEncoder().encode('汉字\n'));
  session.chdir('/root/app');
  run(session, 'docker build -t web .');
  run(session, 'docker run -d --name c1 web sh -c "echo 1 > /one; sleep 100"');
  session.start(0, 'while :; do :; done');
  session.pump(10);
  session.signal(0, 'INT');
  finish(session);
  session.start(0, 'read x; echo "$x" > answer');
  session.pump(5);
  session.stdin(0, 'forty-two\n');
  finish(session);
  run(session, 'docker commit c1 made; rm -f nothing');
  const again = await engine.restore(session.save(), OPTIONS);
  expect(ids(again)).toEqual(ids(session));
  expect(again.view().terminals[0]?.cwd).toBe('/root/app');
  expect(new TextDecoder().decode(again.files().read('/root/app/answer'))).toBe('forty-two\n');
  expect(
    again
      .files()
      .list('/root/app')
      .map(({ name }) => name),
  ).toEqual(
    session
      .files()
      .list('/root/app')
      .map(({ name }) => name),
  );
  expect(again.save().length).toBeGreaterThan(100);
});

test('LAB-2 a damaged or foreign saved state is refused with what is wrong', async () => {
  await expect(engine.restore('{', OPTIONS)).rejects.toThrow(/not JSON/);
  await expect(engine.restore('{"strata":1}', OPTIONS)).rejects.toThrow(/does not fit this version/);
  await expect(
    engine.restore(
      JSON.stringify({
        strata: 2,
        seed: 1,
        now: 1,
        head: 0,
        pending: [{ kind: 'line', at: 'x' }],
        points: [{ number: 0, kind: 'start', label: '', at: 0, events: [] }],
      }),
      OPTIONS,
    ),
  ).rejects.toThrow(/pending/);
});

test('LAB-3 Tab completes commands, docker words, flags, images, containers and paths', async () => {
  const session = begun({ seed: 1 });
  run(session, 'mkdir -p project; touch project/file; docker create --name crate busybox true');
  const complete = async (line: string): Promise<readonly string[]> => (await session.complete(0, line, line.length)).candidates;
  expect(await complete('docker im')).toEqual(['image', 'images', 'import']);
  expect(await complete('docker image pr')).toEqual(['prune']);
  expect(await complete('docker run --ent')).toEqual(['--entrypoint']);
  expect(await complete('docker run busy')).toContain('busybox:latest');
  expect(await complete('docker build -t x pro')).toEqual(['project/']);
  expect(await complete('docker start cr')).toEqual(['crate']);
  expect(await complete('cat pro')).toEqual(['project/']);
  expect(await complete('cat project/f')).toEqual(['project/file']);
  expect(await complete('echo a && mkdi')).toEqual(['mkdir']);
});

test('LAB-4 the view tells layers, config-only rows, whiteouts and what a container wrote', () => {
  const session = begun({ seed: 1 });
  run(
    session,
    'printf "FROM busybox\\nRUN echo 1 > /a; rm /etc/group\\nENV X=1\\n" | docker build -q -t v - ; docker run --name c1 v sh -c "echo 2 >> /a; rm -r /home"',
  );
  const image = session.view().machines[0]!.images.find(({ tags }) => tags.includes('v:latest'))!;
  expect(image.rows.map(({ empty, counts }) => [empty, counts.added, counts.changed, counts.deleted])).toEqual([
    [false, 283, 0, 0],
    [false, 1, 0, 1],
    [true, 0, 0, 0],
  ]);
  const changes = session.view().machines[0]!.containers[0]!.changes.map(({ kind, path }) => `${kind} ${path}`);
  expect(changes).toEqual(['C /a', 'D /home']);
});

test('LAB-5 a lab says which Docker its machines run and how many there are, and a saved one begins on the same', async () => {
  const session = begun({ seed: 1, profile: 'containerd', machines: ['node01', 'node02'] });
  await runLine(session, 'hostname > /tmp/names; ssh node02 hostname >> /tmp/names');
  const again = await engine.restore(session.save(), OPTIONS);
  expect(new TextDecoder().decode(again.files().read('/tmp/names'))).toBe('node01\nnode02\n');
  expect(JSON.parse(again.save())).toMatchObject({ seed: 1, profile: 'containerd', machines: ['node01', 'node02'] });
});

test('CLK-8 the page moves the clock on: containers go on, and the same session comes back from what was saved', async () => {
  const session = begun({ seed: 5 });
  run(session, 'docker run -d --name c1 --restart always busybox sh -c "sleep 20; exit 3"');
  session.setClock({ do: 'pause' });
  session.setClock({ do: 'jump', seconds: 90 });
  expect(session.clock()).toMatchObject({ mode: 'pause', jumping: true });
  expect(session.pump(5000)).toMatchObject({ changed: true });
  expect(session.clock().jumping).toBe(false);
  expect(run(session, "docker inspect -f '{{.RestartCount}}' c1")).toBe('4\n');
  const again = await engine.restore(session.save(), OPTIONS);
  expect(run(again, "docker inspect -f '{{.RestartCount}} {{.State.StartedAt}}' c1")).toBe(
    run(session, "docker inspect -f '{{.RestartCount}} {{.State.StartedAt}}' c1"),
  );
});
