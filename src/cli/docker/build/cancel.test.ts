import '../../machine/preload.ts';
import { expect, it } from 'vitest';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

const LOOP = 'echo before; while :; do sleep 1; done';

/** A machine with a build whose second step never ends. */
async function fresh(): Promise<Session> {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600, hub: true }), { columns: 80, rows: 24 });
  await run(session, `mkdir w; printf 'FROM busybox\\nRUN echo one > /one\\nRUN ${LOOP}\\nRUN echo three\\n' > w/Dockerfile`);
  return session;
}

/** Runs a line, with Ctrl-C after so many virtual seconds; gives what was printed before and after that. */
async function run(session: Session, line: string, stopAfter = Number.POSITIVE_INFINITY): Promise<{ before: string; after: string }> {
  const { kernel } = session.simulation;
  const began = kernel.now;
  const out = { before: '', after: '' };
  let at: keyof typeof out = 'before';
  session.start(line);
  for (;;) {
    const slice = session.step(() => at === 'before' && kernel.now - began > stopAfter);
    out[at] += slice.output;
    if (typeof slice.waits === 'object' && 'loading' in slice.waits) await slice.waits.loading;
    if (slice.done !== undefined) return out;
    if (at === 'before' && kernel.now - began > stopAfter) {
      session.signal('INT');
      at = 'after';
    }
  }
}

const status = (session: Session): number => session.main.exit;
/** Programs that run on the machine, in containers too. */
const programs = (session: Session): readonly string[] => session.simulation.kernel.processes.map(({ argv }) => argv.join(' '));
const ERROR = 'ERROR: failed to build: failed to solve: Canceled: context canceled\n';

it('BLD-26 Ctrl-C in a step of BuildKit: the step is CANCELED, the client exits with 130, nothing goes on', async () => {
  const session = await fresh();
  const { before, after } = await run(session, 'docker build --progress plain -t x w', 3);
  expect(before).toMatch(/\n#6 \[3\/4\] RUN .*\n#6 \d\.\d{3} before\n$/);
  expect(after).toBe(`#6 CANCELED\n${ERROR}`);
  expect(status(session)).toBe(130);
  expect(programs(session).filter((name) => name.includes('before'))).toEqual([]);
  expect((await run(session, 'docker images -q')).before.trim().split('\n')).toHaveLength(1);
  // What was made before stays in the cache.
  expect((await run(session, 'docker build --progress plain w', 3)).before).toContain('#5 CACHED\n');
});

it('BLD-26 the display shows the step in yellow and counts it as over', async () => {
  const session = await fresh();
  const { after } = await run(session, 'docker build -t x w', 3);
  const last = after.slice(after.lastIndexOf('[+] Building'));
  expect(last).toMatch(/^\[\+\] Building 3\.\ds \(6\/7\) +docker:default\n/);
  expect(last).toMatch(/\x1b\[33m => CANCELED \[3\/4\] RUN echo before; while .* [23]\.\ds\n\x1b\[0m/);
  expect(last).not.toContain('# before');
  expect(last.endsWith(`\x1b[?25h${ERROR}`)).toBe(true);
});

it('BLD-26 rawjson names what was killed, and -q says only the error', async () => {
  const session = await fresh();
  const { after } = await run(session, 'docker build --progress rawjson w', 3);
  const [line = '', ...rest] = after.split('\n');
  expect(JSON.parse(line).vertexes[0].error).toBe(
    `process "/bin/sh -c ${LOOP}" did not complete successfully: exit code: 137: context canceled: context canceled`,
  );
  expect(rest.join('\n')).toBe(ERROR);
  expect(await run(session, 'docker build -q w', 3)).toEqual({ before: '', after: ERROR });
  expect(status(session)).toBe(130);
});

it.each(['', '--rm=false ', '--force-rm '])(
  'BLD-27 Ctrl-C in a step of the classic builder says nothing and takes the container down (%s)',
  async (flag) => {
    const session = await fresh();
    const { before, after } = await run(session, `DOCKER_BUILDKIT=0 docker build ${flag}-t x w`, 3);
    expect(before).toMatch(/Step 3\/4 : RUN .*\n ---> Running in [0-9a-f]{12}\nbefore\n$/);
    expect(after).toBe('');
    expect(status(session)).toBe(130);
    expect(programs(session).filter((name) => name.includes('before'))).toEqual([]);
    const left = (await run(session, 'docker ps -aq')).before;
    expect(left.trim().split('\n').filter(Boolean)).toHaveLength(flag === '--rm=false ' ? 1 : 0);
    expect((await run(session, 'DOCKER_BUILDKIT=0 docker build w', 3)).before).toContain(' ---> Using cache\n');
  },
);
