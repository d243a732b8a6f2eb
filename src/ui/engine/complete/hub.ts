// Names and tags of Docker Hub, as far as the catalogue has them.
import { catalog } from '../../../catalog/index.ts';
import { preload } from '../../../engine/kernel/index.ts';
import type { Candidate } from './candidate.ts';
import type { Place } from './place.ts';

/** Repositories; after a colon, the tags of the one that is named. */
export async function hubImages(place: Place, word: string): Promise<Candidate[]> {
  if (place.machine.daemon.network.hub === undefined) return [];
  const entries = await preload(catalog.index);
  const colon = word.indexOf(':');
  if (colon < 0) {
    return entries
      .filter(({ part }) => part !== undefined)
      .map(({ name, description }) => ({ text: name, kind: 'hub', note: description }));
  }
  const given = word.slice(0, colon);
  const name = given.replace(/^(docker\.io\/)?(library\/)?/, '');
  const part = entries.find((entry) => entry.name === name)?.part;
  const loader = part === undefined ? undefined : catalog.part(part);
  if (loader === undefined) return [];
  const tags = Object.keys((await preload(loader)).repository?.tags ?? {});
  return tags.map((tag) => ({ text: `${given}:${tag}`, shown: tag, kind: 'hub' }));
}
