import '../../machine/preload.ts';
import { expect, test } from 'vitest';
import { runLines } from '../../machine/run-lines.ts';
import { Session } from '../../machine/session.ts';
import { newWorld } from '../../machine/simulation.ts';

/** Builds a Dockerfile beside the files that `before` makes; gives what was printed. */
async function build(dockerfile: string, { before = ':', flags = '--progress plain', classic = false } = {}): Promise<string> {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600 }), { columns: 200, rows: 50 });
  const lines = [
    `mkdir w; cd w; ${before}`,
    `printf '${dockerfile}' > Dockerfile`,
    `DOCKER_BUILDKIT=${classic ? 0 : 1} docker build ${flags} .`,
  ];
  return (await runLines(session, ...lines)).output.replaceAll('\r', '');
}

test('BLD-27a a Dockerfile of ARGs alone has nothing to build', async () => {
  expect(await build('ARG A\\n')).toMatch(
    /#1 DONE \d\.\ds\nERROR: failed to build: failed to solve: dockerfile contains no stages to build\n$/,
  );
  expect(await build('ARG A\\n', { classic: true, flags: '' })).toMatch(/Step 1\/1 : ARG A\nunexpected EOF\n$/);
});

test('BLD-27b the classic builder names the file that it cannot parse', async () => {
  const output = await build('', { before: "printf 'FROM busybox\\nENV A\\n' > D2", classic: true, flags: '-f D2' });
  expect(output).toContain('Error response from daemon: failed to parse D2: ENV must have two arguments\n');
});

test('BLD-27c a failed build ends with its step, the warnings, an excerpt for each place, and the error', async () => {
  const failed = await build('FROM busybox as x\\nRUN exit 3\\n');
  expect(failed).toMatch(/------\n > \[2\/2\] RUN exit 3:\n------\n\n.*1 warning found .*\n.* - FromAsCasing: .*\nDockerfile:2\n/);
  const twice = await build('FROM --platform=foo/bar/baz/q busybox\\n');
  expect(twice.match(/^Dockerfile:1$/gm)).toHaveLength(2);
  expect(twice).not.toContain('load metadata');
});

test('BLD-27d a COPY pattern that cannot be read is refused when the context is asked for', async () => {
  expect(await build('FROM busybox\\nCOPY [q /x\\n', { before: 'touch q' })).toContain(
    ' > [internal] load build context:\n------\nERROR: failed to build: failed to solve: rpc error: code = Unknown desc = invalid includepatterns: [[q]: syntax error in pattern\n',
  );
});

test('BLD-27e the checks know a base that is here only when it serves the platform', async () => {
  const output = await build('FROM --platform=linux/arm64 busybox\\n');
  expect(output).toContain('1 warning found');
  expect(output).not.toContain('InvalidBaseImagePlatform');
});

test.each([
  [': > f', '22B'],
  ['printf 1234567890 > f', '38B'],
  ['ln -s abc l', '29B'],
  ['printf 1234567890 > f; printf 1234567890 > g', '78B'],
  ['mkdir d; printf 1234567890 > d/f', '65B'],
  ['echo 1 > f; ln f g', '53B'],
  ['mkdir d', '23B'],
  ['head -c 128 /dev/zero > f', '158B'],
])('BLD-27f what is sent of a context counts its packets: %s', async (before, size) => {
  const output = await build('', {
    before: `mkdir c; cd c; ${before}; cd ..; printf 'FROM scratch\\nCOPY . /\\n' > D`,
    flags: '--progress plain -f D c; :',
  });
  expect(output).toContain(`transferring context: ${size} done`);
});
