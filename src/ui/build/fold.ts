import type { Fold, Item, Station } from './model.ts';

/** Fewest stations that are worth folding. */
const RUN = 4;

/** Puts runs of stations that came from the cache together, but for those that must be seen and folds that are open. */
export function foldRuns(stations: readonly Station[], unfolded: ReadonlySet<string>, shown: ReadonlySet<string>): Item[] {
  const out: Item[] = [];
  let run: Station[] = [];
  const close = (): void => {
    const fold = foldOf(run);
    if (fold === undefined || unfolded.has(fold.key)) out.push(...run);
    else out.push(fold);
    run = [];
  };
  for (const station of stations) {
    const quiet = (station.mark === 'cached' || station.mark === 'config') && station.joins.length === 0 && !shown.has(station.key);
    if (quiet) run.push(station);
    else {
      close();
      out.push(station);
    }
  }
  close();
  return out;
}

function foldOf(run: readonly Station[]): Fold | undefined {
  const first = run[0];
  const cached = run.filter(({ mark }) => mark === 'cached').length;
  if (first === undefined || run.length < RUN || cached === 0) return undefined;
  return { kind: 'fold', key: `fold ${first.key}`, stage: first.stage, stations: run, cached };
}
