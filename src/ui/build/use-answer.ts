import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { Queries, QueryName } from '../session/queries/index.ts';

/** What became of a question: nothing yet, an answer, or why there is none. */
export interface Asked<Answer> {
  readonly answer?: Answer;
  readonly failure?: string;
}

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Asks again whenever `key` changes; nothing is asked while it is undefined. */
export function useAnswer<N extends QueryName>(
  session: Session,
  name: N,
  key: string | undefined,
  ask: Queries[N]['ask'],
): Asked<Queries[N]['answer']> {
  const [state, setState] = useState<Asked<Queries[N]['answer']> & { readonly key?: string }>({});
  useEffect(() => {
    if (key === undefined) return;
    let gone = false;
    session.query(name, ask).then(
      (answer) => !gone && setState({ key, answer }),
      (error: unknown) => !gone && setState({ key, failure: reason(error) }),
    );
    return () => {
      gone = true;
    };
  }, [session, name, key]);
  return key !== undefined && state.key === key ? state : {};
}
