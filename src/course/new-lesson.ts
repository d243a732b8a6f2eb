// The files of a lesson that is to be written: what the plan knows stands in them, everything else is a place to fill.
import { stringify } from 'yaml';
import { place } from './check/places.ts';
import type { Plan } from './schema/plan.ts';

export interface NewLesson {
  readonly id: string;
  readonly number: number;
  /** A module of the chapter. */
  readonly module: string;
  readonly plan: Plan;
}

const both = (what: string) => ({ en: place(what), zh: place(`${what} 中文`) });

/** Text by file name. It passes the schemas, and `strata check` names every place. */
export function newLesson({ id, number, module, plan }: NewLesson): Readonly<Record<string, string>> {
  const planned = plan.lessons.find((one) => one.id === id);
  const facts = planned?.facts ?? [];
  const exercises = planned?.exercises ?? ['first'];
  const topics = planned?.quizTopics ?? 6;
  return {
    'lesson.yaml': stringify({
      id,
      number,
      module,
      title: both('title'),
      summary: both('summary'),
      level: 'core',
      minutes: 20,
      facts: Object.fromEntries(facts.map((fact) => [fact, both(`${fact} as one true sentence`)])),
      errata: planned?.myths ?? [],
      start: { cwd: '/root/app' },
      scenes: [{ id: 'first', run: [place('a command')] }],
    }),
    'exercise.yaml': stringify({ exercises: exercises.map(exercise) }),
    'quiz.yaml': stringify({ id: `${id}-quiz`, items: Array.from({ length: topics }, (_, index) => question(index + 1)) }),
    'en.mdx': prose('en', facts, exercises),
    'zh.mdx': prose('zh', facts, exercises),
  };
}

const exercise = (id: string) => ({
  id,
  title: both('title'),
  task: both('task'),
  goals: [{ id: 'first', say: both('what holds in the end'), check: 'image-exists', with: { image: `${place('image')}:1` } }],
  hints: [both('where to look'), both('where to look closer'), both('nearly there')],
  solutions: [{ run: [place('a command')] }],
});

const question = (topic: number) => ({
  id: `topic-${topic}`,
  kind: 'single',
  topic,
  ask: both('question'),
  options: ['one', 'two', 'three'].map((id) => ({ id, say: both('answer'), why: both('why it is right or wrong') })),
  answer: ['one'],
});

function prose(language: 'en' | 'zh', facts: readonly string[], exercises: readonly string[]): string {
  const say = (what: string) => place(language === 'en' ? what : `${what} 中文`);
  const blocks = [
    `---\nlang: ${language}\n---`,
    say('why it matters'),
    `## ${say('first section')}`,
    ...facts.map((fact) => `<Fact id="${fact}" />\n\n${say(`what teaches ${fact}`)}`),
    '<Run scene="first" />',
    ...exercises.map((id) => `<Exercise id="${id}" />`),
    '<Quiz />',
  ];
  return `${blocks.join('\n\n')}\n`;
}
