// Where files are kept. Files whose names are made from their content share one cache for ever; all others have one a version of the site,
// so that a page and what it loads always belong together while a newer version comes in.
import type { Locale } from '../../../i18n/index.ts';
import { isHashed, type Manifest, manifestAt } from '../manifest.ts';

export const assets = 'strata-assets';
const site = 'strata-site-';
const state = 'strata-state';
const wishes = '/strata-wishes';
const labs = '/strata-labs';

export const shelfOf = (version: string) => site + version;

/** The files of a version, in the worker's own words. */
export async function manifestOf(version: string): Promise<Manifest | undefined> {
  return (await (await caches.open(shelfOf(version))).match(manifestAt))?.json();
}

export interface Earlier {
  readonly name: string;
  readonly cache: Cache;
  readonly manifest: Manifest | undefined;
}

/** What versions before this one have left. */
export async function earlier(version: string): Promise<readonly Earlier[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(site) && name !== shelfOf(version));
  return Promise.all(
    names.map(async (name) => ({ name, cache: await caches.open(name), manifest: await manifestOf(name.slice(site.length)) })),
  );
}

export async function addresses(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
}

/** Everything that is here, whatever its version. */
export async function anywhere(path: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    const found = name === state ? undefined : await (await caches.open(name)).match(path, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

/** Languages whose whole course shall be here. */
export async function wished(): Promise<Set<Locale>> {
  const kept = await (await caches.open(state)).match(wishes);
  return new Set(kept ? ((await kept.json()) as Locale[]) : []);
}

export async function wish(language: Locale, yes: boolean): Promise<void> {
  const all = await wished();
  if (yes) all.add(language);
  else all.delete(language);
  await (await caches.open(state)).put(wishes, Response.json([...all]));
}

/** Whether what labs need shall be here. */
export async function labWished(): Promise<boolean> {
  return (await (await caches.open(state)).match(labs)) !== undefined;
}

export async function wishLab(): Promise<void> {
  await (await caches.open(state)).put(labs, Response.json(true));
}

/** Takes away what earlier versions left: only once nothing that is open needs it. */
export async function tidy(manifest: Manifest): Promise<void> {
  for (const { name } of await earlier(manifest.version)) await caches.delete(name);
  for (const [name, own] of [
    [assets, isHashed],
    [shelfOf(manifest.version), () => true],
  ] as const) {
    const cache = await caches.open(name);
    for (const path of await addresses(cache))
      if (own(path) && path !== manifestAt && manifest.files[path] === undefined) await cache.delete(path, { ignoreSearch: true });
  }
}
