import { describe, expect, it } from 'vitest';
import { loadCourse } from '../course/index.ts';
import { followProblem } from './follow.ts';

const { lessons } = loadCourse(new URL('../../content', import.meta.url).pathname);
const lesson = lessons.find(({ id }) => id === 'image-names')!;

describe('a lesson followed from the top', () => {
  it('LES-163 what a line above takes away is missed below, and the line is named', async () => {
    expect(await followProblem(lesson, '<Run scene="pointer" />')).toBeUndefined();
    const problem = await followProblem(lesson, '<Try line="docker image rm demo:1" />\n\n<Run scene="pointer" />');
    expect(problem).toMatch(
      /^line 3: followed from the top, scene pointer: expected `.*` to end with exit code 0 after all lines above it, found 1\n/,
    );
  });

  it('LES-163 a line that is offered and then shown is run once', async () => {
    const once = '<Try line="mkdir made" />';
    const shown = { ...lesson, scenes: [{ id: 'made', files: {}, run: [{ run: 'mkdir made', exit: 0, hidden: false }] }] };
    expect(await followProblem(shown, `${once}\n\n<Run scene="made" />`)).toBeUndefined();
    expect(await followProblem(shown, '<Run scene="made" />\n\n<Run scene="made" />')).toContain('scene made: expected `mkdir made`');
  });

  it('LES-163 what is hidden is not run, unless time only passes', async () => {
    const run = (line: string) => [
      { run: line, exit: 0, hidden: true },
      { run: 'test -e made', exit: 0, hidden: false },
    ];
    const of = (line: string) => ({ ...lesson, scenes: [{ id: 'made', files: {}, run: run(line) }] });
    expect(await followProblem(of('touch made'), '<Run scene="made" />')).toContain('`test -e made`');
    expect(await followProblem(of('sleep 1; touch made'), '<Run scene="made" />')).toBeUndefined();
  });
});
