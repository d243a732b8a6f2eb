// An exercise as its author looks at it: the task with the values of a seed, what holds at the start, and every way somebody may go,
// played. The same code that the tests and `check-lesson` judge with.
import { type Attempt, type Exercise, type Lesson, type Localized, substitute, type Values, valuesOf, withStart } from '../course/index.ts';
import { explain, type Verdict } from '../grader/index.ts';
import { type Played, playAttempt } from '../ui/lesson/play.ts';
import { shown } from '../ui/lesson/scenes.ts';
import { type Distance, distance, judgeOf } from '../ui/session/ahead.ts';
import { judgeMiss, judgeWay, nearMissesOf, setProblems, waysOf } from './exercise.ts';

export interface PreviewGoal {
  readonly id: string;
  readonly ok: boolean;
  /** The grader's sentence, as learners read it. */
  readonly found: Localized;
  /** The number of the command that met it; 0 is the start. */
  readonly since?: number;
  /** The number of the command after which it no longer held. */
  readonly brokenBy?: number;
}

export interface PreviewLine {
  readonly line: string;
  readonly output: string;
  readonly exit: number;
  /** What the line is expected to end with. */
  readonly wanted: number;
}

export interface PreviewWay {
  readonly name: string;
  readonly about?: Localized;
  /** What the author declares. */
  readonly expect: Attempt['expect'];
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly PreviewLine[];
  readonly goals: readonly PreviewGoal[];
  readonly passed: boolean;
  /** The trap that speaks. */
  readonly trap?: { readonly id: string; readonly say: Localized };
  /** How far passing is from where a near-miss ends, as the lab tells it. */
  readonly distance?: Distance;
  /** Where it does not agree with what is declared; missing when it does. */
  readonly problem?: string;
}

export interface Preview {
  /** With the values of the seed in every text. */
  readonly exercise: Exercise;
  readonly values: Values;
  readonly start: Lesson['start'];
  readonly atStart: readonly PreviewGoal[];
  readonly startPasses: boolean;
  readonly ways: readonly PreviewWay[];
  /** What the exercise lacks, whatever is played. */
  readonly problems: readonly string[];
}

export async function previewOf(lesson: Lesson, asked: Exercise, seed = 0): Promise<Preview> {
  const values = valuesOf(asked.vary, seed, asked.id);
  const exercise = substitute(asked, values);
  const start = withStart(lesson.start, exercise.start);
  const graded = exercise.goals.length > 0;
  const untouched = graded ? await playAttempt(lesson, asked, undefined, seed) : undefined;
  const passes = untouched && judgeOf(exercise, untouched.after);
  const ways: PreviewWay[] = [];
  for (const way of graded ? waysOf(lesson, asked) : []) {
    const played = await playAttempt(lesson, asked, way, seed);
    ways.push({ ...told(exercise, values, way, played), ...given('problem', judgeWay(played, way, seed)) });
  }
  for (const miss of graded ? nearMissesOf(lesson, asked) : []) {
    const played = await playAttempt(lesson, asked, miss, seed);
    ways.push({
      ...told(exercise, values, { ...miss, name: `attempts/${miss.name}.yaml` }, played),
      ...(passes ? { distance: await distance(played.session, exercise.solutions, start.cwd, passes) } : {}),
      ...given('problem', judgeMiss(played, asked, miss)),
    });
  }
  return {
    exercise,
    values,
    start,
    atStart: untouched ? goalsOf(untouched.verdict) : [],
    startPasses: untouched?.verdict.passed ?? false,
    ways,
    problems: setProblems(lesson, asked).map(({ file, text }) => (file === undefined ? text : `${file}: ${text}`)),
  };
}

type Gone = Pick<Attempt, 'files' | 'run' | 'exits'> & {
  readonly name: string;
  readonly about?: unknown;
  readonly expect?: Attempt['expect'];
};

function told(exercise: Exercise, values: Values, asked: Gone, { turns, verdict }: Played): PreviewWay {
  const way = substitute(asked, values);
  const trap = exercise.traps.find(({ id }) => id === verdict.trap);
  return {
    name: way.name,
    ...(way.about === undefined ? {} : { about: inBoth(way.about) }),
    expect: way.expect ?? 'pass',
    files: way.files,
    lines: turns.map(({ line, output, exit }) => ({ line, output: shown(output).replace(/\n+$/, ''), exit, wanted: way.exits[line] ?? 0 })),
    goals: goalsOf(verdict),
    passed: verdict.passed,
    ...(trap ? { trap: { id: trap.id, say: trap.say } } : {}),
  };
}

const goalsOf = ({ goals }: Verdict): readonly PreviewGoal[] =>
  goals.map(({ id, finding, since, brokenBy }) => ({
    id,
    ok: finding.ok,
    found: { en: explain(finding, 'en'), zh: explain(finding, 'zh') },
    ...given('since', since),
    ...given('brokenBy', brokenBy),
  }));

/** A solution says what is special about it in both languages, an attempt in one: nobody but authors reads it. */
const inBoth = (about: unknown): Localized => (typeof about === 'string' ? { en: about, zh: about } : (about as Localized));

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: V });
