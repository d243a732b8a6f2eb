import { type Loader, load, preload, type Run } from '../../kernel/index.ts';
import { type Applet, type Applets, usageTexts } from './applet.ts';

const loaders: Loader<unknown>[] = [];

/** Applets whose code is fetched when one of them first runs; `names` are all that the table will have. */
export function lazyApplets(names: readonly string[], loader: () => Promise<Applets>): Applets {
  loaders.push(loader);
  const applet = (name: string): Applet =>
    function* lazily(call): Run {
      const found = (yield* load(loader))[name];
      if (found === undefined) throw new Error(`no applet ${name} in its group`);
      return yield* found(call);
    };
  return Object.fromEntries(names.map((name) => [name, applet(name)]));
}

/** Fetches all of them: for programs that cannot wait, as tests and the command line. */
export async function preloadApplets(): Promise<void> {
  await Promise.all([...loaders, usageTexts].map((loader) => preload(loader)));
}
