// Trying a command on a machine of its own. The machine's code is loaded by the first try.
import { useRef, useState } from 'preact/hooks';
import type { StartData } from '../../course/schema/lesson.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Outcome } from './machine.ts';
import type { ItemOf } from './model.ts';

export interface TrialResult extends Omit<Outcome, 'verdict' | 'output'> {
  readonly passed: boolean;
  /** What is missing, goal by goal. */
  readonly missing: readonly string[];
}

export interface Trial {
  readonly state: 'idle' | 'loading' | 'running' | 'done';
  readonly output: string;
  readonly result: TrialResult | undefined;
  /** Why there is no machine. */
  readonly failure: string | undefined;
  /** Runs a line; undefined when there was no machine, or the line was stopped before it ended. */
  run(item: ItemOf<'command'>, line: string, start: StartData | undefined, locale: Locale): Promise<TrialResult | undefined>;
  stop(): void;
  clear(): void;
}

const nothing = { state: 'idle' as Trial['state'], output: '', result: undefined, failure: undefined };

export function useTrial(): Trial {
  const [shown, show] = useState<Pick<Trial, 'state' | 'output' | 'result' | 'failure'>>(nothing);
  const halt = useRef<() => void>(() => {});
  return {
    ...shown,
    run: async (item, line, start, locale) => {
      show({ ...nothing, state: 'loading' });
      try {
        const { bench, missingOf } = await import('./machine.ts');
        const { verdict, output, ...rest } = await (await bench()).run({
          start: startOf(item, start),
          lines: [line],
          goals: { id: item.id, goals: item.goals.map((goal) => ({ ...goal, say: item.why })), traps: [] },
          onStop: (stop) => {
            halt.current = stop;
            show((was) => ({ ...was, state: 'running' }));
          },
          onOutput: (text) => show((was) => ({ ...was, output: text })),
        });
        const result = { ...rest, passed: verdict?.passed ?? false, missing: missingOf(verdict, locale) };
        show({ state: 'done', output, result, failure: undefined });
        return result;
      } catch (error) {
        show({ ...nothing, state: 'done', failure: error instanceof Error ? error.message : String(error) });
        return undefined;
      } finally {
        halt.current = () => {};
      }
    },
    stop: () => halt.current(),
    clear: () => show(nothing),
  };
}

const empty: StartData = { cwd: '/root', seed: 1, profile: 'graphdriver', machines: ['strata'], files: {}, bytes: {}, run: [] };

/** A field of the item's own start replaces the lesson's. */
function startOf({ start = {} }: ItemOf<'command'>, lesson: StartData = empty): StartData {
  return { ...lesson, ...(Object.fromEntries(Object.entries(start).filter(([, value]) => value !== undefined)) as Partial<StartData>) };
}
