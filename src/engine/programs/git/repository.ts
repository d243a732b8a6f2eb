import { fromBytes, type Process, toBytes } from '../../kernel/index.ts';
import { exists, makeDirectories, readText, writeText } from '../package-data/index.ts';
import { objectId, readObject, writeObject } from './objects.ts';

/** git ends with `fatal: ` or other lines, and a status. */
export class GitError extends Error {
  readonly status: number;
  constructor(message: string, status = 128) {
    super(message);
    this.status = status;
  }
}

/** A path from the root, without a slash at its end; the root itself is empty. */
export const absolute = (p: Process, path: string): string =>
  path.startsWith('/')
    ? path.replace(/\/$/, '')
    : path === '.'
      ? p.cwd === '/'
        ? ''
        : p.cwd
      : `${p.cwd === '/' ? '' : p.cwd}/${path.replace(/\/$/, '')}`;

/** A file in the index or in a commit. */
export interface Entry {
  readonly mode: string;
  readonly id: string;
}
export type Entries = Map<string, Entry>;

/** A repository with a working tree. */
export interface Repository {
  /** The directory of the working tree, without the slash of the root. */
  readonly root: string;
  readonly git: string;
}

export function findRepository(p: Process): Repository {
  for (let dir = p.cwd === '/' ? '' : p.cwd; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (exists(p, `${dir}/.git/HEAD`)) return { root: dir, git: `${dir}/.git` };
    if (dir === '') throw new GitError('fatal: not a git repository (or any of the parent directories): .git');
  }
}

/** Makes .git; false when there was one. */
export function create(p: Process, root: string, branch: string, bare = false): boolean {
  const git = bare ? root : `${root}/.git`;
  const fresh = !exists(p, `${git}/HEAD`);
  for (const dir of ['branches', 'hooks', 'info', 'objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
    makeDirectories(p, `${git}/${dir}`);
  if (!fresh) return false;
  writeText(p, `${git}/HEAD`, `ref: refs/heads/${branch}\n`);
  writeText(
    p,
    `${git}/config`,
    `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = ${bare}\n${bare ? '' : '\tlogallrefupdates = true\n'}`,
  );
  writeText(p, `${git}/description`, "Unnamed repository; edit this file 'description' to name the repository.\n");
  writeText(p, `${git}/info/exclude`, '# Files that git leaves alone here\n');
  return true;
}

export const branchOf = (p: Process, { git }: Repository): string =>
  /^ref: refs\/heads\/(.*)$/m.exec(readText(p, `${git}/HEAD`) ?? '')?.[1] ?? 'HEAD';

/** The commit at HEAD, a branch, a tag or by its name's beginning; undefined before the first. */
export function resolve(p: Process, { git }: Repository, name = 'HEAD'): string | undefined {
  if (/^[0-9a-f]{40}$/.test(name)) return name;
  if (name === 'HEAD') {
    const head = (readText(p, `${git}/HEAD`) ?? '').trim();
    return head.startsWith('ref: ') ? readText(p, `${git}/${head.slice(5)}`)?.trim() : head;
  }
  for (const kind of ['heads', 'tags', 'remotes/origin']) {
    const found = readText(p, `${git}/refs/${kind}/${name}`)?.trim();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The index: lines of mode, object and path. */
export function readIndex(p: Process, { git }: Repository): Entries {
  const entries: Entries = new Map();
  for (const line of (readText(p, `${git}/index`) ?? '').split('\n')) {
    const [, mode, id, path] = /^(\d+) ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
    if (mode !== undefined && id !== undefined && path !== undefined) entries.set(path, { mode, id });
  }
  return entries;
}
export const writeIndex = (p: Process, { git }: Repository, entries: Entries): void =>
  writeText(
    p,
    `${git}/index`,
    [...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { mode, id }]) => `${mode} ${id}\t${path}\n`)
      .join(''),
  );

/** Files of the working tree that are not ignored, with what they would be in the index. */
export function workingTree(p: Process, { root }: Repository): Entries {
  const entries: Entries = new Map();
  const ignored = (readText(p, `${root}/.gitignore`) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(
      (line) =>
        new RegExp(
          `^(?:.*/)?${line
            .replace(/^\//, '')
            .replace(/\/$/, '')
            .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
            .replaceAll('*', '[^/]*')
            .replaceAll('?', '[^/]')}(?:/.*)?$`,
        ),
    );
  const walk = (dir: string): void => {
    for (const name of p.fs.readdir(`${root}/${dir}` || '/')) {
      const path = dir === '' ? name : `${dir}/${name}`;
      if (name === '.git' || ignored.some((pattern) => pattern.test(path))) continue;
      const full = `${root}/${path}`;
      const { kind, mode } = p.fs.lstat(full);
      if (kind === 'dir') walk(path);
      else if (kind === 'file')
        entries.set(path, { mode: (mode & 0o111) !== 0 ? '100755' : '100644', id: objectId('blob', p.fs.readFile(full)) });
      else if (kind === 'symlink') entries.set(path, { mode: '120000', id: objectId('blob', toBytes(p.fs.readlink(full))) });
    }
  };
  walk('');
  return entries;
}

/** Writes tree objects for these files; gives the root's name. */
export function writeTree(p: Process, repository: Repository, entries: Entries, prefix = ''): string {
  const here = new Map<string, Entry>();
  const dirs = new Set<string>();
  for (const [path, entry] of entries) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash < 0) here.set(rest, entry);
    else dirs.add(rest.slice(0, slash));
  }
  for (const dir of dirs) here.set(dir, { mode: '40000', id: writeTree(p, repository, entries, `${prefix}${dir}/`) });
  const key = ([name, { mode }]: readonly [string, Entry]): string => (mode === '40000' ? `${name}/` : name);
  const text = [...here]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(([name, { mode, id }]) => `${mode} ${name}\0${String.fromCharCode(...id.match(/../g)!.map((byte) => Number.parseInt(byte, 16)))}`);
  return writeObject(p, repository.git, 'tree', toBytes(text.join('')));
}

/** The files of a tree object. */
export function readTree(p: Process, { git }: Repository, id: string, prefix = ''): Entries {
  const entries: Entries = new Map();
  const text = fromBytes(readObject(p, git, id) ?? new Uint8Array(0));
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\0', at);
    const [mode = '', name = ''] = text.slice(at, end).split(/ (.*)/s);
    const child = [...text.slice(end + 1, end + 21)].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    if (mode === '40000') for (const [path, entry] of readTree(p, { root: '', git }, child, `${prefix}${name}/`)) entries.set(path, entry);
    else entries.set(`${prefix}${name}`, { mode, id: child });
    at = end + 21;
  }
  return entries;
}

export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parent: string | undefined;
  readonly author: string;
  readonly seconds: number;
  readonly message: string;
}

export function readCommit(p: Process, { git }: Repository, id: string): Commit | undefined {
  const bytes = readObject(p, git, id);
  if (bytes === undefined) return undefined;
  const text = fromBytes(bytes);
  const [, author = '', seconds = '0'] = /^author (.*) (\d+) [-+]\d{4}$/m.exec(text) ?? [];
  return {
    id,
    tree: /^tree (\w+)/m.exec(text)?.[1] ?? '',
    parent: /^parent (\w+)/m.exec(text)?.[1],
    author,
    seconds: Number(seconds),
    message: text.slice(text.indexOf('\n\n') + 2),
  };
}

/** Writes a commit and moves the current branch to it. */
export function commitTree(
  p: Process,
  repository: Repository,
  options: { tree: string; parent: string | undefined; author: string; seconds: number; message: string },
): string {
  const { tree, parent, author, seconds, message } = options;
  const text = `tree ${tree}\n${parent === undefined ? '' : `parent ${parent}\n`}author ${author} ${seconds} +0000\ncommitter ${author} ${seconds} +0000\n\n${message.replace(/\n*$/, '\n')}`;
  const id = writeObject(p, repository.git, 'commit', toBytes(text));
  makeDirectories(p, `${repository.git}/refs/heads`);
  writeText(p, `${repository.git}/refs/heads/${branchOf(p, repository)}`, `${id}\n`);
  return id;
}

/** A value of the repository's or the user's configuration: `user.name`. */
export function config(p: Process, name: string, git?: string): string | undefined {
  const [section = '', key = ''] = name.split('.');
  for (const path of [...(git === undefined ? [] : [`${git}/config`]), `${p.env.get('HOME') ?? '/root'}/.gitconfig`, '/etc/gitconfig']) {
    let inside = false;
    for (const line of (readText(p, path) ?? '').split('\n')) {
      if (/^\s*\[/.test(line)) inside = new RegExp(`^\\s*\\[${section}\\]`, 'i').test(line);
      const [, own, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (inside && own?.toLowerCase() === key.toLowerCase()) return value;
    }
  }
  return undefined;
}

export function setConfig(p: Process, path: string, name: string, value: string): void {
  const [section = '', key = ''] = name.split('.');
  const lines = (readText(p, path) ?? '').split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);
  const at = lines.findIndex((line) => line.trim().toLowerCase() === `[${section}]`.toLowerCase());
  const line = `\t${key} = ${value}`;
  if (at < 0) lines.push(`[${section}]`, line);
  else {
    const same = lines.findIndex((each, i) => i > at && each.trim().toLowerCase().startsWith(`${key.toLowerCase()} `));
    if (same > 0) lines[same] = line;
    else lines.splice(at + 1, 0, line);
  }
  writeText(p, path, `${lines.filter((each) => each !== '').join('\n')}\n`);
}
