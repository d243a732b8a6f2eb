import { decompress } from '../../../engine/archive/index.ts';
import type { Container } from '../../../engine/container/index.ts';
import {
  findContainer,
  glancedAtVolumes,
  membersOf,
  readPath,
  statPath,
  unpackInto,
  writePath,
} from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { TarEntry } from '../../../engine/layer/index.ts';
import { readTar, TarError, tarPieces } from '../../../engine/tar/index.ts';
import { bytesBody, type Inode, resolvePath } from '../../../engine/tree/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { type CopyTarget, prepareCopy, splitEntry } from './copy-names.ts';

/** The client refuses a copy before the engine is asked. */
class CopyError extends Error {}

/** `docker cp`. Source: docker/cli cli/command/container/cp.go. */
export const cp: Command = {
  paths: ['container cp', 'cp'],
  *run(context, flags, args) {
    const [source = '', target = ''] = args;
    const from = splitArgument(source);
    const to = splitArgument(target);
    try {
      if (source === '') throw new CopyError('source can not be empty');
      if (target === '') throw new CopyError('destination can not be empty');
      if (from.container !== '' && to.container !== '') throw new CopyError('copying between containers is not supported');
      if (from.container === '' && to.container === '') throw new CopyError('must specify at least one container source');
      if (from.container !== '') yield* copyOut(context, flags, from.container, from.path, target);
      else yield* copyIn(context, flags, source, to.container, to.path);
      return 0;
    } catch (error) {
      if (!(error instanceof CopyError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
  },
};

/** `CONTAINER:PATH` or a local path; one that begins with `.` or `/` is always local. */
function splitArgument(text: string): { container: string; path: string } {
  const colon = text.indexOf(':');
  if (colon < 0 || text.startsWith('/') || text.startsWith('.')) return { container: '', path: text };
  return { container: text.slice(0, colon), path: text.slice(colon + 1) };
}

function hostPath(context: Context, path: string): string {
  return path.startsWith('/') ? path : `${context.process.cwd === '/' ? '' : context.process.cwd}/${path}`;
}

function* copyIn(context: Context, flags: ParsedFlags, source: string, ref: string, path: string): Step<void> {
  const { daemon } = context;
  const container = ifThere(context, ref);
  const target = container === undefined ? { path, exists: false, isDir: false } : containerTarget(context, container, path);
  const asUser = flags.bool('archive');
  if (source === '-') {
    if (!target.isDir) throw new CopyError(`destination "${ref}:${path}" must be a directory`);
    const bytes = yield* context.process.readAll(0, 512 * 1024 * 1024);
    writePath(daemon, findContainer(daemon, ref), ref, target.path, readArchive(bytes), asUser);
    return;
  }
  const tree = daemon.hostFiles.tree();
  const full = hostPath(context, source);
  const found = resolvePath(tree, full, flags.bool('follow-link') || /\/\.?$/.test(source))?.inode;
  if (found === undefined) {
    const end = flags.bool('follow-link') ? (resolvePath(tree, full)?.path ?? full) : full;
    throw new CopyError(`lstat ${end}: no such file or directory`);
  }
  if (/\/\.?$/.test(source) && found.kind !== 'dir') throw new CopyError('not a directory');
  const plan = planned(source, found, target);
  const entries = membersOf(tree, found, plan.name);
  writePath(daemon, findContainer(daemon, ref), ref, plan.dir, entries, asUser);
  yield* report(context, flags, entries, `${ref}:${path}`);
}

/** The client looks at the source and at the names before it minds that there is no such container. */
function ifThere(context: Context, ref: string): Container | undefined {
  try {
    return findContainer(context.daemon, ref);
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

/** Where a copy into a container goes: a link at the end is taken when it leads somewhere. */
function containerTarget(context: Context, container: Container, path: string): CopyTarget {
  if (path === '') return { path: '/.', exists: false, isDir: false };
  const stat = statPath(context.daemon, container, path);
  glancedAtVolumes(context.daemon, container);
  if (stat === undefined) return { path, exists: false, isDir: false };
  if (stat.target === undefined) return { path, exists: true, isDir: stat.inode.kind === 'dir' };
  glancedAtVolumes(context.daemon, container);
  const through = statPath(context.daemon, container, stat.target);
  return { path: stat.target, exists: through !== undefined, isDir: through?.inode.kind === 'dir' };
}

function planned(source: string, inode: Inode, target: CopyTarget): { dir: string; name: string } {
  const plan = prepareCopy(source, inode.kind === 'dir', target);
  if (typeof plan === 'string') throw new CopyError(plan);
  return plan;
}

function readArchive(bytes: Uint8Array): TarEntry[] {
  try {
    return readTar(decompress(bytesBody(bytes)));
  } catch (error) {
    if (error instanceof TarError) throw new DockerError('InvalidArgument', error.message);
    throw error;
  }
}

function* copyOut(context: Context, flags: ParsedFlags, ref: string, path: string, target: string): Step<void> {
  const { daemon } = context;
  const container = findContainer(daemon, ref);
  if (path === '') throw new DockerError('InvalidArgument', 'bad parameter: pathcannot be empty');
  const stat = statPath(daemon, container, path);
  const from = flags.bool('follow-link') && stat?.target !== undefined ? stat.target : path;
  const entries = readPath(daemon, container, ref, from);
  if (target === '-') {
    for (const piece of tarPieces(entries)) yield* context.process.write(1, piece);
    return;
  }
  const tree = daemon.hostFiles.tree();
  const full = hostPath(context, target);
  const there = resolvePath(tree, full);
  const parent = splitEntry(there?.path ?? full).dir;
  if (there?.inode === undefined && resolvePath(tree, parent)?.inode?.kind !== 'dir') {
    throw new CopyError(`invalid output path: directory "${parent}" does not exist`);
  }
  const isDir = there?.inode?.kind === 'dir';
  const asTyped = /\/\.?$/.test(target) && there?.inode === undefined ? `${there?.path ?? full}/` : (there?.path ?? full);
  const source = statPath(daemon, container, from);
  const plan = planned(path, source!.inode, { path: asTyped, exists: there?.inode !== undefined, isDir });
  const dir = resolvePath(tree, plan.dir)?.inode;
  if (dir?.kind !== 'dir') throw new CopyError(`invalid output path: directory "${plan.dir}" does not exist`);
  const own = renameTop(entries, splitEntry(from).base, plan.name).map((entry) => ({ ...entry, uid: 0, gid: 0 }));
  unpackInto(daemon.hostFiles, dir.ino, own, daemon.now());
  yield* report(context, flags, entries, target);
}

/** Members with their first component renamed; a name of `''` leaves the directory itself out. */
function renameTop(entries: readonly TarEntry[], base: string, name: string): TarEntry[] {
  const top = base === '.' || base === '' ? (entries[0]?.path ?? '') : base;
  const rename = (path: string): string =>
    path === top ? name : path.startsWith(`${top}/`) ? `${name === '' ? '' : `${name}/`}${path.slice(top.length + 1)}` : path;
  return entries.map((entry) =>
    entry.kind === 'hardlink'
      ? { ...entry, path: rename(entry.path), linkname: rename(entry.linkname) }
      : { ...entry, path: rename(entry.path) },
  );
}

/** What a terminal is told; nobody else. */
function* report(context: Context, flags: ParsedFlags, entries: readonly TarEntry[], target: string): Step<void> {
  if (flags.bool('quiet') || !context.process.isatty(2)) return;
  const size = entries.reduce((sum, entry) => sum + 512 + (entry.kind === 'file' ? Math.ceil(entry.body.size / 512) * 512 : 0), 1024);
  yield* context.err(`Successfully copied ${humanSize(size)} to ${target}\n`);
}
