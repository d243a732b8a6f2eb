// Which forecast the picture shows: of a command that is hovered or chosen, of a prune that waits for an answer, or else of nothing.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { Forecast } from '../session/queries/store.ts';
import type { StoreView } from '../session/view/index.ts';

export interface Plan {
  readonly line: string;
  /** `answer`: the command is already typed and asks. */
  readonly kind: 'would' | 'answer';
  /** Undefined while it is being tried. */
  readonly forecast?: Forecast;
  /** Why there is none. */
  readonly failure?: string;
}

const made = new WeakMap<StoreView, Map<string, Promise<Forecast>>>();

/** Tries a line once for each state of a store. */
function tried(session: Session, view: StoreView, line: string): Promise<Forecast> {
  let known = made.get(view);
  if (known === undefined) {
    known = new Map();
    made.set(view, known);
  }
  let answer = known.get(line);
  if (answer === undefined) {
    answer = session.query('store.forecast', { line });
    known.set(line, answer);
  }
  return answer;
}

export const isPrune = (line: string): boolean => /^\s*docker\s+(image|system)\s+prune\b/.test(line);

/** The plan for `line`; the moment must be now. A forecast waits a moment, so that a pointer that passes by asks nothing. */
export function usePlan(session: Session, view: StoreView, line: string | undefined, kind: Plan['kind']): Plan | undefined {
  const [answer, setAnswer] = useState<{ readonly view: StoreView; readonly plan: Plan } | undefined>();
  useEffect(() => {
    if (line === undefined) return;
    let gone = false;
    const put = (plan: Plan): void => {
      if (!gone) setAnswer({ view, plan });
    };
    const timer = setTimeout(() => {
      tried(session, view, line).then(
        (forecast) => put({ line, kind, forecast }),
        (error: unknown) => put({ line, kind, failure: error instanceof Error ? error.message : String(error) }),
      );
    }, 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [session, view, line, kind]);
  if (line === undefined) return undefined;
  return answer?.view === view && answer.plan.line === line ? { ...answer.plan, kind } : { line, kind };
}
