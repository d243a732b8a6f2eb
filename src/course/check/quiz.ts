// A quiz against the plan: every topic asked, kinds mixed, something computed, a misconception among the options.
import type { Lesson } from '../load.ts';
import type { PlannedLesson } from '../schema/plan.ts';

const LEAST = 6;
const MOST = 10;

export function quizProblems({ quiz: { items } }: Pick<Lesson, 'quiz'>, planned: PlannedLesson | undefined): readonly string[] {
  const problems: string[] = [];
  const ids = items.map(({ id }) => id);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) problems.push(`items: expected ${id} once`);
  if (!planned) return problems;
  const topics = items.flatMap(({ topic }) => topic ?? []);
  for (let topic = 1; topic <= planned.quizTopics; topic++)
    if (!topics.includes(topic)) problems.push(`items: expected one with \`topic: ${topic}\` (the plan has ${planned.quizTopics})`);
  for (const topic of topics.filter((one) => one > planned.quizTopics))
    problems.push(`items: expected topics up to ${planned.quizTopics}, found ${topic}`);
  const least = Math.max(LEAST, planned.quizTopics);
  if (items.length < least || items.length > MOST) problems.push(`items: expected ${least} to ${MOST}, found ${items.length}`);
  if (new Set(items.map(({ kind }) => kind)).size < 3) problems.push('items: expected at least three kinds of questions');
  if (!items.some((item) => 'computed' in item && item.computed !== undefined) && !items.some(({ kind }) => kind === 'command'))
    problems.push('items: expected one whose key the engine computes (kind `predict`, or `computed`)');
  if (!items.some((item) => 'options' in item && item.options.some(({ myth }) => myth !== undefined)))
    problems.push('items: expected a misconception, an option with `myth`');
  return problems;
}
