import { DockerError } from '../../errors/index.ts';
import type { Process, Step } from '../../kernel/index.ts';
import { matchPath } from '../../reference/index.ts';
import { climbsOut, type Inode, resolvePath, type Tree } from '../../tree/index.ts';
import { hasWildcards } from '../files/wildcard.ts';
import { fetchRemote } from '../remote-file.ts';
import { dirSum, fileSum, type KnownSums } from './source-hash.ts';

/** One thing that COPY or ADD takes: where it is after links, the name it was asked by, and its checksum. */
export interface CopySource {
  readonly tree: Tree;
  /** Absolute, links taken. */
  readonly path: string;
  readonly inode: Inode;
  /** As asked for: its last component names the copy. */
  readonly asked: string;
  readonly hash: string;
  /** From a URL: never unpacked. */
  readonly remote?: boolean;
}

const failed = (command: string, why: string): DockerError => new DockerError('System', `${command} failed: ${why}`);

/** Fetches the URLs among the sources of ADD. Throws DockerError. Source: moby builder/dockerfile/copy.go downloadSource. */
export function* fetchSources(process: Process, sources: readonly string[]): Step<Map<string, CopySource>> {
  const out = new Map<string, CopySource>();
  for (const url of sources.filter(isURL)) {
    const file = yield* fetchRemote(process, url);
    if (typeof file === 'string') throw failed('ADD', file);
    if ('status' in file) throw failed('ADD', `failed to GET ${url} with status ${file.line}: ${file.body}`);
    const path = `/${file.name}`;
    const inode = file.tree.at(path)!;
    out.set(url, { tree: file.tree, path, inode, asked: file.name, hash: `file:${fileSum(file.name, inode)}`, remote: true });
  }
  return out;
}

/** Looks up the sources of COPY or ADD; `fetched` has the URLs among them. Throws DockerError. Source: moby builder/dockerfile/copy.go. */
export function findSources(
  command: 'ADD' | 'COPY',
  tree: Tree,
  sources: readonly string[],
  fromImage: boolean,
  known: KnownSums,
  fetched: ReadonlyMap<string, CopySource> = new Map(),
): CopySource[] {
  const found: CopySource[] = [];
  for (const source of sources) {
    if (isURL(source)) {
      if (command === 'COPY') throw failed(command, "source can't be a URL for COPY");
      found.push(fetched.get(source)!);
      continue;
    }
    const path = source.replace(/^\//, '').replace(/^\.\//, '');
    if (hasWildcards(path)) found.push(...wild(command, tree, path, fromImage, known));
    else found.push(single(command, tree, path, fromImage, known));
  }
  if (found.length === 0) throw failed(command, 'no source files were specified');
  return found;
}

function wild(command: 'ADD' | 'COPY', tree: Tree, pattern: string, fromImage: boolean, known: KnownSums): CopySource[] {
  const found: CopySource[] = [];
  for (const [path] of tree.walk()) {
    let matches = false;
    try {
      matches = matchPath(pattern, path.slice(1));
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
    }
    if (matches) found.push(single(command, tree, path.slice(1), fromImage, known));
  }
  return found;
}

function single(command: 'ADD' | 'COPY', tree: Tree, path: string, fromImage: boolean, known: KnownSums): CopySource {
  if (climbsOut(path)) throw failed(command, `forbidden path outside the build context: ${path} ()`);
  const at = resolvePath(tree, `/${path}`);
  if (at?.inode === undefined) {
    const why = `stat ${path}: file does not exist`;
    throw failed(command, fromImage ? why : `file not found in build context or excluded by .dockerignore: ${why}`);
  }
  const { inode } = at;
  const hash =
    inode.kind === 'dir' ? dirSum(tree, at.path, inode, known) : `file:${known.get(at.path.slice(1)) ?? fileSum(at.path.slice(1), inode)}`;
  return { tree, path: at.path, inode, asked: path, hash };
}

export const isURL = (text: string): boolean => text.startsWith('http://') || text.startsWith('https://');
