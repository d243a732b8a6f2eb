import { archiveMembers, type ContextSource, uncompressed } from '../../../engine/build/index.ts';
import { archiveContext, archiveSize, archiveSums, contextOf, PatternMatcher, readIgnoreFile } from '../../../engine/context/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText, type Process, type Step } from '../../../engine/kernel/index.ts';
import { type Body, bytesBody, type InodeOf, ROOT, readBody, resolvePath, Tree, TreeEdit } from '../../../engine/tree/index.ts';
import { BuildError } from './build-error.ts';
import { absolute, hostPlace, missing, relative } from './host-path.ts';
import { isCompressed } from './is-compressed.ts';

export interface ClassicContext {
  readonly tree: Tree;
  readonly sums: ReadonlyMap<string, string>;
  readonly dockerfile: Uint8Array;
  readonly dockerfileName: string;
  /** Bytes sent. */
  readonly size: number;
  /** What the engine says once it has the context. */
  readonly refused?: DockerError;
  /** The directory it was made from, and the Dockerfile's path. */
  readonly source?: ContextSource;
  readonly dockerfilePath?: string;
}

/**
 * The context of `docker build PATH|-` with the classic builder. Throws BuildError with the client's text, DockerError with the engine's.
 * Source: docker/cli cli/command/image/build.go, build/context.go.
 */
export function* classicContext(process: Process, path: string, file: string): Step<ClassicContext> {
  if (file === '-' && path === '-') throw new BuildError("invalid argument: can't use stdin for both build context and dockerfile");
  if (path === '-') return fromInput(yield* process.readAll(0), file, process.now());
  const dockerfile = file === '-' ? yield* process.readAll(0) : undefined;
  const place = hostPlace(process, path);
  if (place?.inode.kind !== 'dir') {
    if (/^(https?|git):\/\/|^git@|^github\.com\//.test(path)) throw new BuildError(`unable to prepare context: ${remote(path)}`);
    if (place !== undefined) throw new BuildError(`unable to prepare context: context must be a directory: ${place.path}`);
    throw new BuildError(`unable to prepare context: path "${path}" not found`);
  }
  return fromDirectory(process, place.tree, place.inode, place.path, file, dockerfile);
}

const remote = (url: string): string =>
  url.endsWith('.git') || !url.startsWith('http')
    ? `unable to 'git clone' to temporary context directory: error initializing submodules: could not reach ${url}: there is no network`
    : `unable to download remote context ${url}: there is no network`;

function fromDirectory(
  process: Process,
  host: Tree,
  dir: InodeOf<'dir'>,
  root: string,
  file: string,
  given: Uint8Array | undefined,
): ClassicContext {
  const { name, bytes } = given === undefined ? findDockerfile(process, root, file) : { name: '', bytes: given };
  const at = name === '' ? undefined : absolute(process, `${root}/${name}`);
  const ignored = host.child(dir.ino, '.dockerignore');
  const patterns = ignored?.kind === 'file' ? readIgnoreFile(readBody(ignored.body)) : [];
  const tree = filtered(host, dir, patterns, process.now());
  return {
    tree,
    sums: new Map(),
    dockerfile: bytes,
    ...emptyFile(bytes, name || 'Dockerfile'),
    dockerfileName: name || 'Dockerfile',
    size: archiveSize(tree),
    source: { host, dir, path: root, ...(ignored?.kind === 'file' ? { ignore: { name: '.dockerignore', file: ignored } } : {}) },
    ...(at === undefined ? {} : { dockerfilePath: at }),
  };
}

function filtered(host: Tree, dir: InodeOf<'dir'>, patterns: readonly string[], now: number): Tree {
  try {
    return contextOf(host, dir, patterns, 'classic', now);
  } catch (error) {
    if (error instanceof Error) throw new BuildError(`checking context: ${error.message}`);
    throw error;
  }
}

function findDockerfile(process: Process, root: string, file: string): { name: string; bytes: Uint8Array } {
  let path = file === '' ? `${root === '/' ? '' : root}/Dockerfile` : absolute(process, file);
  if (
    file === '' &&
    !process.fs.exists(encodeText(path)) &&
    process.fs.exists(encodeText(path.toLowerCase().replace(root.toLowerCase(), root)))
  ) {
    path = `${root === '/' ? '' : root}/dockerfile`;
  }
  const place = hostPlace(process, path);
  if (place === undefined)
    throw new BuildError(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: ${missing(process, path)}`);
  const name = relative(root, place.path);
  if (place.inode.kind === 'dir') throw new DockerError('System', `read ${name}: is a directory`);
  return { name, bytes: place.inode.kind === 'file' ? readBody(place.inode.body) : new Uint8Array(0) };
}

/** Standard input: an archive, or a Dockerfile alone. */
function fromInput(bytes: Uint8Array, file: string, now: number): ClassicContext {
  const body = bytesBody(bytes);
  const isArchive = isCompressed(body) || archiveMembers(body) !== undefined;
  if (!isArchive && file !== '')
    throw new BuildError(
      'unable to prepare context from STDIN: ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles',
    );
  if (!isArchive)
    return {
      tree: alone(body, now),
      sums: new Map(),
      dockerfile: bytes,
      ...emptyFile(bytes, 'Dockerfile'),
      dockerfileName: 'Dockerfile',
      size: 2048,
    };
  const plain = uncompressed(body);
  const members = plain === undefined ? undefined : archiveMembers(plain);
  if (plain === undefined || members === undefined || members.damage !== undefined)
    throw new DockerError('System', `Error processing tar file(exit status 1): ${members?.damage?.message ?? 'unexpected EOF'}`);
  const tree = archiveContext(members.entries, 'kept');
  if (tree === undefined) throw new DockerError('System', 'Error processing tar file(exit status 1): invalid tar archive');
  const name = file === '' ? 'Dockerfile' : file;
  const inode = resolvePath(tree, `/${name}`)?.inode;
  if (inode?.kind !== 'file') {
    const refused = new DockerError('InvalidArgument', `Cannot locate specified Dockerfile: ${name}`);
    return { tree, sums: new Map(), dockerfile: new Uint8Array(0), dockerfileName: name, size: bytes.length, refused };
  }
  const ignore = tree.at('/.dockerignore');
  const patterns = ignore?.kind === 'file' ? readIgnoreFile(readBody(ignore.body)) : [];
  const own = withoutIgnored(tree, name, patterns);
  return {
    tree: own,
    sums: archiveSums(plain),
    dockerfile: readBody(inode.body),
    ...emptyFile(readBody(inode.body), name),
    dockerfileName: name,
    size: bytes.length,
  };
}

/** The engine takes the Dockerfile and the ignore file themselves out of an archive when the ignore file says so. */
function withoutIgnored(tree: Tree, dockerfile: string, patterns: readonly string[]): Tree {
  const matcher = new PatternMatcher(patterns);
  const edit = new TreeEdit(tree);
  for (const name of ['.dockerignore', dockerfile]) {
    const inode = tree.at(`/${name}`);
    const link = inode?.links[0];
    if (inode !== undefined && inode.kind !== 'dir' && link !== undefined && matcher.matchesOrParentMatches(name))
      edit.unlink(link.parent, link.name);
  }
  return edit.tree();
}

/** A Dockerfile without a context is sent as a context that holds just it. */
function alone(body: Body, now: number): Tree {
  const edit = new TreeEdit(Tree.empty(now));
  edit.create(ROOT, 'Dockerfile', { kind: 'file', body, mode: 0o644, uid: 0, gid: 0, mtime: now });
  return edit.tree();
}

const emptyFile = (bytes: Uint8Array, name: string): { refused?: DockerError } =>
  bytes.length > 0 ? {} : { refused: new DockerError('InvalidArgument', `the Dockerfile (${name}) cannot be empty`) };
