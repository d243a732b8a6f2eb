import '../../../cli/machine/preload.ts';
import { describe, expect, test } from 'vitest';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import type { BuildStepView, BuildView } from '../../session/view/builds.ts';
import { answers } from '../queries/build.ts';
import type { Moment } from '../queries/moment.ts';
import { buildsOf } from './builds.ts';

const TWO_STAGES = `FROM busybox AS tools
WORKDIR /src
COPY . .
RUN cat a.txt > /out
FROM busybox AS unused
RUN false
FROM busybox
ENV MODE=plain
COPY --from=tools /out /app/out
CMD ["cat", "/app/out"]
`;

class Bench {
  readonly session = new Session(newWorld({ seed: 1, now: 1_760_000_000 }), {});

  constructor() {
    this.run('mkdir app; cd app');
  }

  run(line: string): string {
    this.session.start(line);
    let output = '';
    for (;;) {
      const slice = this.session.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) return output;
      if (slice.waits === 'stdin') this.session.end();
    }
  }

  files(files: Readonly<Record<string, string>>): this {
    for (const [name, text] of Object.entries(files)) this.run(`mkdir -p $(dirname ${name}); cat > ${name} <<'END'\n${text}END`);
    return this;
  }

  get last(): BuildView {
    const { last } = buildsOf(this.session.machine.daemon);
    if (last === undefined) throw new Error('nothing was built');
    return last;
  }

  get moment(): Moment {
    const world = this.session.simulation.world();
    return { world, machine: world.machines.get(this.session.machine.name)!, live: undefined };
  }

  step(text: string): BuildStepView {
    return this.last.stages.flatMap(({ steps }) => steps).find((step) => step.text.startsWith(text))!;
  }
}

const states = (build: BuildView): string[][] =>
  build.stages.map(({ steps }) =>
    steps.map(({ kind, state, because }) => `${kind} ${state}${because === undefined ? '' : ` ${because.kind}`}`),
  );

describe('what builds leave behind', () => {
  test('BPX-1 a build is kept as stages and steps: what ran, what came from the cache, what was never needed', () => {
    const bench = new Bench().files({ Dockerfile: TWO_STAGES, 'a.txt': 'one\n' });
    bench.run('docker build -t a .');
    expect(states(bench.last)).toEqual([
      ['FROM base', 'WORKDIR ran first-build', 'COPY ran first-build', 'RUN ran first-build'],
      ['FROM waiting', 'RUN waiting'],
      ['FROM base', 'ENV config', 'COPY ran first-build', 'CMD config'],
    ]);
    expect(bench.last.stages.map(({ name, skipped }) => [name, skipped])).toEqual([
      ['tools', false],
      ['unused', true],
      ['', false],
    ]);
    expect(bench.step('COPY --from')).toMatchObject({
      joins: [{ stage: 0, name: 'tools', paths: ['/out'] }],
      place: { number: 2, total: 2 },
      fromContext: false,
    });
    bench.run('docker build -t a .');
    expect(states(bench.last)[0]).toEqual(['FROM base', 'WORKDIR cached', 'COPY cached', 'RUN cached']);
    expect(bench.last).toMatchObject({ number: 2, command: 'docker build -t a .', cwd: '/root/app', tags: ['a:latest'], ok: true });
  });

  test('BPX-1 a stage that stands on another begins with what that one ended with', () => {
    const bench = new Bench().files({ Dockerfile: 'FROM busybox AS one\nRUN echo 1 > /one\nFROM one\nRUN cat /one\n' });
    bench.run('docker build .');
    expect(states(bench.last)).toEqual([
      ['FROM base', 'RUN ran first-build'],
      ['FROM base', 'RUN ran first-build'],
    ]);
    expect(bench.last.stages[1]?.steps[0]).toMatchObject({ joins: [{ stage: 0, name: 'one' }] });
    expect(bench.last.stages[1]?.steps[0]?.place).toBeUndefined();
  });

  test('BPX-2 what an instruction was is told from the same Dockerfile, not from what others left in the cache', () => {
    const bench = new Bench().files({ Dockerfile: 'FROM busybox\nRUN echo mine\n', 'other/Dockerfile': 'FROM busybox\nRUN echo others\n' });
    bench.run('docker build other; docker build .');
    expect(bench.step('RUN').because).toEqual({ kind: 'first-build' });
    bench.run("sed -i 's/mine/now/' Dockerfile; docker build .");
    expect(bench.step('RUN').because).toEqual({ kind: 'instruction-changed', before: 'RUN echo mine', now: 'RUN echo now' });
  });

  test('BPX-2 a miss names the input that differs: files with size and mode, the instruction, variables', () => {
    const bench = new Bench().files({
      Dockerfile: 'FROM busybox\nARG V=1\nCOPY *.txt ./\nRUN cat a.txt\n',
      'a.txt': 'one\n',
      'b.txt': 'b\n',
    });
    bench.run('docker build .');
    bench.run('echo three > a.txt; chmod 755 b.txt; touch c.txt; docker build .');
    const { because } = bench.step('COPY');
    expect(because).toMatchObject({
      kind: 'files',
      files: [
        { path: 'a.txt', before: { size: 4, mode: 0o644 }, now: { size: 6 } },
        { path: 'b.txt', before: { mode: 0o644 }, now: { mode: 0o755 } },
        { path: 'c.txt', now: { size: 0 } },
      ],
    });
    expect(bench.step('RUN').because).toEqual({ kind: 'parent-changed' });
    bench.run('docker build --build-arg V=2 .');
    expect(bench.step('RUN').because).toEqual({ kind: 'environment', variables: [{ name: 'V', before: '1', now: '2' }] });
    bench.run("sed -i 's/cat/wc/' Dockerfile; docker build .");
    expect(bench.step('RUN').because).toMatchObject({ kind: 'instruction-changed', before: 'RUN cat a.txt', now: 'RUN wc a.txt' });
  });

  test('BPX-3 the classic builder is told the same way; its files are compared with the build before', () => {
    const bench = new Bench().files({ Dockerfile: 'FROM busybox\nCOPY a.txt /\nENV A=1\nRUN cat /a.txt\n', 'a.txt': 'one\n' });
    bench.run('DOCKER_BUILDKIT=0 docker build -t c .');
    bench.run('echo three > a.txt; DOCKER_BUILDKIT=0 docker build -t c .');
    expect(bench.last).toMatchObject({ builder: 'classic', command: 'DOCKER_BUILDKIT=0 docker build -t c .' });
    expect(states(bench.last)).toEqual([['FROM base', 'COPY ran files', 'ENV ran parent-changed', 'RUN ran parent-changed']]);
    expect(bench.step('COPY').because).toMatchObject({ files: [{ path: 'a.txt', before: { size: 4 }, now: { size: 6 } }] });
    expect(bench.step('COPY').layer?.size).toBe(6);
    expect(bench.step('ENV').layer).toBeUndefined();
    bench.run('DOCKER_BUILDKIT=0 docker build -t c .');
    expect(states(bench.last)).toEqual([['FROM base', 'COPY cached', 'ENV cached', 'RUN cached']]);
  });

  test.each(['docker build .', 'DOCKER_BUILDKIT=0 docker build .'])(
    'BPX-4 a failed step has its exit code, error and output; what comes after waits (%s)',
    async (line) => {
      const bench = new Bench().files({ Dockerfile: 'FROM busybox\nRUN echo said; exit 3\nRUN true\n' });
      bench.run(line);
      expect(states(bench.last)).toEqual([['FROM base', 'RUN failed first-build', 'RUN waiting']]);
      expect(bench.step('RUN')).toMatchObject({ exit: 3, logged: true });
      expect(bench.last.ok).toBe(false);
      const { lines } = await answers['build.log'](bench.moment, { build: 1, stage: 0, step: 1 });
      expect(lines.map(({ text }) => text).join('')).toBe('said\n');
    },
  );

  test.each([
    ['docker build .', [['a.txt', 4]], ['Dockerfile']],
    [
      'DOCKER_BUILDKIT=0 docker build .',
      [
        ['.dockerignore', 29],
        ['Dockerfile', 24],
        ['a.txt', 4],
      ],
      [],
    ],
  ])('BPX-5 the context tells what was sent and which line of the ignore file kept the rest out (%s)', (line, sent, unasked) => {
    const bench = new Bench().files({
      Dockerfile: 'FROM busybox\nCOPY a.* /\n',
      '.dockerignore': '# logs\n*.log\n!a\nnode_modules\n',
      'a.txt': 'one\n',
      'x.log': 'log\n',
      'node_modules/m/index.js': 'x\n',
      'node_modules/n.js': 'y\n',
    });
    bench.run(line);
    const { context } = bench.last;
    expect(context?.sent.map(({ path, bytes }) => [path, bytes])).toEqual(sent);
    if (unasked.length > 0) expect(context?.unasked.map(({ path }) => path)).toContain('Dockerfile');
    expect(context?.ignored).toEqual([
      { path: 'node_modules/', files: 2, bytes: 4, line: 4, pattern: 'node_modules' },
      { path: 'x.log', bytes: 4, line: 2, pattern: '*.log' },
    ]);
  });

  test('BPX-6 eight builds are kept; what they are is not part of what Docker prints', () => {
    const bench = new Bench().files({ Dockerfile: 'FROM busybox\nRUN true\n' });
    for (let n = 0; n < 10; n++) bench.run('docker build -q .');
    expect(buildsOf(bench.session.machine.daemon).list.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('BPX-7 a point of a build shows its files, config and environment, and what the step changed', async () => {
    const bench = new Bench().files({ Dockerfile: TWO_STAGES, 'a.txt': 'one\n' });
    bench.run('docker build -t a .');
    const at = { build: 1, stage: 0, step: 3 };
    const point = await answers['build.at'](bench.moment, at);
    expect(point.changes).toEqual([{ kind: 'A', path: '/out', entryKind: 'file', size: 4 }]);
    expect(point).toMatchObject({ workdir: '/src', user: '' });
    expect(await answers['build.file'](bench.moment, { ...at, path: '/out' })).toEqual({ size: 4, cut: false, text: 'one\n' });
    const root = await answers['build.dir'](bench.moment, { ...at, path: '/' });
    expect(root.find(({ name }) => name === 'out')).toMatchObject({ kind: 'file', size: 4, mode: 'rw-r--r--', change: 'A' });
    const last = await answers['build.at'](bench.moment, { build: 1, stage: 2, step: 3 });
    expect(last.config.filter(({ changed }) => changed)).toEqual([{ name: 'Cmd', value: '["cat","/app/out"]', changed: true }]);
    const env = await answers['build.at'](bench.moment, { build: 1, stage: 2, step: 1 });
    expect(env.env).toContainEqual({ text: 'MODE=plain', changed: true });
    await expect(async () => answers['build.at'](bench.moment, { build: 1, stage: 1, step: 1 })).rejects.toThrow('did not come to');
  });

  test('BPX-8 a line tried at a point runs as a RUN there would, and changes nothing', async () => {
    const bench = new Bench().files({ Dockerfile: TWO_STAGES, 'a.txt': 'one\n' });
    bench.run('docker build -t a .');
    const before = bench.session.simulation.world();
    const at = { build: 1, stage: 0, step: 2 };
    expect(await answers['build.run'](bench.moment, { ...at, line: 'pwd; cat a.txt; echo x > y' })).toEqual({
      output: '/src\none\n',
      exit: 0,
      cut: false,
      changes: [{ kind: 'A', path: '/src/y', entryKind: 'file', size: 2 }],
    });
    expect(await answers['build.run'](bench.moment, { ...at, line: 'echo no; exit 7' })).toMatchObject({
      output: 'no\n',
      exit: 7,
      changes: [],
    });
    expect(bench.session.simulation.world()).toEqual(before);
  });

  test('BPX-9 a rehearsal builds in a copy: it tells what would be cached, and leaves everything as it was', async () => {
    const bench = new Bench().files({ Dockerfile: TWO_STAGES, 'a.txt': 'one\n' });
    bench.run('docker build -t a .');
    bench.run('echo two > a.txt');
    const before = bench.session.simulation.world();
    const rehearsed = await answers['build.rehearse'](bench.moment, { line: 'docker build -t a .', cwd: '/root/app' });
    expect(rehearsed.number).toBeLessThan(0);
    expect(states(rehearsed)[0]).toEqual(['FROM base', 'WORKDIR cached', 'COPY ran files', 'RUN ran parent-changed']);
    expect(bench.session.simulation.world()).toEqual(before);
    expect(await answers['build.file'](bench.moment, { build: rehearsed.number, stage: 0, step: 3, path: '/out' })).toMatchObject({
      text: 'two\n',
    });
    bench.run('docker build -t a .');
    expect(states(bench.last)).toEqual(states(rehearsed));
  });

  test('BPX-10 a Dockerfile can be read without being built', async () => {
    const bench = new Bench().files({ Dockerfile: TWO_STAGES });
    const plan = await answers['build.plan'](bench.moment, { path: '/root/app/Dockerfile', cwd: '/root/app' });
    expect(plan).toMatchObject({ number: 0, command: 'docker build .', cwd: '/root/app' });
    expect(
      states(plan)
        .flat()
        .every((state) => state.endsWith('waiting')),
    ).toBe(true);
    await expect(async () => answers['build.plan'](bench.moment, { path: '/root/app/none', cwd: '/root/app' })).rejects.toThrow(
      'no /root/app/none',
    );
  });
});
