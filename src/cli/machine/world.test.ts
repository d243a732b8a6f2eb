import './preload.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { World } from '../../engine/world/index.ts';
import { Session } from './session.ts';
import { newWorld } from './simulation.ts';

const NOW = 1_767_225_600;

/** Runs lines on a fresh machine over a World; the result is the World after them and what was printed. */
function play(world: World, lines: readonly string[]): { world: World; output: string; exits: number[] } {
  const session = new Session(world);
  let output = '';
  const exits: number[] = [];
  for (const line of lines) {
    session.start(line);
    for (;;) {
      const slice = session.step(() => false);
      output += slice.output;
      if (slice.done === undefined && slice.waits !== undefined) session.end();
      if (slice.done === undefined) continue;
      exits.push(slice.done.exit);
      break;
    }
  }
  return { world: session.simulation.world(), output, exits };
}

/** Everything that can be told of a World, as text. */
function fingerprint(world: World): string {
  const machines = [...world.machines.values()].map(({ name, files, engine }) => ({
    name,
    files: [...files.walk()].map(([path, { kind, mode, uid, gid, mtime }]) => [path, kind, mode, uid, gid, mtime]),
    images: [...engine.images.images.keys()],
    tags: [...engine.images.tags],
    snapshots: [...engine.images.snapshots.keys()],
    containers: [...engine.containers.values()].map(({ id, name: called, state, tree }) => [
      id,
      called,
      state,
      [...tree.inodes.keys()].length,
    ]),
    volumes: [...engine.volumes.keys()],
  }));
  return JSON.stringify({ machines, now: world.now });
}

const COMMANDS = [
  'echo hello > f; mkdir -p d; touch d/x',
  'printf "FROM busybox\\nCOPY f /f\\nRUN echo hi > /hi\\n" > Dockerfile; docker build -q -t app .',
  'docker run --name c1 busybox sh -c "echo x > /x; rm /etc/group"',
  'docker run -d --name bg busybox sleep 100',
  'docker stop -t 0 bg',
  'docker rm -f c1 bg',
  'docker tag busybox other:1',
  'docker rmi other:1',
  'docker commit c1 made',
  'docker image prune -f',
  'docker save -o s.tar busybox; docker load -i s.tar',
  'docker volume create v1; docker run --rm -v v1:/v busybox touch /v/y',
  'rm -rf d f',
  'nosuchcommand; false',
];

describe('laws of Worlds', () => {
  test('WLD-1 a command never changes the World it was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...COMMANDS), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(...COMMANDS), { maxLength: 4 }),
        (first, second) => {
          const middle = play(newWorld({ seed: 1, now: NOW }), first).world;
          const before = fingerprint(middle);
          play(middle, second);
          expect(fingerprint(middle)).toBe(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('WLD-2 the same lines on the same World give the same World and the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...COMMANDS), { maxLength: 6 }), (lines) => {
        const world = newWorld({ seed: 7, now: NOW });
        const one = play(world, lines);
        const two = play(world, lines);
        expect(two.output).toBe(one.output);
        expect(fingerprint(two.world)).toBe(fingerprint(one.world));
      }),
      { numRuns: 20 },
    );
  });

  test.each(['', 'DOCKER_BUILDKIT=0 '])('CACHE-1 a second build is all cached and has the same digest (%s)', (env) => {
    const build = `${env}docker build -q -t app .`;
    const setup = 'echo 1 > a; printf "FROM busybox\\nWORKDIR /srv\\nCOPY a .\\nRUN cat a > b\\nENV X=1\\nCMD [\\"sh\\"]\\n" > Dockerfile';
    const { world, exits } = play(newWorld({ seed: 1, now: NOW }), [setup, build]);
    expect(exits).toEqual([0, 0]);
    const { engine } = [...world.machines.values()][0]!;
    const again = play(world, ['sleep 5', 'touch unused', `${env}docker build -t app . 2>&1`]);
    expect(again.exits).toEqual([0, 0, 0]);
    const after = [...again.world.machines.values()][0]!.engine;
    expect([...after.images.images.keys()]).toEqual([...engine.images.images.keys()]);
    expect(after.images.tags.get('docker.io/library/app:latest')).toBe(engine.images.tags.get('docker.io/library/app:latest'));
    expect(again.output.match(/CACHED|Using cache/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('IMG-1 save then load is the identity, by tag and by id', () => {
    const lines = [
      'printf "FROM busybox\\nRUN echo 1 > /a\\nRUN rm /a; mkdir /a; ln -s /a /b\\n" > Dockerfile',
      'docker build -q -t app . && docker save -o app.tar app',
    ];
    const { world } = play(newWorld({ seed: 1, now: NOW }), lines);
    const before = [...world.machines.values()][0]!.engine.images;
    const id = before.tags.get('docker.io/library/app:latest');
    const loaded = play(world, ['docker rmi app', 'docker load -i app.tar']).world;
    const after = [...loaded.machines.values()][0]!.engine.images;
    expect(after.tags.get('docker.io/library/app:latest')).toBe(id);
    expect(after.images.get(id!)?.configText).toBe(before.images.get(id!)?.configText);
  });
});
