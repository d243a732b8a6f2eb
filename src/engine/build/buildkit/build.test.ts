import { expect, test } from 'vitest';
import { BuildBench, filesTree } from '../../testing/build.ts';

const done = (outcome: ReturnType<BuildBench['buildkit']>): NonNullable<Extract<typeof outcome, { ok: true }>['image']> => {
  if (!outcome.ok || outcome.image === undefined) throw new Error(outcome.ok ? 'no image' : outcome.failure.message);
  return outcome.image;
};

test('BLD-1 a build gives one image without parent; every RUN, COPY and WORKDIR makes a layer', () => {
  const bench = new BuildBench();
  const id = done(bench.buildkit('FROM busybox\nENV A=1\nRUN true\nCOPY f /f\nWORKDIR /tmp\nCMD ["x"]\n', filesTree({ f: 'f\n' })));
  const { config, parent } = bench.image(id);
  expect(parent).toBeUndefined();
  expect(config.rootfs.diff_ids).toHaveLength(4);
  expect(config.history?.slice(1).map(({ created_by, empty_layer }) => `${created_by}${empty_layer ? ' (empty)' : ''}`)).toEqual([
    'ENV A=1 (empty)',
    'RUN /bin/sh -c true # buildkit',
    'COPY f /f # buildkit',
    'WORKDIR /tmp',
    'CMD ["x"] (empty)',
  ]);
  expect(bench.daemon.state.images.images.size).toBe(2);
});

test('BLD-2 stages that the target does not need are not built', () => {
  const bench = new BuildBench();
  expect(bench.buildkit('FROM busybox AS bad\nRUN false\nFROM nosuch AS worse\nFROM busybox\nRUN true\n').ok).toBe(true);
  expect(bench.buildkit('FROM busybox AS bad\nRUN false\nFROM busybox\nCOPY --from=bad /x /x\n').ok).toBe(false);
});

test('CACHE-1 equal inputs give the same image id, whatever the times of the files', () => {
  const bench = new BuildBench();
  const dockerfile = 'FROM busybox\nCOPY f /f\nRUN cat /proc/sys/kernel/random/uuid > /u\n';
  const first = done(bench.buildkit(dockerfile, filesTree({ f: '1' })));
  const again = done(bench.buildkit(dockerfile, filesTree({ f: '1', other: 'x' })));
  expect(again).toBe(first);
  expect(bench.cached()).toEqual(['[2/3] COPY f /f', '[3/3] RUN cat /proc/sys/kernel/random/uuid > /u']);
  expect(done(bench.buildkit(dockerfile, filesTree({ f: '2' })))).not.toBe(first);
  expect(done(bench.buildkit(dockerfile, filesTree({ f: '1' })))).toBe(first);
});

test('CACHE-2 a failed build keeps the steps it finished', () => {
  const bench = new BuildBench();
  expect(bench.buildkit('FROM busybox\nRUN echo a > /a\nRUN false\n').ok).toBe(false);
  done(bench.buildkit('FROM busybox\nRUN echo a > /a\nRUN true\n'));
  expect(bench.cached()).toContain('[2/3] RUN echo a > /a');
});

test('CACHE-3 a miss says why: nothing known, files changed, the instruction changed, the variables changed, an earlier step changed', () => {
  const bench = new BuildBench();
  const reasons = (): unknown[] => bench.events.flatMap((event) => (event.type === 'started' && event.because ? [event.because] : []));
  const dockerfile = 'FROM busybox\nARG V=1\nCOPY d /d\nRUN cat /d/a\n';
  bench.buildkit(dockerfile, filesTree({ 'd/a': '1', 'd/b': '1' }));
  expect(reasons()).toEqual([{ kind: 'first-build' }, { kind: 'first-build' }]);
  bench.buildkit(dockerfile, filesTree({ 'd/a': '1', 'd/b': '2' }));
  expect(reasons()).toEqual([{ kind: 'files', changed: ['d/b'] }, { kind: 'parent-changed' }]);
  bench.buildkit(dockerfile, filesTree({ 'd/a': '1', 'd/b': '2' }), { args: { V: '2' } });
  expect(reasons()).toEqual([{ kind: 'environment', names: ['V'] }]);
  bench.buildkit(dockerfile.replace('cat', 'ls'), filesTree({ 'd/a': '1', 'd/b': '2' }));
  expect(reasons()).toEqual([{ kind: 'instruction-changed', before: 'RUN cat /d/a', now: 'RUN ls /d/a' }]);
});

test('RUN-1 a failing command names itself, its exit code and its line, with what it wrote', () => {
  const bench = new BuildBench();
  const outcome = bench.buildkit('FROM busybox\nRUN echo before; exit 3\n');
  expect(outcome).toMatchObject({
    ok: false,
    failure: {
      message: 'process "/bin/sh -c echo before; exit 3" did not complete successfully: exit code: 3',
      lines: [{ start: 2, end: 2 }],
      step: { name: '[2/2] RUN echo before; exit 3' },
    },
  });
  expect(outcome.ok ? [] : outcome.failure.step?.logs.map((line) => line.split(' ')[1])).toEqual(['before']);
});

test('RUN-2 mounts leave nothing in the image; a cache mount outlives its step', () => {
  const bench = new BuildBench();
  const id = done(
    bench.buildkit(
      'FROM busybox\nRUN --mount=type=cache,target=/c echo one > /c/x\nRUN --mount=type=cache,target=/c cat /c/x > /r\nRUN --mount=type=secret,id=s cat /run/secrets/s > /s; ls /c /run 2>&1 | sort > /left; true\n',
      undefined,
      { secrets: { s: 'hidden' } },
    ),
  );
  expect(bench.read(id, '/r')).toBe('one\n');
  expect(bench.read(id, '/s')).toBe('hidden');
  expect(bench.read(id, '/left')).not.toContain('secrets\n/');
});

test('RUN-2 beside a mount the only stage is numbered in the names of its steps', () => {
  const bench = new BuildBench();
  const dockerfile = 'FROM busybox\nRUN --mount=type=cache,target=/c true\nRUN true\n';
  done(bench.buildkit(dockerfile));
  done(bench.buildkit(dockerfile));
  expect(bench.cached()).toEqual(['[stage-0 2/3] RUN --mount=type=cache,target=/c true', '[stage-0 3/3] RUN true']);
});

test('CPY-1 a missing source is found before the step runs', () => {
  const outcome = new BuildBench().buildkit('FROM busybox\nCOPY nope /x\n');
  expect(outcome.ok ? '' : outcome.failure.message).toMatch(
    /^failed to compute cache key: failed to calculate checksum of ref \S+: "\/nope": not found$/,
  );
});

test('CPY-2 a directory gives its contents, a file its name; missing parents are made', () => {
  const bench = new BuildBench();
  const id = done(bench.buildkit('FROM busybox\nCOPY d /x/y\nCOPY d/a /z/\nCOPY d/a /w\n', filesTree({ 'd/a': 'A', 'd/s/b': 'B' })));
  expect([bench.read(id, '/x/y/a'), bench.read(id, '/x/y/s/b'), bench.read(id, '/z/a'), bench.read(id, '/w')]).toEqual([
    'A',
    'B',
    'A',
    'A',
  ]);
});

test('BLD-25 SOURCE_DATE_EPOCH is the time of the image and of every row of its own history: built twice, one ID', () => {
  const bench = new BuildBench();
  const build = (epoch: string) =>
    bench.buildkit('FROM busybox\nENV A=1\nCOPY f /f\n', filesTree({ f: '1' }), { args: { SOURCE_DATE_EPOCH: epoch }, noCache: true });
  const first = done(build('1000000000'));
  expect(done(build('1000000000'))).toBe(first);
  expect(done(build('1000000001'))).not.toBe(first);
  const { config } = bench.image(first);
  expect(config.created).toBe('2001-09-09T01:46:40Z');
  expect(config.history?.slice(1).map(({ created }) => created)).toEqual(['2001-09-09T01:46:40Z', '2001-09-09T01:46:40Z']);
  const outcome = build('soon');
  expect(outcome.ok ? '' : outcome.failure.message).toBe(
    'invalid SOURCE_DATE_EPOCH: soon: strconv.ParseInt: parsing "soon": invalid syntax',
  );
});
