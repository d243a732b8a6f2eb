import { type Loader, load, type Step } from '../../kernel/index.ts';

/** Loaders of package indexes by part name: `debian-12`, `debian-files`, `alpine`, `pypi` … */
export type Parts = Readonly<Record<string, Loader<unknown>>>;

const loaders = new Map<string, Loader<unknown>>();

/** The port through which the engine gets its package indexes. Whoever makes a machine calls it; a later part replaces one of the same name. */
export function providePackages(parts: Parts): void {
  for (const [name, loader] of Object.entries(parts)) loaders.set(name, loader);
}

/** A part of the package data, fetched when first asked for; undefined for a part nobody provides. */
export function* packagePart<T>(name: string): Step<T | undefined> {
  const loader = loaders.get(name);
  return loader === undefined ? undefined : ((yield* load(loader)) as T);
}
