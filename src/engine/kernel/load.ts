import type { Program } from './program.ts';
import type { Run, Step } from './wait.ts';

/** Fetches code or data that not every session needs. Called again after a failure, never again after a success. */
export type Loader<T> = () => T | Promise<T>;

/** What could not be fetched, and why: a page that went offline before it had everything, a file that is not there. */
export class LoadError extends Error {}

const loaded = new WeakMap<Loader<unknown>, unknown>();

/**
 * Gives what a loader fetches; when it is not there yet, the whole simulation stands still until it is, so that virtual time
 * does not see the real network and a replay is equal. Throws LoadError when it cannot be fetched.
 */
export function* load<T>(loader: Loader<T>): Step<T> {
  if (loaded.has(loader)) return loaded.get(loader) as T;
  const found = loader();
  if (!(found instanceof Promise)) return keep(loader, found);
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  const loading = found.then(
    (value) => {
      outcome = { value };
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  while (outcome === undefined) yield { loading };
  if ('error' in outcome) throw new LoadError(outcome.error instanceof Error ? outcome.error.message : String(outcome.error));
  return keep(loader, outcome.value);
}

/** Fetches ahead of need: `load` of the same loader then answers at once. */
export async function preload<T>(loader: Loader<T>): Promise<T> {
  return loaded.has(loader) ? (loaded.get(loader) as T) : keep(loader, await loader());
}

function keep<T>(loader: Loader<T>, value: T): T {
  loaded.set(loader, value);
  return value;
}

/** A program that is fetched when it first runs. When that fails it says so and ends with status 126. */
export function lazyProgram(loader: Loader<Program>): Program {
  return function* lazily(process): Run {
    let program: Program;
    try {
      program = yield* load(loader);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      yield* process.write(2, `strata: ${process.command} could not be loaded: ${error.message}\n`);
      return 126;
    }
    return yield* program(process);
  };
}
