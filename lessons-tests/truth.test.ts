import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagsOf } from '../src/course/index.ts';
import { machineOf } from '../src/proof/index.ts';
import { instruction } from '../src/ui/picture/instruction.ts';
import { runLine } from '../src/ui/session/start.ts';
import { lessons, loadWhole } from './play.ts';

const course = loadWhole();

describe('what a lesson claims is what the engine does', () => {
  it('LES-65 layer-stack: the prediction "layer or config" is the built image’s history', async () => {
    const lesson = course.lessons.find((one) => one.id === 'layer-stack');
    const predict = lesson?.predict.find((one) => one.id === 'which-add-a-layer');
    if (!lesson || !predict) throw new Error('expected the lesson layer-stack with its prediction');
    const session = await machineOf(lesson.start);
    const { exit, output } = await runLine(session, 'docker build -t hello:1 .');
    expect(exit, output).toBe(0);
    const rows = session.view().machines[0]?.images.find((image) => image.tags.includes('hello:1'))?.rows ?? [];
    const own = rows.slice(-predict.rows.length);
    expect(own.map((row) => (row.empty ? 'config' : 'layer'))).toEqual(predict.rows.map((row) => row.truth));
    expect(own.map((row) => instruction(row.createdBy).split(' ')[0])).toEqual(predict.rows.map((row) => row.show?.split(' ')[0]));
  });

  it('LES-66 the first command that stands ready in every lab succeeds', async () => {
    for (const lab of [...course.labs.values(), ...course.lessons]) {
      if (lab.ready === undefined) continue;
      const session = await machineOf(lab.start);
      const { exit, output } = await runLine(session, lab.ready);
      expect(exit, `${lab.id}: ${lab.ready}\n${output}`).toBe(0);
    }
  });

  it.each(lessons)('LES-71 %s: every command offered in the text succeeds, in their order', async (_, lesson) => {
    const prose = readFileSync(new URL(`../content/${lesson.folder}/en.mdx`, import.meta.url), 'utf8');
    const lines = tagsOf(prose).flatMap(({ name, attributes }) => (name === 'Try' ? (attributes.line ?? []) : []));
    const session = await machineOf(lesson.start);
    for (const line of lines) {
      const { exit, output } = await runLine(session, line);
      expect(exit, `${line}\n${output}`).toBe(0);
    }
  });

  it('LES-71 the commands offered on the front page succeed', async () => {
    const lab = course.labs.get('front');
    if (!lab) throw new Error('expected content/labs/front.yaml');
    const session = await machineOf(lab.start);
    for (const line of lab.tries) {
      const { exit, output } = await runLine(session, line);
      expect(exit, `${line}\n${output}`).toBe(0);
    }
  });
});
