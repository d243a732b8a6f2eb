// Where a `<Lab>` begins: at the lesson's start, or with everything that a scene and those before it did.
import { type Lesson, type Scene, type StartData, withStart } from '../../course/index.ts';

/** Values of one lesson are made once: what is drawn of a start is kept by it. */
const known = new WeakMap<Lesson, Map<string, StartData>>();

export function labStart(lesson: Lesson, id?: string): StartData {
  if (id === undefined) return lesson.start;
  const starts = known.get(lesson) ?? new Map<string, StartData>();
  known.set(lesson, starts);
  const start = starts.get(id) ?? startAfter(lesson, id);
  starts.set(id, start);
  return start;
}

function startAfter(lesson: Lesson, id: string): StartData {
  const scene = lesson.scenes.find((one) => one.id === id);
  if (!scene)
    throw new Error(
      `${lesson.folder}/lesson.yaml: scenes: expected one with the id ${id}, found ${lesson.scenes.map((one) => one.id).join(', ') || 'none'}`,
    );
  const begun = scene.after === undefined ? withStart(lesson.start, scene.start) : startAfter(lesson, scene.after);
  return {
    ...begun,
    run: [...begun.run, ...Object.entries(scene.files).map(([path, text]) => writing(at(begun.cwd, path), text)), ...linesOf(scene)],
  };
}

/** A line that fails on purpose must not stop the start. */
const linesOf = ({ run }: Scene): readonly string[] => run.map(({ run: line, exit }) => (exit === 0 ? line : `{ ${line}\n} || true`));

/** A file that a scene writes comes after what the lines before it did. */
const writing = (path: string, text: string): string =>
  `mkdir -p ${quoted(path.replace(/\/[^/]*$/, '') || '/')} && printf %s ${quoted(text)} > ${quoted(path)}`;
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const at = (cwd: string, path: string): string => (path.startsWith('/') ? path : `${cwd}/${path}`);
