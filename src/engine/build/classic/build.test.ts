import { expect, test } from 'vitest';
import { BuildBench, filesTree } from '../../testing/build.ts';

const masked = (text: string): string => text.replace(/[0-9a-f]{12}/g, 'ID');

test('BLD-10 the classic builder prints each step and the container it runs in', () => {
  const { text } = new BuildBench().classic('FROM busybox\nRUN echo hi\nCOPY f /f\n', filesTree({ f: 'f' }));
  expect(masked(text)).toBe(
    [
      'Step 1/3 : FROM busybox',
      ' ---> ID',
      'Step 2/3 : RUN echo hi',
      ' ---> Running in ID',
      'hi',
      ' ---> Removed intermediate container ID',
      ' ---> ID',
      'Step 3/3 : COPY f /f',
      ' ---> ID',
      'Successfully built ID',
      '',
    ].join('\n'),
  );
});

test('BLD-11 every step makes an image whose parent is the step before', () => {
  const bench = new BuildBench();
  const { image } = bench.classic('FROM busybox\nENV A=1\nRUN true\n');
  const top = bench.image(image!);
  expect(top.config.history?.slice(1).map((row) => row.created_by)).toEqual(['/bin/sh -c #(nop)  ENV A=1', '/bin/sh -c true']);
  expect(bench.image(top.parent!).config.config?.Env).toContain('A=1');
  expect(top.config.rootfs.diff_ids).toHaveLength(1);
});

test('CACHE-10 a step is taken from the cache when its parent, its configuration and its files are the same', () => {
  const bench = new BuildBench();
  const dockerfile = 'FROM busybox\nCOPY f /f\nRUN cat /f\n';
  const first = bench.classic(dockerfile, filesTree({ f: '1' }));
  const again = bench.classic(dockerfile, filesTree({ f: '1', g: '' }));
  expect(again.image).toBe(first.image);
  expect(again.text.match(/Using cache/g)).toHaveLength(2);
  expect(bench.classic(dockerfile, filesTree({ f: '2' })).text).not.toContain('Using cache');
});

test('CACHE-11 the checksum of a copied file is its tarsum', () => {
  const bench = new BuildBench();
  const { image } = bench.classic('FROM busybox\nCOPY f /f\n', filesTree({ f: 'f\n' }));
  expect(bench.image(image!).config.history?.at(-1)?.created_by).toBe(
    '/bin/sh -c #(nop) COPY file:cf3ad9b798754bdfe1139c67c9e2f9a1f57fe8d8f6f0c6b9288db6e7c65cd8f6 in /f ',
  );
});

test('RUN-10 a failing command leaves its container and the images before it', () => {
  const bench = new BuildBench();
  const { error } = bench.classic('FROM busybox\nRUN echo one > /one\nRUN exit 3\n');
  expect([error?.message, error?.exitCode]).toEqual(["The command '/bin/sh -c exit 3' returned a non-zero code: 3", 3]);
  expect(bench.daemon.state.containers.size).toBe(1);
  expect(bench.daemon.state.images.images.size).toBe(2);
});

test('CPY-10 a missing source names the path as it was asked for', () => {
  expect(new BuildBench().classic('FROM busybox\nCOPY ./nope /x\n').error?.message).toBe(
    'COPY failed: file not found in build context or excluded by .dockerignore: stat nope: file does not exist',
  );
});

test('CACHE-13 a miss of the classic builder says why, too', () => {
  const bench = new BuildBench();
  const reasons = (): string[] => bench.classicEvents.flatMap((event) => ('because' in event ? [event.because.kind] : []));
  bench.classic('FROM busybox\nCOPY f /f\nRUN cat /f\n', filesTree({ f: '1' }));
  expect(reasons()).toEqual(['first-build', 'parent-changed']);
  bench.classic('FROM busybox\nCOPY f /f\nRUN cat /f\n', filesTree({ f: '2' }));
  expect(reasons()).toEqual(['files', 'parent-changed']);
  bench.classic('FROM busybox\nCOPY f /f\nRUN cat /g\n', filesTree({ f: '2' }));
  expect(reasons()).toEqual(['instruction-changed']);
});
