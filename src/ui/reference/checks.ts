// What the page of checks shows: each check as the grader declares it, what it says of an empty machine, and where the course uses it.
import type { Course, Exercise, Lesson } from '../../course/index.ts';
import { checkDocs, emptyMachine, grade } from '../../grader/index.ts';

type CheckDoc = (typeof checkDocs)[number];
type Finding = ReturnType<typeof grade>['goals'][number]['finding'];

export interface CheckUse {
  readonly lesson: Lesson;
  readonly exercise: Exercise;
}

export interface CheckEntry extends CheckDoc {
  /** What it answers for its example where nothing was done yet; undefined when that is what it wants. */
  readonly refusal: Finding | undefined;
  readonly uses: readonly CheckUse[];
}

export interface CheckSection {
  readonly group: CheckDoc['group'];
  readonly checks: readonly CheckEntry[];
}

const nothing = { before: emptyMachine, after: emptyMachine, turns: [] };

function refusalOf({ name, example }: CheckDoc): Finding | undefined {
  const goal = { id: 'example', say: { en: '', zh: '' }, check: name, with: example };
  const [state] = grade({ exercise: { id: 'example', goals: [goal], traps: [] }, input: nothing }).goals;
  return state && !state.finding.ok ? state.finding : undefined;
}

/** Checks that an exercise's goals and traps ask. */
const asked = ({ goals, traps }: Exercise): ReadonlySet<string> =>
  new Set([...goals, ...traps.flatMap(({ when }) => when)].map(({ check }) => check));

/** Every check, by group, in the order of the authoring guide. */
export function checkSections(course: Course): readonly CheckSection[] {
  const uses = course.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => ({ lesson, exercise, asks: asked(exercise) })));
  return [...new Set(checkDocs.map(({ group }) => group))].map((group) => ({
    group,
    checks: checkDocs
      .filter((doc) => doc.group === group)
      .map((doc) => ({ ...doc, refusal: refusalOf(doc), uses: uses.filter(({ asks }) => asks.has(doc.name)) })),
  }));
}
