// git: clone of a few repositories of the simulated internet, and the daily commands of one's own.
// Knows real objects (blobs, trees, commits by SHA-1), branches and identity; refuses merges, remotes, packs and diffs.
// The index is a list in text, not git's own format; loose objects are written uncompressed and real git reads them.
import { encodeText, type Process, type Program, type Run, type Step, SysError, toBytes } from '../../kernel/index.ts';
import { civilFrom } from '../busybox/dates/index.ts';
import { download, exists, makeDirectories, packagePart, reaches, removeTree, writeText } from '../package-data/index.ts';
import { writeObject } from './objects.ts';
import {
  branchOf,
  type Commit,
  commitTree,
  config,
  create,
  type Entries,
  findRepository,
  GitError,
  type Repository,
  readCommit,
  readIndex,
  readTree,
  resolve,
  setConfig,
  workingTree,
  writeIndex,
  writeTree,
} from './repository.ts';

interface Remote {
  readonly branch: string;
  readonly when: number;
  readonly by: string;
  readonly subject: string;
  readonly files: Readonly<Record<string, string>>;
}

const git: Program = function* main(p: Process): Run {
  const args = p.argv.slice(1);
  while (args[0] === '-C' || args[0] === '-c') {
    const [flag, value = ''] = args.splice(0, 2);
    if (flag === '-C') {
      try {
        p.chdir(value);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        yield* p.write(2, `fatal: cannot change to '${value}': ${error.message}\n`);
        return 128;
      }
    }
  }
  const [command = '', ...rest] = args;
  try {
    return yield* run(p, command, rest);
  } catch (error) {
    if (error instanceof GitError) {
      yield* p.write(2, `${error.message}\n`);
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `fatal: ${error.message}\n`);
    return 128;
  }
};

const USAGE = 'usage: git [-v | --version] [-h | --help] [-C <path>] [-c <name>=<value>]\n           <command> [<args>]\n';
const REFUSED = new Set(
  'merge rebase push pull fetch stash reset restore diff show blame bisect cherry-pick revert tag remote submodule worktree grep mv rm clean am apply archive format-patch gc reflog switch'.split(
    ' ',
  ),
);

function* run(p: Process, command: string, args: readonly string[]): Step<number> {
  switch (command) {
    case '--version':
    case '-v':
    case 'version':
      yield* p.write(1, 'git version 2.39.5\n');
      return 0;
    case 'clone':
      return yield* clone(p, args);
    case 'init':
      return yield* init(p, args);
    case 'add':
      return yield* add(p, args);
    case 'commit':
      return yield* commit(p, args);
    case 'status':
      return yield* status(p, args);
    case 'log':
      return yield* log(p, args);
    case 'config':
      return yield* configure(p, args);
    case 'rev-parse':
      return yield* revParse(p, args);
    case 'branch':
    case 'checkout':
      return yield* branch(p, command, args);
    case 'ls-files':
      for (const path of readIndex(p, findRepository(p)).keys()) yield* p.write(1, `${path}\n`);
      return 0;
    case '':
    case '--help':
    case 'help':
      yield* p.write(1, USAGE);
      return command === '' ? 1 : 0;
  }
  if (REFUSED.has(command)) throw new GitError(`strata: git ${command} is not simulated`);
  throw new GitError(`git: '${command}' is not a git command. See 'git --help'.`, 1);
}

const absolute = (p: Process, path: string): string =>
  path.startsWith('/')
    ? path.replace(/\/$/, '')
    : path === '.'
      ? p.cwd === '/'
        ? ''
        : p.cwd
      : `${p.cwd === '/' ? '' : p.cwd}/${path.replace(/\/$/, '')}`;

/** git clone: from the simulated internet by https, or from a directory. */
function* clone(p: Process, args: readonly string[]): Step<number> {
  const words: string[] = [];
  let quiet = false;
  let wanted: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (/^(?:--depth|--origin|-o|--config|-c|--filter|--jobs|-j)$/.test(word)) i++;
    else if (word === '-b' || word === '--branch') wanted = args[++i];
    else if (word === '-q' || word === '--quiet') quiet = true;
    else if (!word.startsWith('-')) words.push(word);
  }
  const [source, given] = words;
  if (source === undefined)
    throw new GitError('fatal: You must specify a repository to clone.\n\nusage: git clone [<options>] [--] <repo> [<dir>]', 129);
  const dir =
    given ??
    source
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .split(/[/:]/)
      .at(-1)!;
  const target = absolute(p, dir);
  if (exists(p, target) && p.fs.readdir(target).length > 0)
    throw new GitError(`fatal: destination path '${dir}' already exists and is not an empty directory.`);
  if (!quiet) yield* p.write(2, `Cloning into '${dir}'...\n`);
  const [, scheme, host, path] = /^(https?|git):\/\/(?:[^@/]*@)?([^/]+)\/(.*?)(?:\.git)?\/?$/.exec(source) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) {
    if (/^(?:ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(source))
      throw new GitError('error: cannot run ssh: No such file or directory\nfatal: unable to fork');
    return yield* cloneLocal(p, source, target);
  }
  if (!(yield* reaches(p, host)))
    throw new GitError(`fatal: unable to access '${source.replace(/\/?$/, '/')}': Could not resolve host: ${host}`);
  if (
    scheme === 'https' &&
    !['/etc/ssl/certs/ca-certificates.crt', '/etc/ssl/cert.pem', '/etc/pki/tls/certs/ca-bundle.crt'].some((file) => exists(p, file))
  )
    throw new GitError(
      `fatal: unable to access '${source.replace(/\/?$/, '/')}': server certificate verification failed. CAfile: none CRLfile: none`,
    );
  const remotes = (yield* packagePart<Readonly<Record<string, Remote>>>('git')) ?? {};
  const name = Object.keys(remotes).find((each) => each.toLowerCase() === `${host}/${path}`.toLowerCase());
  const remote = name === undefined ? undefined : remotes[name];
  if (remote === undefined) throw new GitError(`fatal: could not read Username for 'https://${host}': No such device or address`);
  if (wanted !== undefined && wanted !== remote.branch)
    throw new GitError(
      `warning: Could not find remote branch ${wanted} to clone.\nfatal: Remote branch ${wanted} not found in upstream origin`,
    );
  yield* download(p, 120_000);
  const repository = begin(p, target, remote.branch);
  const entries: Entries = new Map();
  for (const [file, text] of Object.entries(remote.files)) {
    const bytes = toBytes(encodeText(text));
    writeText(p, `${target}/${file}`, encodeText(text));
    entries.set(file, { mode: '100644', id: writeObject(p, repository.git, 'blob', bytes) });
  }
  const id = commitTree(p, repository, {
    tree: writeTree(p, repository, entries),
    parent: undefined,
    author: encodeText(remote.by),
    seconds: remote.when,
    message: encodeText(remote.subject),
  });
  finishClone(p, repository, entries, source, remote.branch, id);
  return 0;
}

function begin(p: Process, target: string, branchName: string): Repository {
  makeDirectories(p, target);
  create(p, target, branchName);
  return { root: target, git: `${target}/.git` };
}

function finishClone(
  p: Process,
  repository: Repository,
  entries: Entries,
  source: string,
  branchName: string,
  id: string | undefined,
): void {
  writeIndex(p, repository, entries);
  const own = `${repository.git}/config`;
  writeText(
    p,
    own,
    `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n[remote "origin"]\n\turl = ${source}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch "${branchName}"]\n\tremote = origin\n\tmerge = refs/heads/${branchName}\n`,
  );
  if (id === undefined) return;
  makeDirectories(p, `${repository.git}/refs/remotes/origin`);
  writeText(p, `${repository.git}/refs/remotes/origin/${branchName}`, `${id}\n`);
}

function* cloneLocal(p: Process, source: string, target: string): Step<number> {
  const from = absolute(p, source);
  if (!exists(p, `${from}/.git/HEAD`)) throw new GitError(`fatal: repository '${source}' does not exist`);
  const old: Repository = { root: from, git: `${from}/.git` };
  const head = resolve(p, old);
  const repository = begin(p, target, branchOf(p, old));
  copy(p, `${from}/.git/objects`, `${target}/.git/objects`);
  const tree = head === undefined ? undefined : readCommit(p, old, head)?.tree;
  const entries = tree === undefined ? new Map() : readTree(p, old, tree);
  for (const path of entries.keys()) {
    makeDirectories(p, `${target}/${path}`.slice(0, `${target}/${path}`.lastIndexOf('/')));
    if (exists(p, `${from}/${path}`)) p.fs.writeFile(`${target}/${path}`, p.fs.readFile(`${from}/${path}`));
  }
  if (head !== undefined) writeText(p, `${repository.git}/refs/heads/${branchOf(p, old)}`, `${head}\n`);
  finishClone(p, repository, entries, from, branchOf(p, old), head);
  yield* p.write(2, 'done.\n');
  return 0;
}

function copy(p: Process, from: string, to: string): void {
  makeDirectories(p, to);
  for (const name of p.fs.readdir(from)) {
    if (p.fs.lstat(`${from}/${name}`).kind === 'dir') copy(p, `${from}/${name}`, `${to}/${name}`);
    else if (!exists(p, `${to}/${name}`)) p.fs.writeFile(`${to}/${name}`, p.fs.readFile(`${from}/${name}`));
  }
}

const HINT = `hint: Using 'master' as the name for the initial branch. This default branch name
hint: is subject to change. To configure the initial branch name to use in all
hint: of your new repositories, which will suppress this warning, call:
hint: 
hint: \tgit config --global init.defaultBranch <name>
hint: 
hint: Names commonly chosen instead of 'master' are 'main', 'trunk' and
hint: 'development'. The just-created branch can be renamed via this command:
hint: 
hint: \tgit branch -m <name>
`;

function* init(p: Process, args: readonly string[]): Step<number> {
  const at = args.findIndex((word) => word === '-b' || word.startsWith('--initial-branch'));
  const named = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1];
  const words = args.filter((word, i) => !word.startsWith('-') && !(at >= 0 && args[at] === '-b' && i === at + 1));
  const target = absolute(p, words[0] ?? '.');
  const known = named ?? config(p, 'init.defaultBranch');
  makeDirectories(p, target);
  const fresh = !exists(p, `${target}/.git/HEAD`);
  if (fresh && known === undefined && !args.includes('-q')) yield* p.write(2, HINT);
  create(p, target, known ?? 'master');
  if (!args.includes('-q') && !args.includes('--quiet'))
    yield* p.write(1, `${fresh ? 'Initialized empty' : 'Reinitialized existing'} Git repository in ${target}/.git/\n`);
  return 0;
}

function* add(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const words = args.filter((word) => !word.startsWith('-'));
  const all = args.includes('-A') || args.includes('--all') || args.includes('-u');
  if (words.length === 0 && !all) {
    yield* p.write(2, "Nothing specified, nothing added.\nhint: Maybe you wanted to say 'git add .'?\n");
    return 0;
  }
  const tree = workingTree(p, repository);
  const index = readIndex(p, repository);
  for (const word of all && words.length === 0 ? ['.'] : words) {
    const full = absolute(p, word);
    const prefix = full === repository.root ? '' : full.slice(repository.root.length + 1);
    const mine = [...new Set([...tree.keys(), ...index.keys()])].filter(
      (path) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`),
    );
    if (mine.length === 0 && !exists(p, full)) throw new GitError(`fatal: pathspec '${word}' did not match any files`);
    for (const path of mine) {
      const entry = tree.get(path);
      if (entry === undefined) index.delete(path);
      else {
        const bytes =
          entry.mode === '120000' ? toBytes(p.fs.readlink(`${repository.root}/${path}`)) : p.fs.readFile(`${repository.root}/${path}`);
        index.set(path, { ...entry, id: writeObject(p, repository.git, 'blob', bytes) });
      }
    }
  }
  writeIndex(p, repository, index);
  return 0;
}

const UNKNOWN = (host: string): string => `Author identity unknown

*** Please tell me who you are.

Run

  git config --global user.email "you@example.com"
  git config --global user.name "Your Name"

to set your account's default identity.
Omit --global to set the identity only in this repository.

fatal: unable to auto-detect email address (got 'root@${host}.(none)')`;

function* commit(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const messages: string[] = [];
  let every = false;
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (/^-a?m$/.test(word) || word === '--message') {
      messages.push(args[++i] ?? '');
      every ||= word === '-am';
    } else if (word.startsWith('--message=')) messages.push(word.slice(10));
    else if (/^-m./.test(word)) messages.push(word.slice(2));
    else if (word === '-a' || word === '--all') every = true;
  }
  if (every) yield* add(p, ['-u', ...[...readIndex(p, repository).keys()].map((path) => `${repository.root}/${path}`)]);
  const index = readIndex(p, repository);
  const parent = resolve(p, repository);
  const before = parent === undefined ? new Map() : readTree(p, repository, readCommit(p, repository, parent)?.tree ?? '');
  const changed = changes(before, index);
  if (changed.length === 0 && !args.includes('--allow-empty')) {
    yield* status(p, []);
    return 1;
  }
  const name = p.env.get('GIT_AUTHOR_NAME') ?? config(p, 'user.name', repository.git);
  const email = p.env.get('GIT_AUTHOR_EMAIL') ?? config(p, 'user.email', repository.git);
  if (name === undefined || email === undefined) throw new GitError(UNKNOWN(p.ns.hostname));
  if (messages.length === 0)
    throw new GitError('error: Terminal is dumb, but EDITOR unset\nPlease supply the message using either -m or -F option.', 1);
  const message = messages.join('\n\n');
  writeText(p, `${repository.git}/COMMIT_EDITMSG`, `${message}\n`);
  const id = commitTree(p, repository, {
    tree: writeTree(p, repository, index),
    parent,
    author: `${name} <${email}>`,
    seconds: Math.floor(p.now()),
    message,
  });
  if (args.includes('-q') || args.includes('--quiet')) return 0;
  const root = parent === undefined ? ' (root-commit)' : '';
  yield* p.write(
    1,
    `[${branchOf(p, repository)}${root} ${id.slice(0, 7)}] ${message.split('\n')[0]}\n ${changed.length} file${changed.length === 1 ? '' : 's'} changed\n`,
  );
  for (const { path, kind } of changed) {
    if (kind === 'new') yield* p.write(1, ` create mode ${index.get(path)!.mode} ${path}\n`);
    else if (kind === 'deleted') yield* p.write(1, ` delete mode ${before.get(path)!.mode} ${path}\n`);
  }
  return 0;
}

interface Change {
  readonly path: string;
  readonly kind: 'new' | 'modified' | 'deleted';
}

function changes(before: Entries, after: Entries): Change[] {
  const out: Change[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [a, b] = [before.get(path), after.get(path)];
    if (a === undefined) out.push({ path, kind: 'new' });
    else if (b === undefined) out.push({ path, kind: 'deleted' });
    else if (a.id !== b.id || a.mode !== b.mode) out.push({ path, kind: 'modified' });
  }
  return out;
}

const WORDS: Readonly<Record<Change['kind'], string>> = { new: 'new file:   ', modified: 'modified:   ', deleted: 'deleted:    ' };
const LETTERS: Readonly<Record<Change['kind'], string>> = { new: 'A', modified: 'M', deleted: 'D' };

function* status(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const index = readIndex(p, repository);
  const head = resolve(p, repository);
  const committed: Entries = head === undefined ? new Map() : readTree(p, repository, readCommit(p, repository, head)?.tree ?? '');
  const tree = workingTree(p, repository);
  const staged = changes(committed, index);
  const all = changes(index, tree);
  const unstaged = all.filter(({ kind }) => kind !== 'new');
  const untracked = collapse(
    all.filter(({ kind }) => kind === 'new').map(({ path }) => path),
    index,
  );
  if (args.some((word) => /^(?:-s|--short|--porcelain)/.test(word))) {
    for (const path of [...new Set([...staged, ...unstaged].map((each) => each.path))].sort()) {
      const [a, b] = [staged.find((each) => each.path === path), unstaged.find((each) => each.path === path)];
      yield* p.write(1, `${a === undefined ? ' ' : LETTERS[a.kind]}${b === undefined ? ' ' : LETTERS[b.kind]} ${path}\n`);
    }
    for (const path of untracked) yield* p.write(1, `?? ${path}\n`);
    return 0;
  }
  let text = `On branch ${branchOf(p, repository)}\n`;
  if (exists(p, `${repository.git}/refs/remotes/origin`)) text += `Your branch is up to date with 'origin/${branchOf(p, repository)}'.\n\n`;
  if (head === undefined) text += '\nNo commits yet\n\n';
  if (staged.length > 0)
    text += `Changes to be committed:\n  (use "git ${head === undefined ? 'rm --cached <file>..."' : 'restore --staged <file>..."'} to unstage)\n${staged.map(({ path, kind }) => `\t${WORDS[kind]}${path}\n`).join('')}\n`;
  if (unstaged.length > 0)
    text += `Changes not staged for commit:\n  (use "git add${unstaged.some(({ kind }) => kind === 'deleted') ? '/rm' : ''} <file>..." to update what will be committed)\n  (use "git restore <file>..." to discard changes in working directory)\n${unstaged.map(({ path, kind }) => `\t${WORDS[kind]}${path}\n`).join('')}\n`;
  if (untracked.length > 0)
    text += `Untracked files:\n  (use "git add <file>..." to include in what will be committed)\n${untracked.map((path) => `\t${path}\n`).join('')}\n`;
  if (staged.length === 0) {
    if (unstaged.length > 0) text += 'no changes added to commit (use "git add" and/or "git commit -a")\n';
    else if (untracked.length > 0) text += 'nothing added to commit but untracked files present (use "git add" to track)\n';
    else
      text +=
        head === undefined
          ? 'nothing to commit (create/copy files and use "git add" to track)\n'
          : 'nothing to commit, working tree clean\n';
  }
  yield* p.write(1, text);
  return 0;
}

/** A directory of which nothing is tracked is shown as one. */
function collapse(paths: readonly string[], index: Entries): string[] {
  const out = new Set<string>();
  for (const path of paths) {
    const top = path.split('/')[0]!;
    out.add(path.includes('/') && ![...index.keys()].some((each) => each.startsWith(`${top}/`)) ? `${top}/` : path);
  }
  return [...out];
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateText(seconds: number): string {
  const { year, month, day, hour, minute, second, weekday } = civilFrom(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${DAYS[weekday]} ${MONTHS[month]} ${day} ${two(hour)}:${two(minute)}:${two(second)} ${year} +0000`;
}

function* log(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const head = resolve(p, repository);
  if (head === undefined) throw new GitError(`fatal: your current branch '${branchOf(p, repository)}' does not have any commits yet`);
  const at = args.findIndex((word) => /^-(?:n|\d+|-max-count)/.test(word));
  const limit = at < 0 ? 1000 : Number(/\d+/.exec(args[at]!)?.[0] ?? args[at + 1]);
  const format = args.find((word) => /^--(?:format|pretty)=/.test(word))?.replace(/^--(?:format|pretty)=(?:format:)?/, '');
  let next: string | undefined = head;
  for (let count = 0; next !== undefined && count < limit; count++) {
    const one: Commit | undefined = readCommit(p, repository, next);
    if (one === undefined) break;
    const subject = one.message.split('\n')[0]!;
    if (args.includes('--oneline') || format === 'oneline')
      yield* p.write(1, `${format === 'oneline' ? one.id : one.id.slice(0, 7)} ${subject}\n`);
    else if (format !== undefined)
      yield* p.write(
        1,
        `${format.replace(/%(?:H|h|s|an|ae|ad)/g, (mark) => ({ '%H': one.id, '%h': one.id.slice(0, 7), '%s': subject, '%an': one.author.replace(/ <.*/, ''), '%ae': /<(.*)>/.exec(one.author)?.[1] ?? '', '%ad': dateText(one.seconds) })[mark] ?? mark)}\n`,
      );
    else
      yield* p.write(
        1,
        `${count > 0 ? '\n' : ''}commit ${one.id}\nAuthor: ${one.author}\nDate:   ${dateText(one.seconds)}\n\n${one.message
          .replace(/\n*$/, '')
          .split('\n')
          .map((line) => `    ${line}\n`)
          .join('')}`,
      );
    next = one.parent;
  }
  return 0;
}

function* configure(p: Process, args: readonly string[]): Step<number> {
  const words = args.filter((word) => !word.startsWith('-'));
  const global = args.includes('--global') || args.includes('--system');
  const [name, value] = words;
  if (name === undefined) return 0;
  if (value === undefined) {
    let own: string | undefined;
    if (!global) {
      try {
        own = findRepository(p).git;
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
      }
    }
    const found = config(p, name, own);
    if (found === undefined) return 1;
    yield* p.write(1, `${found}\n`);
    return 0;
  }
  setConfig(
    p,
    args.includes('--system')
      ? '/etc/gitconfig'
      : global
        ? `${p.env.get('HOME') ?? '/root'}/.gitconfig`
        : `${findRepository(p).git}/config`,
    name,
    value,
  );
  return 0;
}

function* revParse(p: Process, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  if (args.includes('--show-toplevel')) yield* p.write(1, `${repository.root === '' ? '/' : repository.root}\n`);
  else if (args.includes('--abbrev-ref')) yield* p.write(1, `${branchOf(p, repository)}\n`);
  else {
    const name = args.find((word) => !word.startsWith('-')) ?? 'HEAD';
    const id = resolve(p, repository, name);
    if (id === undefined)
      throw new GitError(
        `${name}\nfatal: ambiguous argument '${name}': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'`,
      );
    yield* p.write(1, `${args.includes('--short') ? id.slice(0, 7) : id}\n`);
  }
  return 0;
}

/** git branch [name], git checkout [-b] name. */
function* branch(p: Process, command: string, args: readonly string[]): Step<number> {
  const repository = findRepository(p);
  const words = args.filter((word) => !word.startsWith('-'));
  const current = branchOf(p, repository);
  const head = resolve(p, repository);
  const [name] = words;
  const heads = `${repository.git}/refs/heads`;
  if (name === undefined) {
    if (command === 'checkout') return 0;
    for (const each of exists(p, heads) ? p.fs.readdir(heads) : []) yield* p.write(1, `${each === current ? '*' : ' '} ${each}\n`);
    return 0;
  }
  const make = command === 'branch' || args.includes('-b');
  if (command === 'branch' && (args.includes('-m') || args.includes('-M'))) {
    if (head !== undefined) {
      removeTree(p, `${heads}/${current}`);
      writeText(p, `${heads}/${name}`, `${head}\n`);
    }
    writeText(p, `${repository.git}/HEAD`, `ref: refs/heads/${name}\n`);
    return 0;
  }
  if (make && exists(p, `${heads}/${name}`)) throw new GitError(`fatal: a branch named '${name}' already exists`);
  if (make && head !== undefined) writeText(p, `${heads}/${name}`, `${head}\n`);
  if (command === 'branch') {
    if (head === undefined) throw new GitError(`fatal: not a valid object name: '${current}'`);
    return 0;
  }
  if (!make && !exists(p, `${heads}/${name}`)) throw new GitError(`error: pathspec '${name}' did not match any file(s) known to git`, 1);
  const there = resolve(p, repository, name);
  if (!make && there !== head) throw new GitError('strata: git checkout of another commit is not simulated');
  writeText(p, `${repository.git}/HEAD`, `ref: refs/heads/${name}\n`);
  yield* p.write(2, `Switched to ${make ? 'a new ' : ''}branch '${name}'\n`);
  return 0;
}

export const programs: Readonly<Record<string, Program>> = { git };
