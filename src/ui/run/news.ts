// What a command wrote: the files of a container that were not there before it, or were other. Own layer and mounts apart.
// Knows the session's views. A file written again with as many bytes looks the same to it.
import type { ContainerView, MachineView, MountView } from '../session/view/index.ts';

export interface News {
  readonly writes: ReadonlySet<string>;
  /** By the mount's place in the container. */
  readonly mounts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** More files than this do not move: they are as many as a picture. */
const MOST = 40;
export const NO_NEWS: News = { writes: new Set(), mounts: new Map() };

/** Nothing is new of a container that was not there before: all of it is. */
export function newsOf(id: string | undefined, now: MachineView, before: MachineView | undefined): News {
  const was = before?.run.containers.find((one) => one.id === id);
  const is = now.run.containers.find((one) => one.id === id);
  if (was === undefined || is === undefined) return NO_NEWS;
  const writes = newIn(layerOf(now, id), layerOf(before, id), ({ kind, path, size }) => [path, `${kind} ${size}`]);
  const mounts = new Map<string, ReadonlySet<string>>();
  for (const { target, entries } of is.mounts) {
    const old = was.mounts.find((one) => one.target === target);
    if (old !== undefined) mounts.set(target, newIn(entries, old.entries, ofFile));
  }
  return { writes, mounts };
}

/** Those that are new first; the others keep their order. */
export function newestFirst<T extends { readonly path: string }>(
  entries: readonly T[],
  news: ReadonlySet<string> | undefined,
): readonly T[] {
  if (news === undefined || news.size === 0) return entries;
  return [...entries.filter(({ path }) => news.has(path)), ...entries.filter(({ path }) => !news.has(path))];
}

const ofFile = ({ path, size }: MountView['entries'][number]): [string, string] => [path, String(size)];

function layerOf(view: MachineView | undefined, id: string | undefined): ContainerView['changes'] {
  return view?.containers.find((one) => one.id === id)?.changes ?? [];
}

function newIn<T>(now: readonly T[], before: readonly T[], tell: (entry: T) => [path: string, what: string]): ReadonlySet<string> {
  const known = new Map(before.map(tell));
  const made = now.map(tell).filter(([path, what]) => known.get(path) !== what);
  return new Set(made.length > MOST ? [] : made.map(([path]) => path));
}
