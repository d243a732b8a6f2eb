import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { Queries, QueryName } from '../session/queries/index.ts';

export interface Asked<Answer> {
  readonly answer?: Answer;
  readonly failure?: string;
  readonly busy: boolean;
}

/**
 * Asks when `ask` or the moment changes; undefined asks nothing. An answer to the same question about an earlier moment stays until the new one
 * is there, so that nothing blinks; one to another question goes at once.
 */
export function useQuery<N extends QueryName>(
  session: Session,
  name: N,
  ask: Queries[N]['ask'] | undefined,
  moment: unknown,
): Asked<Queries[N]['answer']> {
  const key = ask === undefined ? undefined : JSON.stringify(ask);
  const [told, setTold] = useState<{ readonly key: string; readonly asked: Asked<Queries[N]['answer']> }>();
  const latest = useRef(0);
  useEffect(() => {
    const number = ++latest.current;
    if (ask === undefined || key === undefined) return;
    const tell = (asked: Asked<Queries[N]['answer']>) => {
      if (latest.current === number) setTold({ key, asked });
    };
    session.query(name, ask).then(
      (answer) => tell({ answer, busy: false }),
      (error: unknown) => tell({ failure: error instanceof Error ? error.message : String(error), busy: false }),
    );
    return () => {
      latest.current++;
    };
  }, [session, name, key, moment]);
  return key !== undefined && told?.key === key ? told.asked : { busy: key !== undefined };
}
