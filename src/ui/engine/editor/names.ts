// Images that can stand behind FROM: those of the machine, and the catalogue of the simulated Docker Hub.

import type { ImageID } from '../../../engine/digest/index.ts';
import type { HubEntry } from '../../../engine/hub/index.ts';
import { preload } from '../../../engine/kernel/index.ts';
import { familiarString, fromCanonical } from '../../../engine/reference/index.ts';
import { type ImageStore, imageSize, namesOf, stackOf, tagsOf as tagsIn } from '../../../engine/store/index.ts';
import type { Machine, World } from '../../../engine/world/index.ts';
import type { ImageFacts, ImageName } from '../../session/queries/editor.ts';

const bare = (repository: string): string => repository.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');

const catalogue = async () => (await import('../../../catalog/index.ts')).catalog;

async function hubEntries(world: World): Promise<readonly HubEntry[]> {
  return world.hub === undefined ? [] : preload((await catalogue()).index);
}

const namesIn = (images: ImageStore, id: ImageID): string[] =>
  (images.content === undefined ? tagsIn : namesOf)(images, id).map((name) => familiarString(fromCanonical(name)));

function localNames({ engine: { images } }: Machine): { name: string; size: number }[] {
  return [...images.images.values()].flatMap((image) =>
    namesIn(images, image.id).map((name) => ({ name, size: imageSize(images, image) })),
  );
}

/** Images of the machine first, then repositories by how many use them. */
export async function imageNames(world: World, machine: Machine): Promise<readonly ImageName[]> {
  const local = localNames(machine).map((one): ImageName => ({ ...one, where: 'local' }));
  const entries = [...(await hubEntries(world))].sort((a, b) => b.stars - a.stars);
  const hub = entries.map(
    ({ name, badge, part }): ImageName => ({
      name,
      where: part === undefined ? 'listed' : 'hub',
      ...(badge === 'official' ? { official: true } : {}),
    }),
  );
  return [...local, ...hub.filter(({ where }) => where === 'hub'), ...hub.filter(({ where }) => where === 'listed')];
}

async function repositoryOf(world: World, repository: string) {
  const entry = (await hubEntries(world)).find(({ name }) => name === bare(repository));
  const loader = entry?.part === undefined ? undefined : (await catalogue()).part(entry.part);
  if (entry === undefined) return undefined;
  return { entry, source: loader === undefined ? undefined : (await preload(loader)).repository };
}

/** Numbers in a tag count as numbers, newest first; `latest` before all. */
function byNewest(a: string, b: string): number {
  if (a === 'latest' || b === 'latest') return a === 'latest' ? -1 : 1;
  return b.localeCompare(a, 'en', { numeric: true });
}

export async function tagsOf(world: World, machine: Machine, repository: string): Promise<readonly string[]> {
  const wanted = bare(repository);
  const own = localNames(machine).flatMap(({ name }) => {
    const colon = name.lastIndexOf(':');
    return bare(name.slice(0, colon)) === wanted ? [name.slice(colon + 1)] : [];
  });
  const there = Object.keys((await repositoryOf(world, repository))?.source?.tags ?? {});
  return [...new Set([...own, ...there])].sort(byNewest);
}

export async function imageFacts(world: World, machine: Machine, name: string): Promise<ImageFacts | undefined> {
  const { images } = machine.engine;
  const colon = name.lastIndexOf(':') > name.lastIndexOf('/') ? name.lastIndexOf(':') : name.length;
  const tag = name.slice(colon + 1) || 'latest';
  const repository = bare(name.slice(0, colon));
  const image = [...images.images.values()].find(({ id }) => namesIn(images, id).some((one) => bare(one) === `${repository}:${tag}`));
  const found = await repositoryOf(world, repository);
  if (image === undefined && found === undefined) return undefined;
  const target = found?.source?.tags[tag];
  const key = typeof target === 'string' ? target : target?.findLast(([since]) => since <= world.now)?.[1];
  const source = key === undefined ? undefined : found?.source?.images[key];
  return {
    name: `${repository}:${tag}`,
    ...(image === undefined
      ? {}
      : {
          local: {
            id: image.id,
            size: imageSize(images, image),
            layers: stackOf(image).length,
            platform: `${image.config.os}/${image.config.architecture}`,
          },
        }),
    ...(found === undefined
      ? {}
      : {
          hub: {
            description: found.entry.description,
            platforms: source?.platforms ?? [],
            tags: Object.keys(found.source?.tags ?? {}).length,
            ...(source === undefined ? {} : { created: source.created }),
          },
        }),
  };
}
