import { archiveMembers, type ContextSource, SolveError, uncompressed, unreachable } from '../../../engine/build/index.ts';
import { archiveContext, contextOf, readIgnoreFile } from '../../../engine/context/index.ts';
import { encodeText, type Process, type Step } from '../../../engine/kernel/index.ts';
import { bytesBody, type InodeOf, readBody, resolvePath, Tree } from '../../../engine/tree/index.ts';
import { BuildError } from './build-error.ts';
import { absolute, hostPlace } from './host-path.ts';
import { isCompressed } from './is-compressed.ts';

export interface BuildkitContext {
  /** Undefined when there is none: what the build then says. */
  readonly dockerfile: Uint8Array | undefined;
  readonly dockerfileName: string;
  readonly ignore: readonly string[];
  readonly ignoreSize: number | undefined;
  readonly tree: () => Tree;
  /** Directories of the host that the context and the Dockerfile are from. */
  readonly places?: { readonly context: string; readonly dockerfile: string };
  readonly source?: ContextSource;
}

/** The context of `docker build PATH|-` with BuildKit. Throws BuildError with buildx's text. Source: docker/buildx build/opt.go, buildkit dockerui. */
export function* buildkitContext(process: Process, path: string, file: string): Step<BuildkitContext> {
  if (path === '-' && file === '-') throw new BuildError("invalid argument: can't use stdin for both build context and dockerfile");
  if (path === '-') return fromInput(process, yield* process.readAll(0), file);
  const given = file === '-' ? yield* process.readAll(0) : undefined;
  const place = hostPlace(process, path);
  if (place?.inode.kind !== 'dir') {
    if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(path)) return remote(path);
    throw new BuildError(`unable to prepare context: path "${path}" not found`);
  }
  return fromDirectory(process, place.tree, place.inode, place.path, file, given);
}

function fromDirectory(
  process: Process,
  host: Tree,
  dir: InodeOf<'dir'>,
  root: string,
  file: string,
  given: Uint8Array | undefined,
): BuildkitContext {
  const { name, directory, bytes } =
    given === undefined ? findDockerfile(process, root, file) : { name: 'Dockerfile', directory: root, bytes: given };
  const own = given === undefined ? hostPlace(process, `${directory}/${name}.dockerignore`) : undefined;
  const common = host.child(dir.ino, '.dockerignore');
  const ignoreFile = own?.inode.kind === 'file' ? own.inode : common?.kind === 'file' ? common : undefined;
  const ignore = ignoreFile === undefined ? [] : readIgnoreFile(readBody(ignoreFile.body));
  return {
    dockerfile: bytes,
    dockerfileName: name,
    ignore,
    ignoreSize: ignoreFile?.body.size,
    tree: () => filtered(host, dir, ignore, process.now()),
    places: { context: root, dockerfile: directory },
    source: {
      host,
      dir,
      path: root,
      ...(ignoreFile === undefined
        ? {}
        : { ignore: { name: ignoreFile === common ? '.dockerignore' : `${name}.dockerignore`, file: ignoreFile } }),
    },
  };
}

/** A directory of the host as a context of its own, without what its ignore file names. Throws SolveError. */
export function contextDirectory(process: Process, host: Tree, dir: InodeOf<'dir'>): Tree {
  const file = host.child(dir.ino, '.dockerignore');
  return filtered(host, dir, file?.kind === 'file' ? readIgnoreFile(readBody(file.body)) : [], process.now());
}

function filtered(host: Tree, dir: InodeOf<'dir'>, ignore: readonly string[], now: number): Tree {
  try {
    return contextOf(host, dir, ignore, 'buildkit', now);
  } catch (error) {
    if (error instanceof Error) throw new SolveError(error.message);
    throw error;
  }
}

function findDockerfile(process: Process, root: string, file: string): { name: string; directory: string; bytes: Uint8Array | undefined } {
  const path = file === '' ? defaultFile(process, root) : absolute(process, file);
  const slash = path.lastIndexOf('/');
  const directory = path.slice(0, slash) || '/';
  if (file !== '' && hostPlace(process, directory) === undefined)
    throw new BuildError(
      `failed to read dockerfile: failed to get absolute path of dockerfile directory: lstat ${directory}: no such file or directory`,
    );
  const inode = hostPlace(process, path)?.inode;
  return { name: path.slice(slash + 1), directory, bytes: inode?.kind === 'file' ? readBody(inode.body) : undefined };
}

function defaultFile(process: Process, root: string): string {
  const base = root === '/' ? '' : root;
  const there = process.fs.exists(encodeText(`${base}/Dockerfile`)) || !process.fs.exists(encodeText(`${base}/dockerfile`));
  return `${base}/${there ? 'Dockerfile' : 'dockerfile'}`;
}

/** Standard input: an archive, or a Dockerfile without a context. */
function fromInput(process: Process, bytes: Uint8Array, file: string): BuildkitContext {
  if (bytes.length === 0) throw new BuildError('failed to peek context header from STDIN: EOF');
  const body = bytesBody(bytes);
  if (!isCompressed(body) && archiveMembers(body) === undefined) {
    if (file !== '') throw new BuildError('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
    return { dockerfile: bytes, dockerfileName: 'Dockerfile', ignore: [], ignoreSize: undefined, tree: () => Tree.empty(process.now()) };
  }
  const plain = uncompressed(body);
  const members = plain === undefined ? undefined : archiveMembers(plain);
  const tree = members === undefined || members.damage !== undefined ? undefined : archiveContext(members.entries, 'root');
  if (tree === undefined) throw new BuildError('failed to solve: failed to load archive: unexpected EOF');
  const name = file === '' ? 'Dockerfile' : file;
  const inode = resolvePath(tree, `/${name}`)?.inode;
  // BuildKit reads ignore files of directories only (frontend/dockerui MainContext).
  return {
    dockerfile: inode?.kind === 'file' ? readBody(inode.body) : undefined,
    dockerfileName: name,
    ignore: [],
    ignoreSize: undefined,
    tree: () => filtered(tree, tree.root(), [], process.now()),
  };
}

/** A context that is not on this machine. Throws BuildError. */
export function remote(url: string): never {
  const host = /^[a-z]+:\/\/([^/:]*)/.exec(url)?.[1] ?? /@([^:]*):/.exec(url)?.[1] ?? 'github.com';
  const isGit = !url.startsWith('http') || /\.git(#|$)/.test(url);
  throw new BuildError(
    isGit
      ? `failed to solve: failed to read dockerfile: failed to load cache key: failed to fetch remote ${url}: git stderr:\nfatal: unable to access '${url}': Could not resolve host: ${host}\n: exit status 128`
      : `failed to solve: failed to read downloaded context: failed to load cache key: ${unreachable(url)}`,
  );
}
