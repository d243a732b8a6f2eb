// git: clone of a few repositories of the simulated internet, and the daily commands of one's own.
// Knows real objects (blobs, trees, commits by SHA-1), branches and identity; refuses merges, remotes, packs and diffs.
// The index is a list in text, not git's own format; loose objects are written uncompressed and real git reads them.
import { type Process, type Program, type Run, type Step, SysError, toBytes } from '../../kernel/index.ts';
import { exists, makeDirectories, removeTree, writeText } from '../package-data/index.ts';
import { clone } from './clone.ts';
import { log } from './log.ts';
import { writeObject } from './objects.ts';
import {
  absolute,
  branchOf,
  commitTree,
  config,
  create,
  findRepository,
  GitError,
  readCommit,
  readIndex,
  readTree,
  resolve,
  setConfig,
  workingTree,
  writeIndex,
  writeTree,
} from './repository.ts';
import { changes, status } from './status.ts';

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
