import { describe, expect, it } from 'vitest';
import { pictures } from '../../course/check/prose.ts';
import type { Lesson } from '../../course/index.ts';
import { kinds } from '../picture/contract.ts';
import { runLine } from '../session/start.ts';
import { labStart } from './lab-start.ts';
import { machineOf } from './play.ts';
import { viewAfter } from './scenes.ts';

const line = (run: string, more: object = {}) => ({ run, exit: 0, hidden: false, ...more });
const lesson = {
  id: 'labs',
  folder: 'chapters/labs',
  start: { cwd: '/root/app', seed: 1, profile: 'graphdriver', machines: ['strata'], files: { f: 'one\n' }, bytes: {}, run: ['cp f g'] },
  scenes: [
    {
      id: 'a',
      files: { f: "it's two\n" },
      run: [line('docker tag busybox a:1', { hidden: true }), line('docker rmi nothing', { exit: 1 })],
    },
    { id: 'b', after: 'a', files: { 'sub/h': 'no end' }, run: [line('docker tag a:1 b:1')] },
  ],
} as unknown as Lesson;

describe('the start of a small lab', () => {
  it('LES-154 it begins as a scene and those before it ended, files and lines that fail included', async () => {
    const start = labStart(lesson, 'b');
    const session = await machineOf(start);
    expect((await runLine(session, 'cat f g sub/h')).output).toBe("it's two\none\nno end");
    const tags = (view: Awaited<ReturnType<typeof viewAfter>>) =>
      view.machines.flatMap(({ images }) => images.map((one) => [...one.tags].sort()));
    expect(tags(session.view())).toEqual(tags(await viewAfter(lesson, 'b')));
    expect(labStart(lesson, 'b')).toBe(start);
  });

  it('LES-154 without a scene it is the lesson’s; a scene that is not there is told', () => {
    expect(labStart(lesson)).toBe(lesson.start);
    expect(() => labStart(lesson, 'c')).toThrow('chapters/labs/lesson.yaml: scenes: expected one with the id c, found a, b');
  });

  it('LES-154 what authors may name are the pictures of the lab', () => {
    expect(pictures).toEqual(kinds);
  });
});
