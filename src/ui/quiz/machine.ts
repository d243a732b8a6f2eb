// A machine for questions, apart from every lab: opened when somebody asks, with a start of its own each time. Loaded with the first check.
// Knows the worker's protocol. Refuses to know components, and to keep anything.
import type { ExerciseGoals, Verdict } from '../../grader/index.ts';
import { explain } from '../../grader/words.ts';
import type { Locale } from '../../i18n/index.ts';
import { type Channel, type Client, connect, type Pushed } from '../session/client.ts';
import type { StartState } from '../session/protocol.ts';

/** Characters that are shown; more of them stop the command. */
const MOST_SHOWN = 12_000;
/** Milliseconds after which a command is interrupted, and after which the machine is given up when it does not end then. */
const PATIENCE = 10_000;
const LAST_PATIENCE = 3_000;
/** Milliseconds after which an unused machine is let go. */
const IDLE = 120_000;

export interface Task {
  readonly start: StartState;
  readonly lines: readonly string[];
  readonly goals?: ExerciseGoals;
  /** Ctrl-C, as often as pressed. */
  onStop?(stop: () => void): void;
  onOutput?(text: string): void;
}

/** What came of the last line. */
export interface Outcome {
  readonly output: string;
  readonly exit: number;
  readonly verdict?: Verdict;
  readonly cut: boolean;
  readonly stopped?: 'asked' | 'time';
}

export interface Bench {
  run(task: Task): Promise<Outcome>;
}

/** One bench does one task at a time; a second one waits. */
export function createBench(channel: () => Channel, patience = PATIENCE): Bench {
  let client: Client | undefined;
  let heard: (message: Pushed) => void = () => {};
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = () => {
    client?.end('engine.ended');
    client = undefined;
  };

  const line = (live: Client, text: string, task: Task): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      let output = '';
      let cut = false;
      let stopped: Outcome['stopped'];
      let verdict: Verdict | undefined;
      let waiting = false;
      const tell = (signal: 'INT') => live.ask('signal', { terminal: 0, name: signal }).catch(reject);
      const stop = (why: 'asked' | 'time') => {
        stopped ??= why;
        tell('INT');
        giveUp ??= setTimeout(
          () =>
            finish(() => {
              end();
              resolve({ output, exit: 130, cut, stopped: why });
            }),
          LAST_PATIENCE,
        );
      };
      let giveUp: ReturnType<typeof setTimeout> | undefined;
      const late = setTimeout(() => stop('time'), patience);
      // Virtual waits take no time.
      const clock = setInterval(() => {
        if (waiting) live.ask('clock', { order: { do: 'step' } }).catch(() => {});
      }, 20);
      const finish = (then: () => void) => {
        clearTimeout(late);
        clearTimeout(giveUp);
        clearInterval(clock);
        heard = () => {};
        then();
      };
      task.onStop?.(() => stop('asked'));
      heard = (message) => {
        if (message.type === 'output' && message.terminal === 0) {
          live.ask('ack', { chars: message.text.length }).catch(() => {});
          if (cut) return;
          output += message.text;
          if (output.length > MOST_SHOWN) {
            cut = true;
            output = output.slice(0, MOST_SHOWN);
            tell('INT');
          }
          task.onOutput?.(output);
        } else if (message.type === 'waiting' && message.terminal === 0) {
          waiting = message.for === 'clock';
          if (message.for === 'stdin') live.ask('eof', { terminal: 0 }).catch(() => {});
        } else if (message.type === 'state') verdict = message.verdict ?? verdict;
        else if (message.type === 'ended' && message.turn.terminal === 0) {
          const { exit } = message.turn;
          finish(() => resolve({ output, exit, cut, ...(verdict ? { verdict } : {}), ...(stopped ? { stopped } : {}) }));
        }
      };
      live.ask('exec', { terminal: 0, line: text }).catch((error: Error) => finish(() => reject(error)));
    });

  const run = async (task: Task): Promise<Outcome> => {
    clearTimeout(idle);
    const live = client ?? connect(channel(), (message) => heard(message));
    client = live;
    try {
      await live.ask('open', { start: task.start, ...(task.goals ? { exercise: task.goals } : {}) });
      let outcome: Outcome | undefined;
      for (const text of task.lines) {
        outcome = await line(live, text, task);
        if (outcome.stopped) break;
      }
      if (outcome === undefined) throw new Error('There is nothing to run.');
      return outcome;
    } catch (error) {
      end();
      throw error;
    } finally {
      idle = setTimeout(end, IDLE);
    }
  };
  return {
    run: (task) => {
      const next = last.then(() => run(task));
      last = next.catch(() => {});
      return next;
    },
  };
}

let shared: Bench | undefined;
/** The bench of this page. */
export async function bench(): Promise<Bench> {
  const { engineWorker } = await import('../session/engine-worker.ts');
  shared ??= createBench(engineWorker);
  return shared;
}

/** What is missing, in words; two goals may miss the same. */
export const missingOf = (verdict: Verdict | undefined, locale: Locale): readonly string[] => [
  ...new Set((verdict?.goals ?? []).filter(({ finding }) => !finding.ok).map(({ finding }) => explain(finding, locale))),
];
