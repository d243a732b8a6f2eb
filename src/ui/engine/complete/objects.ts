// The engine's own things as candidates: images, containers, volumes, networks, builders.
import { humanSize } from '../../../cli/format/index.ts';
import type { Container } from '../../../engine/container/index.ts';
import { allNetworks, containerTree } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { decodeText, encodeText } from '../../../engine/kernel/index.ts';
import { familiarString, fromCanonical } from '../../../engine/reference/index.ts';
import { findImage, imageSize, imageTree } from '../../../engine/store/index.ts';
import { resolveIn, type Tree } from '../../../engine/tree/index.ts';
import type { Candidate } from './candidate.ts';
import { names } from './paths.ts';
import type { Place } from './place.ts';

/** Ids are offered to whoever began to type one. */
const looksLikeId = (word: string): boolean => /^(sha256:)?[0-9a-f]{2,64}$/.test(word);

export function images(place: Place, word: string): Candidate[] {
  const { daemon } = place.machine;
  const store = daemon.state.images;
  const note = (id: string): string => {
    const image = store.images.get(id as never);
    return image === undefined ? '' : `${id.slice(7, 19)}  ${humanSize(imageSize(store, image))}`;
  };
  const named = (entries: Iterable<readonly [string, string]>): Candidate[] =>
    [...entries].map(([name, id]) => ({ text: familiarString(fromCanonical(name)), kind: 'image', note: note(id) }));
  const ids = looksLikeId(word)
    ? [...store.images.keys()].map((id): Candidate => {
        const tags = [...store.tags].filter(([, other]) => other === id).map(([name]) => familiarString(fromCanonical(name)));
        return { text: word.startsWith('sha256:') ? id : id.slice(7, 19), kind: 'image', note: tags.join(', ') || '<none>' };
      })
    : [];
  return [...named(store.tags), ...(word.includes('@') ? named(store.digests) : []), ...ids];
}

export type ContainerState = 'any' | 'running' | 'stopped' | 'paused' | 'alive';

const inState = ({ state: { status } }: Container, wanted: ContainerState): boolean => {
  if (wanted === 'running') return status === 'running' || status === 'restarting';
  if (wanted === 'alive') return status === 'running' || status === 'paused' || status === 'restarting';
  if (wanted === 'stopped') return status === 'exited' || status === 'created' || status === 'dead';
  return wanted === 'any' || status === wanted;
};

export function containers(place: Place, word: string, wanted: ContainerState): Candidate[] {
  return [...place.machine.daemon.state.containers.values()]
    .filter((container) => inState(container, wanted))
    .flatMap((container): Candidate[] => {
      const { id, name, imageRef, state } = container;
      const note = `${imageRef}  ${state.status}`;
      const byId: Candidate = { text: id.slice(0, 12), kind: 'container', note: `${name}  ${note}` };
      return [{ text: name, kind: 'container', note }, ...(looksLikeId(word) ? [byId] : [])];
    });
}

export const volumes = ({ machine }: Place): Candidate[] =>
  [...machine.daemon.state.volumes.values()]
    .filter(({ anonymous }) => !anonymous)
    .map(({ name, driver }) => ({ text: name, kind: 'volume', note: driver }));

export const networks = ({ machine }: Place): Candidate[] =>
  allNetworks(machine.daemon).map(({ name, driver }) => ({ text: name, kind: 'network', note: driver }));

export const builders = ({ process }: Place): Candidate[] =>
  ['default', ...names(process, '/root/.docker/buildx/instances').map(decodeText)].map((text) => ({ text, kind: 'value' }));

/** What is inside a container or an image, from `/`; directories end in a slash. */
export function inside(tree: Tree, path: string, wanted: 'any' | 'program' = 'any'): Candidate[] {
  const slash = path.lastIndexOf('/') + 1;
  const dir = resolveIn(tree, encodeText(path.slice(0, slash) || '/'));
  if (dir?.kind !== 'dir') return [];
  return tree.names(dir.ino).flatMap((name): Candidate[] => {
    const full = `${path.slice(0, slash)}${decodeText(name)}`;
    const inode = resolveIn(tree, encodeText(full.startsWith('/') ? full : `/${full}`));
    const isDir = inode?.kind === 'dir';
    if (wanted === 'program' && !isDir && ((inode?.mode ?? 0) & 0o111) === 0) return [];
    return [{ text: isDir ? `${full}/` : full, shown: `${decodeText(name)}${isDir ? '/' : ''}`, kind: 'path' }];
  });
}

/** The programs that a bare name would find in there. */
export function programsInside(tree: Tree): Candidate[] {
  return ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].flatMap((dir) =>
    inside(tree, `${dir}/`, 'program')
      .filter(({ text }) => !text.endsWith('/'))
      .map(({ shown = '' }): Candidate => ({ text: shown, kind: 'command' })),
  );
}

export function treeOfContainer(place: Place, ref: string): Tree | undefined {
  const { daemon } = place.machine;
  const container = [...daemon.state.containers.values()].find(({ id, name }) => name === ref || (ref.length > 3 && id.startsWith(ref)));
  return container === undefined ? undefined : containerTree(daemon, container);
}

export function treeOfImage(place: Place, ref: string): Tree | undefined {
  const store = place.machine.daemon.state.images;
  try {
    return imageTree(store, findImage(store, ref));
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}
