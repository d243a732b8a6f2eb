// A quiz against the plan: every topic asked, kinds mixed, something computed, a misconception among the options.
import type { Lesson } from '../load.ts';
import type { Told } from '../problems.ts';
import type { PlannedLesson } from '../schema/plan.ts';

const LEAST = 6;
const MOST = 10;

export function quizProblems({ quiz: { items } }: Pick<Lesson, 'quiz'>, planned: PlannedLesson | undefined): readonly Told[] {
  const problems: Told[] = [];
  const wrong = (text: string, ...below: (string | number)[]) => problems.push({ text: `items: ${text}`, at: ['items', ...below] });
  if (!planned) return problems;
  const topics = items.flatMap(({ topic }) => topic ?? []);
  for (let topic = 1; topic <= planned.quizTopics; topic++)
    if (!topics.includes(topic)) wrong(`expected one with \`topic: ${topic}\` (the plan has ${planned.quizTopics})`);
  items.forEach(({ topic = 1 }, index) => {
    if (topic > planned.quizTopics) wrong(`expected topics up to ${planned.quizTopics}, found ${topic}`, index, 'topic');
  });
  const least = Math.max(LEAST, planned.quizTopics);
  if (items.length < least || items.length > MOST) wrong(`expected ${least} to ${MOST}, found ${items.length}`);
  if (new Set(items.map(({ kind }) => kind)).size < 3) wrong('expected at least three kinds of questions');
  if (!items.some((item) => 'computed' in item && item.computed !== undefined) && !items.some(({ kind }) => kind === 'command'))
    wrong('expected one whose key the engine computes (kind `predict`, or `computed`)');
  if (!items.some((item) => 'options' in item && item.options.some(({ myth }) => myth !== undefined)))
    wrong('expected a misconception, an option with `myth`');
  return problems;
}
