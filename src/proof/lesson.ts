// Everything of a lesson that the engine can tell: scenes, offered lines, exercises, keys of questions.
import { type Lesson, type Path, type Problem, tagsOf } from '../course/index.ts';
import { machineOf } from '../ui/lesson/play.ts';
import { playScene, type SceneTurn } from '../ui/lesson/scenes.ts';
import { valueIn } from '../ui/lesson/value.ts';
import { runLine } from '../ui/session/start.ts';
import { missProblem, nearMissesOf, SEEDS, setProblems, startPasses, wayProblem, waysOf } from './exercise.ts';
import { followProblem } from './follow.ts';
import { type MutantReport, mutantReport } from './mutants.ts';
import { keyProblem } from './quiz.ts';

export interface ProofOptions {
  /** Called with what each scene prints. */
  readonly scene?: (id: string, turns: readonly SceneTurn[]) => void;
  /** Mutants that may pass, as `exercise: mutant`, since somebody has judged that they are right. */
  readonly judged?: ReadonlySet<string>;
}

export async function provenProblems(lesson: Lesson, en: string, options: ProofOptions = {}): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const note = (file: string, text: string | undefined, at?: Path) => {
    if (text !== undefined) problems.push({ file: `${lesson.folder}/${file}`, text, ...(at ? { at } : {}) });
  };
  /** What throws is a problem of the file too. */
  const attempt = async (file: string, label: string, work: () => Promise<string | undefined>, at?: Path) => {
    try {
      note(file, await work(), at);
    } catch (error) {
      // Some name the file and the place themselves.
      const text = (error instanceof Error ? error.message : String(error)).replace(`${lesson.folder}/${file}: `, '');
      note(file, text.startsWith(label) ? text : `${label}: ${text}`, at);
    }
  };
  for (const { id } of lesson.scenes)
    await attempt(
      'lesson.yaml',
      `scene ${id}`,
      async () => {
        const turns = await playScene(lesson, id);
        options.scene?.(id, turns);
        return turns.some(({ hidden }) => !hidden) ? undefined : `scene ${id}: expected a line that is not hidden`;
      },
      ['scenes', id],
    );
  for (const tag of tagsOf(en).filter(({ name }) => name === 'Value'))
    await attempt('en.mdx', `line ${tag.line}`, async () => {
      const { scene = '', match = '' } = tag.attributes;
      if (!lesson.scenes.some(({ id }) => id === scene)) return undefined;
      const value = valueIn(await playScene(lesson, scene), match);
      return value === undefined
        ? `line ${tag.line}: <Value match="${match}">: expected the output of the scene ${scene} to match`
        : undefined;
    });
  await attempt('lesson.yaml', 'ready', () => readyProblem(lesson), ['ready']);
  await attempt('en.mdx', 'Try', () => tryProblem(lesson, en));
  await attempt('en.mdx', 'followed', () => followProblem(lesson, en));
  for (const exercise of lesson.exercises) {
    const { id } = exercise;
    for (const { text, at, file } of setProblems(lesson, exercise))
      note(
        file ?? 'exercise.yaml',
        file === undefined ? `${id}: ${text}` : text,
        file === undefined ? ['exercises', id, ...(at ?? [])] : at,
      );
    if (exercise.goals.length === 0) continue;
    const named = (label: string, below: Path, work: () => Promise<string | undefined>) =>
      attempt(
        'exercise.yaml',
        `${id}: ${label}`,
        async () => {
          const text = await work();
          return text === undefined ? undefined : `${id}: ${text}`;
        },
        ['exercises', id, ...below],
      );
    const tried = (file: string, work: () => Promise<string | undefined>) => attempt(file, 'run', work, ['expect']);
    await named('start', ['goals'], async () =>
      (await startPasses(lesson, exercise)) ? 'the untouched start passes: expected a goal that it does not meet' : undefined,
    );
    const seeds = Object.keys(exercise.vary).length > 0 ? SEEDS : [0];
    for (const way of waysOf(lesson, exercise)) {
      const work = async () => {
        for (const seed of seeds) {
          const problem = await wayProblem(lesson, exercise, way, seed);
          if (problem !== undefined) return problem;
        }
        return undefined;
      };
      await (way.file === undefined ? named(way.name, ['solutions', way.number], work) : tried(way.file, work));
    }
    for (const miss of nearMissesOf(lesson, exercise)) await tried(`attempts/${miss.name}.yaml`, () => missProblem(lesson, exercise, miss));
    await named('mutants', ['goals'], async () => mutantProblem(await mutantReport(lesson, exercise), id, options.judged));
  }
  for (const item of lesson.quiz.items)
    await attempt(
      'quiz.yaml',
      item.id,
      async () => {
        const problem = await keyProblem(lesson, item);
        return problem === undefined ? undefined : `${item.id}: ${problem}`;
      },
      ['items', item.id],
    );
  return problems;
}

/** What the mutants of an exercise say about its goals. */
export function mutantProblem({ survivors, idle }: MutantReport, exercise: string, judged?: ReadonlySet<string>): string | undefined {
  const passing = survivors.filter(({ mutant }) => !judged?.has(`${exercise}: ${mutant}`));
  const lines = [
    ...idle.map((id) => `goals: expected something to fail ${id}: it is met at the start, after every near-miss and after every mutant`),
    ...passing.map(
      ({ mutant, run }) =>
        `mutant "${mutant}" passes: expected the goals to refuse it, or lessons-tests/survivors.yaml to say why it is right\n${run.map((line) => `  $ ${line}`).join('\n')}`,
    ),
  ];
  return lines.length > 0 ? lines.join('\n') : undefined;
}

/** The line that stands ready at the first prompt. */
async function readyProblem({ start, ready }: Lesson): Promise<string | undefined> {
  if (ready === undefined) return undefined;
  const { exit, output } = await runLine(await machineOf(start), ready);
  return exit === 0 ? undefined : `ready: expected \`${ready}\` to succeed, found exit code ${exit}\n${output}`;
}

/** The lines that the prose offers, in order, on the lesson's machine. */
async function tryProblem(lesson: Lesson, en: string): Promise<string | undefined> {
  const session = await machineOf(lesson.start);
  for (const { attributes, line } of tagsOf(en).filter(({ name }) => name === 'Try')) {
    const text = attributes.line;
    if (text === undefined) return `line ${line}: <Try>: expected a line`;
    const { exit, output } = await runLine(session, text);
    if (exit !== 0) return `line ${line}: <Try>: expected \`${text}\` to succeed after those before it, found exit code ${exit}\n${output}`;
  }
  return undefined;
}
