// Answers to the pictures' questions, one file an area, loaded when first asked.
// Knows Worlds; refuses to change one.
import type { Queries, QueryName, Question } from '../../session/queries/index.ts';
import type { Answers, Moment } from './moment.ts';

export type { Moment } from './moment.ts';

/** By the part of the name before the dot. */
const areas = {
  build: async () => (await import('./build.ts')).answers,
  editor: async () => (await import('./editor.ts')).answers,
  keep: async () => (await import('./keep.ts')).answers,
  matrix: async () => (await import('./matrix.ts')).answers,
  registry: async () => (await import('./registry.ts')).answers,
  run: async () => (await import('./run.ts')).answers,
  stack: async () => (await import('./stack.ts')).answers,
  store: async () => (await import('./store.ts')).answers,
} satisfies Readonly<Record<string, () => Promise<Answers<Partial<Queries>>>>>;

export async function answer<N extends QueryName>(moment: Moment, { name, ask }: Question<N>): Promise<Queries[N]['answer']> {
  const area = name.split('.')[0] as keyof typeof areas;
  const answers = (await areas[area]()) as Answers<Queries>;
  return await answers[name](moment, ask);
}
