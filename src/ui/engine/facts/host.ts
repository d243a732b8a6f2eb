// The machine itself as the grader sees it.
import { membersOf } from '../../../engine/archive/files.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { type Body, readBody, resolveIn, type Tree } from '../../../engine/tree/index.ts';
import type { ArchiveFacts, HostFacts } from '../../../grader/index.ts';
import { statIn, textIn } from './entries.ts';

const decoder = new TextDecoder();
/** Archives that are read: more than any exercise makes, so that a huge one costs nothing. */
const LARGEST = 1 << 30;
/** A file's bytes are never changed. */
const known = new WeakMap<Body, ArchiveFacts | undefined>();

export function hostFacts(files: Tree, settings: Readonly<Record<string, unknown>>): HostFacts {
  return {
    stat: (path) => statIn(files, path, true),
    text: (path) => textIn(files, path),
    archive: (path) => {
      const inode = resolveIn(files, path);
      return inode?.kind === 'file' ? archiveIn(inode.body) : undefined;
    },
    settings: () => settings,
  };
}

function archiveIn(body: Body): ArchiveFacts | undefined {
  if (!known.has(body)) known.set(body, body.size > 0 && body.size <= LARGEST ? read(body) : undefined);
  return known.get(body);
}

function read(body: Body): ArchiveFacts | undefined {
  try {
    const entries = membersOf(body);
    const manifest = entries.find(({ path }) => path === 'manifest.json');
    return {
      members: entries.map(({ path, kind }) => (kind === 'dir' ? `${path.replace(/\/$/, '')}/` : path)),
      refs: manifest?.kind === 'file' ? refsIn(decoder.decode(readBody(manifest.body))) : [],
    };
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

/** The names in the manifest of an archive of `docker save`; a file of that name that is none has no names. */
function refsIn(text: string): string[] {
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(items)) return [];
  const names = items.flatMap((item: unknown) => (item as { RepoTags?: unknown } | null)?.RepoTags ?? []);
  return [...new Set(names.filter((name) => typeof name === 'string'))].sort();
}
