// Everything of a lesson that the engine can tell: scenes, offered lines, exercises, keys of questions.
import { type Lesson, type Problem, tagsOf } from '../course/index.ts';
import { playScene, type SceneTurn } from '../ui/lesson/scenes.ts';
import { valueIn } from '../ui/lesson/value.ts';
import { runLine } from '../ui/session/start.ts';
import { missProblem, nearMissesOf, SEEDS, setProblems, startPasses, wayProblem, waysOf } from './exercise.ts';
import { type MutantReport, mutantReport } from './mutants.ts';
import { machineOf } from './play.ts';
import { keyProblem } from './quiz.ts';

export interface ProofOptions {
  /** Called with what each scene prints. */
  readonly scene?: (id: string, turns: readonly SceneTurn[]) => void;
  /** Mutants that may pass, as `exercise: mutant`, since somebody has judged that they are right. */
  readonly judged?: ReadonlySet<string>;
}

export async function provenProblems(lesson: Lesson, en: string, options: ProofOptions = {}): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const note = (file: string, text: string | undefined) => {
    if (text !== undefined) problems.push({ file: `${lesson.folder}/${file}`, text });
  };
  /** What throws is a problem of the file too. */
  const attempt = async (file: string, label: string, work: () => Promise<string | undefined>) => {
    try {
      note(file, await work());
    } catch (error) {
      note(file, `${label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const { id } of lesson.scenes)
    await attempt('lesson.yaml', `scene ${id}`, async () => {
      const turns = await playScene(lesson, id);
      options.scene?.(id, turns);
      return turns.some(({ hidden }) => !hidden) ? undefined : `scene ${id}: expected a line that is not hidden`;
    });
  for (const tag of tagsOf(en).filter(({ name }) => name === 'Value'))
    await attempt('en.mdx', `line ${tag.line}`, async () => {
      const { scene = '', match = '' } = tag.attributes;
      if (!lesson.scenes.some(({ id }) => id === scene)) return undefined;
      const value = valueIn(await playScene(lesson, scene), match);
      return value === undefined
        ? `line ${tag.line}: <Value match="${match}">: expected the output of the scene ${scene} to match`
        : undefined;
    });
  await attempt('en.mdx', 'Try', () => tryProblem(lesson, en));
  for (const exercise of lesson.exercises) {
    const file = 'exercise.yaml';
    for (const text of setProblems(lesson, exercise)) note(file, `${exercise.id}: ${text}`);
    if (exercise.goals.length === 0) continue;
    const named = async (label: string, work: () => Promise<string | undefined>) =>
      attempt(file, `${exercise.id}: ${label}`, async () => {
        const text = await work();
        return text === undefined ? undefined : `${exercise.id}: ${text}`;
      });
    await named('start', async () => ((await startPasses(lesson, exercise)) ? 'the untouched start passes' : undefined));
    const seeds = Object.keys(exercise.vary).length > 0 ? SEEDS : [0];
    for (const way of waysOf(lesson, exercise))
      await named(way.name, async () => {
        for (const seed of seeds) {
          const problem = await wayProblem(lesson, exercise, way, seed);
          if (problem !== undefined) return problem;
        }
        return undefined;
      });
    for (const miss of nearMissesOf(lesson, exercise)) await named(miss.name, () => missProblem(lesson, exercise, miss));
    await named('mutants', async () => mutantProblem(await mutantReport(lesson, exercise), exercise.id, options.judged));
  }
  for (const item of lesson.quiz.items)
    await attempt('quiz.yaml', item.id, async () => {
      const problem = await keyProblem(lesson, item);
      return problem === undefined ? undefined : `${item.id}: ${problem}`;
    });
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

/** The lines that the prose offers, in order, on the lesson's machine; and the one that stands ready. */
async function tryProblem(lesson: Lesson, en: string): Promise<string | undefined> {
  if (lesson.ready !== undefined) {
    const { exit, output } = await runLine(await machineOf(lesson.start), lesson.ready);
    if (exit !== 0) return `ready: expected \`${lesson.ready}\` to succeed, found exit code ${exit}\n${output}`;
  }
  const session = await machineOf(lesson.start);
  for (const { attributes, line } of tagsOf(en).filter(({ name }) => name === 'Try')) {
    const text = attributes.line;
    if (text === undefined) return `line ${line}: <Try>: expected a line`;
    const { exit, output } = await runLine(session, text);
    if (exit !== 0) return `line ${line}: <Try>: expected \`${text}\` to succeed after those before it, found exit code ${exit}\n${output}`;
  }
  return undefined;
}
