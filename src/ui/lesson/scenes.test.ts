import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../course/index.ts';
import { playScene, viewAfter } from './scenes.ts';
import { valueIn } from './value.ts';

/** A lesson with these scenes and nothing else; its id keeps what was played apart. */
const lesson = (id: string, scenes: readonly object[]): Lesson =>
  ({
    id,
    folder: `chapters/${id}`,
    start: { cwd: '/root/app', seed: 1, profile: 'graphdriver', machines: ['strata'], files: { f: 'one\n' }, bytes: {}, run: [] },
    scenes: scenes.map((scene) => ({ files: {}, ...scene })),
  }) as unknown as Lesson;
const line = (run: string, more: object = {}) => ({ run, exit: 0, hidden: false, ...more });
const build = line("printf 'FROM busybox\\nRUN date > /built\\n' | docker build -q -t a:1 -");

describe('scenes', () => {
  it('LES-132 a scene prints the same however fast the computer is', async () => {
    const slowly = lesson('slow', [{ id: 's', run: [build, line('docker run --rm a:1 cat /built'), line('sleep 3; date')] }]);
    const first = await playScene(slowly, 's');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const again = await playScene({ ...slowly }, 's');
    expect(again).toEqual(first);
    // A second before each line, and three that are slept.
    expect(first.map(({ output }) => output).slice(1)).toEqual(['Thu Jan  1 00:00:01 UTC 2026\n', 'Thu Jan  1 00:00:06 UTC 2026\n']);
  });

  it('LES-132 a scene goes on after another, and lines that are not shown have run', async () => {
    const two = lesson('two', [
      { id: 'a', run: [line('docker tag busybox a:1', { hidden: true }), line('docker rmi nothing', { exit: 1 })] },
      { id: 'b', after: 'a', files: { g: 'two\n' }, run: [line('docker images -q a:1 | wc -l'), line('cat f g')] },
    ]);
    expect((await playScene(two, 'b')).map(({ output }) => output)).toEqual(['1\n', 'one\ntwo\n']);
    expect((await playScene(two, 'a')).map(({ hidden }) => hidden)).toEqual([true, false]);
    expect((await viewAfter(two, 'b')).machines[0]?.images[0]?.tags).toEqual(['a:1', 'busybox:latest']);
  });

  it('LES-68 a scene that is not there, and a line that ends otherwise, are told with the file', async () => {
    const one = lesson('wrong', [{ id: 'a', run: [line('false')] }]);
    await expect(playScene(one, 'b')).rejects.toThrow('chapters/wrong/lesson.yaml: scenes: expected one with the id b, found a');
    await expect(playScene(one, 'a')).rejects.toThrow('chapters/wrong/lesson.yaml: scene a: `false` ended with exit code 1, not 0');
  });

  it('LES-68 a value is group 1 of the pattern, or all of it, in the first output that has it', () => {
    const turns = [
      { line: 'a', output: 'x\nSize: 12 kB\n', hidden: false },
      { line: 'b', output: 'Size: 13 kB\n', hidden: true },
    ];
    expect([valueIn(turns, '^Size: (\\S+)'), valueIn(turns, '1\\d kB$'), valueIn(turns, 'none')]).toEqual(['12', '12 kB', undefined]);
  });
});
