// How an output stands in a narrow column: prose breaks, a table keeps its columns. And where a scene was played, if not on the lab's machine.
import { type Lesson, type Scene, withStart } from '../../course/index.ts';

/** A column: two or more blanks before it in a line, one or more in the line above or below. */
function isTable(lines: readonly string[]): boolean {
  const after = (line: string, blanks: number) =>
    [...line.matchAll(new RegExp(`\\S {${blanks},}(?=\\S)`, 'g'))].map(({ index, 0: gap }) => index + gap.length);
  return lines.some((line, row) =>
    after(line, 2).some((column) =>
      [lines[row - 1], lines[row + 1]].some((other) => other !== undefined && after(other, 1).includes(column)),
    ),
  );
}

/** Whether an output may break where the column ends. A table may not: it is moved sideways. */
export function breaks(output: string): boolean {
  if (!output.includes('\n') || /^(?:docker: )?Error/.test(output)) return true;
  return !isTable(output.split('\n'));
}

export interface Where {
  readonly profile: Lesson['start']['profile'];
  /** The lab offers this Docker too. */
  readonly offered: boolean;
  /** The machine, where the scene's are others than the lab's. */
  readonly machine?: string;
}

/** Where a scene was played; undefined where it is what the lab begins with. */
export function whereOf(lesson: Lesson, scene: Scene): Where | undefined {
  let first = scene;
  for (let before: Scene | undefined = scene; before; before = lesson.scenes.find(({ id }) => id === first.after)) first = before;
  const start = withStart(lesson.start, first.start);
  const machine = start.machines.join() === lesson.start.machines.join() ? undefined : start.machines[0];
  if (start.profile === lesson.start.profile && machine === undefined) return undefined;
  return {
    profile: start.profile,
    offered: start.profile === lesson.start.profile || lesson.profiles.includes(start.profile),
    ...(machine === undefined ? {} : { machine }),
  };
}
