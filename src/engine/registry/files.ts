import type { Digest } from '../digest/index.ts';
import { type Body, type Inode, readBody, type Tree } from '../tree/index.ts';
import { MANIFEST_V2 } from './manifest.ts';
import type { Registry, Repository } from './registry.ts';

const decoder = new TextDecoder();

/**
 * What a registry keeps in its files, as a value: blobs once, and for each repository links to layers, manifests and tags. `root` is the
 * directory that it was told to keep them in. Source: distribution registry/storage/paths.go.
 */
export function registryInFiles(tree: Tree, root: string, host: string): Registry {
  const top = `${root.replace(/\/+$/, '')}/docker/registry/v2`;
  const blobs = new Map<Digest, Body>();
  for (const [hex, dir] of twoLevels(tree, tree.at(`${top}/blobs/sha256`))) {
    const data = tree.child(dir.ino, 'data');
    if (data?.kind === 'file') blobs.set(`sha256:${hex}` as Digest, data.body);
  }
  const repositories = new Map<string, Repository>();
  const walk = (dir: Inode | undefined, name: string, depth: number): void => {
    if (dir?.kind !== 'dir' || depth > 16) return;
    for (const each of tree.names(dir.ino)) {
      if (each === '_manifests') repositories.set(name, repositoryIn(tree, dir, blobs));
      else if (!each.startsWith('_')) walk(tree.child(dir.ino, each), name === '' ? each : `${name}/${each}`, depth + 1);
    }
  };
  walk(tree.at(`${top}/repositories`), '', 0);
  return { host, blobs, repositories };
}

function repositoryIn(tree: Tree, dir: Inode, blobs: ReadonlyMap<Digest, Body>): Repository {
  const at = (...names: string[]): Inode | undefined =>
    names.reduce<Inode | undefined>((inode, name) => (inode === undefined ? undefined : tree.child(inode.ino, name)), dir);
  const names = (inode: Inode | undefined): string[] => (inode === undefined ? [] : tree.names(inode.ino));
  const linked = (place: Inode | undefined): Digest[] =>
    names(place)
      .map((hex) => [hex, tree.child(place!.ino, hex)] as const)
      .filter(([, entry]) => entry !== undefined && tree.child(entry.ino, 'link') !== undefined)
      .map(([hex]) => `sha256:${hex}` as Digest);
  const manifests = new Map<Digest, { mediaType: string; text: string }>();
  for (const digest of linked(at('_manifests', 'revisions', 'sha256'))) {
    const body = blobs.get(digest);
    if (body === undefined) continue;
    const text = decoder.decode(readBody(body));
    manifests.set(digest, { mediaType: typeIn(text), text });
  }
  const tags = new Map<string, Digest>();
  for (const tag of names(at('_manifests', 'tags'))) {
    const link = at('_manifests', 'tags', tag, 'current', 'link');
    if (link?.kind === 'file') tags.set(tag, decoder.decode(readBody(link.body)).trim() as Digest);
  }
  return { tags, manifests, blobs: new Set(linked(at('_layers', 'sha256')).filter((digest) => blobs.has(digest))) };
}

function typeIn(text: string): string {
  try {
    return (JSON.parse(text) as { mediaType?: string }).mediaType ?? MANIFEST_V2;
  } catch {
    return MANIFEST_V2;
  }
}

/** Entries of `ab/abcd…/`: the second level, whose names are whole. */
function* twoLevels(tree: Tree, top: Inode | undefined): Generator<[name: string, inode: Inode]> {
  if (top === undefined) return;
  for (const two of tree.names(top.ino)) {
    const middle = tree.child(top.ino, two);
    if (middle === undefined) continue;
    for (const name of tree.names(middle.ino)) yield [name, tree.child(middle.ino, name)!];
  }
}
