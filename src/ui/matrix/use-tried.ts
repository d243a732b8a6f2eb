import { useEffect, useRef, useState } from 'preact/hooks';
import type { Combination, Tried } from '../session/queries/matrix.ts';
import { columns } from './combinations.ts';
import { tryCombinations } from './engine.ts';
import { type Cell, cellOf } from './model.ts';

/** Milliseconds of rest after the last key before anything is built. */
const REST = 300;

export interface State {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Squares that are being built and run. */
  readonly busy: ReadonlySet<string>;
  /** How many squares run differently since the last change; undefined before the first. */
  readonly changed: number | undefined;
  readonly failure: string;
}

/** Keeps every square tried: those whose combination changed are built and run again, a row at a time. `initial` was tried when the site was built. */
export function useTried(asked: readonly Combination[], initial: readonly Tried[]): State {
  const [tried, setTried] = useState<ReadonlyMap<string, { readonly key: string; readonly tried: Tried }>>(
    () => new Map(asked.map((one, index) => [one.id, { key: JSON.stringify(one), tried: initial[index] as Tried }])),
  );
  const [changed, setChanged] = useState<number | undefined>();
  const [failure, setFailure] = useState('');
  const newest = useRef(0);
  const known = useRef(tried);
  const stale = asked.filter((one) => tried.get(one.id)?.key !== JSON.stringify(one));
  const wanted = JSON.stringify(stale);

  useEffect(() => {
    const mine = ++newest.current;
    const waiting = JSON.parse(wanted) as Combination[];
    if (waiting.length === 0) return;
    const timer = setTimeout(() => {
      void (async () => {
        let differently = 0;
        for (let at = 0; at < waiting.length; at += columns.length) {
          const part = waiting.slice(at, at + columns.length);
          const answers = await tryCombinations(part);
          if (mine !== newest.current) return;
          const next = new Map(known.current);
          for (const [index, one] of part.entries()) {
            const answer = answers[index] as Tried;
            if (outcome(known.current.get(one.id)?.tried) !== outcome(answer)) differently++;
            next.set(one.id, { key: JSON.stringify(one), tried: answer });
          }
          known.current = next;
        }
        setTried(known.current);
        setChanged(differently);
        setFailure('');
      })().catch((error: unknown) => {
        if (mine === newest.current) setFailure(error instanceof Error ? error.message : String(error));
      });
    }, REST);
    return () => clearTimeout(timer);
  }, [wanted]);

  return {
    cells: new Map(
      asked.flatMap((one) => {
        const answer = tried.get(one.id);
        return answer ? [[one.id, cellOf((JSON.parse(answer.key) as Combination) ?? one, answer.tried)] as const] : [];
      }),
    ),
    busy: new Set(failure === '' ? stale.map(({ id }) => id) : []),
    changed,
    failure,
  };
}

const outcome = (tried: Tried | undefined): string =>
  tried === undefined
    ? ''
    : JSON.stringify([tried.argv, tried.output, tried.exitCode, tried.stop?.outcome, tried.stop?.exitCode, tried.error?.text]);
