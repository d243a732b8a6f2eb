// The machines of a solved exercise, as pictures want them: a view, and a way to ask about it.
import type { Way } from './ahead.ts';
import type { Client } from './client.ts';
import type { Solved } from './contract.ts';
import type { Queries, QueryName } from './queries/index.ts';
import type { ChangeView } from './view/index.ts';
import { unpackView } from './view/packed.ts';

export async function solvedBy(
  ask: Client['ask'],
  way: Way,
  known: Map<string, readonly ChangeView[]>,
  machine: () => string,
): Promise<Solved> {
  const { view, subjects } = await ask('solved', { way });
  return {
    view: unpackView(view, known),
    subjects,
    query: async <N extends QueryName>(name: N, asked: Queries[N]['ask']) => {
      const question = { name, machine: machine(), ask: asked };
      return (await ask('query', { question, of: 'solved' })).answer as Queries[N]['answer'];
    },
  };
}
