// A lesson as somebody follows it: every line of the page, from its top to its end, on the one machine of its lab.
import { type Lesson, tagsOf } from '../course/index.ts';
import { whereOf } from '../ui/lesson/output.ts';
import { machineOf } from '../ui/lesson/play.ts';
import { runLine, writeFiles } from '../ui/session/start.ts';

interface Group {
  /** Where the tag stands in the page. */
  readonly line: number;
  /** The id of the scene; of what `Try` offers none. */
  readonly scene?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly run: string; readonly exit: number }[];
}

/**
 * What the page offers, in its order. Scenes of another Docker or of other machines are not followed, and what is hidden cannot be:
 * of that only time passes by itself.
 */
function groupsOf(lesson: Lesson, page: string): readonly Group[] {
  return tagsOf(page).flatMap(({ name, attributes, line }): readonly Group[] => {
    if (name === 'Try') return [{ line, files: {}, lines: [{ run: attributes.line ?? '', exit: 0 }] }];
    const scene = name === 'Run' || name === 'Myth' ? lesson.scenes.find(({ id }) => id === attributes.scene) : undefined;
    if (!scene || whereOf(lesson, scene)) return [];
    const lines = scene.run.filter(({ hidden, run }) => !hidden || run.startsWith('sleep '));
    return [{ line, scene: scene.id, files: scene.files, lines }];
  });
}

/** The first line that ends otherwise than the page says, for somebody who has run all lines above it. A line that is offered and then shown is run once. */
export async function followProblem(lesson: Lesson, page: string): Promise<string | undefined> {
  const session = await machineOf(lesson.start);
  let beside: ReadonlySet<string> = new Set();
  let previous: Group | undefined;
  for (const group of groupsOf(lesson, page)) {
    const lines = group.lines.map(({ run }) => run);
    // Offered lines stand one by one; together they are beside the scene that shows them.
    const both = previous !== undefined && (previous.scene === undefined || group.scene === undefined);
    const done = both ? beside : new Set<string>();
    beside = new Set(previous?.scene === undefined && group.scene === undefined ? [...beside, ...lines] : lines);
    previous = group;
    writeFiles(session, lesson.start.cwd, group.files);
    for (const { run, exit: wanted } of group.lines) {
      if (done.has(run)) continue;
      const { output, exit } = await runLine(session, run);
      if (exit === wanted) continue;
      const where = group.scene === undefined ? '<Try>' : `scene ${group.scene}`;
      return `line ${group.line}: followed from the top, ${where}: expected \`${run}\` to end with exit code ${wanted} after all lines above it, found ${exit}\n${output}`;
    }
  }
  return undefined;
}
