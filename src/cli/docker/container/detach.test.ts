import '../../machine/preload.ts';
import { expect, test } from 'vitest';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';
import { detachBytes, EscapeProxy } from './detach-keys.ts';

const fresh = (): Session => new Session(newWorld({ seed: 1, now: 1_767_225_600 }));

function go(session: Session): { output: string; exit: number | undefined } {
  let output = '';
  for (let steps = 0; steps < 200_000; steps++) {
    const slice = session.step(() => false, 'paced', 0.01);
    output += slice.output;
    if (slice.done !== undefined) return { output, exit: slice.done.exit };
    if (slice.waits === 'stdin') break;
  }
  return { output, exit: undefined };
}
function run(session: Session, line: string): ReturnType<typeof go> {
  session.start(line);
  return go(session);
}

test('RST-5 Ctrl-P Ctrl-Q leaves a container running, and docker attach comes back to it', () => {
  const session = fresh();
  run(session, 'docker run -it --name c1 busybox cat');
  session.type('one\n');
  expect(go(session)).toMatchObject({ output: expect.stringContaining('one'), exit: undefined });
  session.type('\x10');
  expect(go(session).exit).toBeUndefined();
  expect(session.step(() => false, 'paced', 0.01).waits).toBe('stdin');
  session.type('\x11');
  expect(go(session).exit).toBe(0);
  expect(run(session, "docker inspect -f '{{.State.Status}}' c1").output).toBe('running\n');
  run(session, 'docker attach c1');
  session.type('two\n');
  expect(go(session).output).toContain('two');
  session.type('\x10\x11');
  expect(go(session)).toMatchObject({ output: 'read escape sequence\n', exit: 1 });
  run(session, 'docker exec -it c1 cat');
  session.type('\x10\x11');
  expect(go(session)).toMatchObject({ output: 'read escape sequence\n', exit: 1 });
  run(session, 'docker attach --detach-keys a,ctrl-b c1');
  session.type('\x10\x11a\n');
  expect(go(session).exit).toBeUndefined();
  session.type('a\x02');
  expect(go(session).exit).toBe(1);
});

test('RST-6 keys that only begin as the ones that detach are passed on', () => {
  const proxy = new EscapeProxy(detachBytes(''));
  const take = (...bytes: number[]): unknown => proxy.take(Uint8Array.from(bytes));
  expect(take(97, 16)).toEqual(Uint8Array.from([97]));
  expect(take(98)).toEqual(Uint8Array.from([16, 98]));
  expect(take(16, 16, 17)).toBeUndefined();
  expect(detachBytes('ctrl-a,x,ctrl-[')).toEqual([1, 120, 27]);
});
