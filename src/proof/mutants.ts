// How well the goals of an exercise tell right from wrong: its mutants, which of them pass, and goals that nothing fails.
import { type Exercise, type Lesson, substitute, valuesOf, withStart } from '../course/index.ts';
import { type Played, playAttempt, type Tried, unmetOf } from '../ui/lesson/play.ts';
import { type EndState, endState, isWithin } from './end-state.ts';
import { nearMissesOf, waysOf } from './exercise.ts';
import { type Mutant, mutantsOf } from './mutate.ts';

/** Most mutants of one exercise. */
const MOST = 12;
/** Milliseconds after which a line of a mutant is interrupted. */
const PATIENCE = 3000;

export interface Survivor {
  /** `solution 1: drop line 2`. */
  readonly mutant: string;
  readonly run: readonly string[];
}

export interface MutantReport {
  readonly killed: number;
  /** They end as the solution does, or with extras only. */
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
  /** Goals that are met at the start, after every near-miss and after every mutant. */
  readonly idle: readonly string[];
}

export async function mutantReport(lesson: Lesson, exercise: Exercise): Promise<MutantReport> {
  const { cwd } = withStart(lesson.start, exercise.start);
  const solutions = waysOf(lesson, exercise).filter(({ name }) => name.startsWith('solution'));
  const values = valuesOf(exercise.vary, 0, exercise.id);
  const pushed = (way: Tried) =>
    substitute(way, values).run.flatMap((line) => /\bdocker (?:image )?push (?:-\S+ )*(\S+)/.exec(line)?.[1] ?? []);
  const ended = (played: Played, way: Tried): EndState => endState(played.after, played.session, cwd, pushed(way));
  const unmet = new Set(unmetOf((await playAttempt(lesson, exercise)).verdict));
  for (const miss of nearMissesOf(lesson, exercise))
    for (const id of unmetOf((await playAttempt(lesson, exercise, miss)).verdict)) unmet.add(id);
  const survivors: Survivor[] = [];
  let killed = 0;
  let equivalent = 0;
  for (const { name, mutants, way } of chosen(solutions, isAboutForms(lesson, exercise))) {
    let right: EndState | undefined;
    for (const mutant of mutants) {
      const played = await playMutant(lesson, exercise, mutant);
      for (const id of played ? unmetOf(played.verdict) : []) unmet.add(id);
      if (!played?.verdict.passed) {
        killed++;
        continue;
      }
      right ??= ended(await playAttempt(lesson, exercise, way), way);
      if (isWithin(right, ended(played, way))) equivalent++;
      else survivors.push({ mutant: `${name}: ${mutant.name}`, run: mutant.run });
    }
  }
  return { killed, equivalent, survivors, idle: exercise.goals.map(({ id }) => id).filter((id) => !unmet.has(id)) };
}

/** The chapter about running is about forms everywhere; elsewhere where a goal looks at what is started. */
const isAboutForms = (lesson: Lesson, exercise: Exercise) =>
  lesson.chapter.id === 'running' ||
  exercise.goals.some(({ check, with: { field } }) => /argv|pid1|stopped/.test(check) || field === 'Cmd' || field === 'Entrypoint');

/** The mutants of all solutions, as many of each. */
function chosen(solutions: readonly (Tried & { readonly name: string })[], forms: boolean) {
  const each = Math.max(1, Math.floor(MOST / Math.max(1, solutions.length)));
  return solutions.slice(0, MOST).map((way) => ({ name: way.name, way, mutants: mutantsOf(way, each, forms) }));
}

/** Undefined when it cannot be played to its end: then it is no solution. */
async function playMutant(lesson: Lesson, exercise: Exercise, mutant: Mutant): Promise<Played | undefined> {
  try {
    return await playAttempt(lesson, exercise, mutant, 0, PATIENCE);
  } catch {
    return undefined;
  }
}
