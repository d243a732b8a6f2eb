import { encodeText, type Process, type Step, toBytes } from '../../kernel/index.ts';
import { download, exists, makeDirectories, packagePart, reaches, writeText } from '../package-data/index.ts';
import { writeObject } from './objects.ts';
import {
  absolute,
  branchOf,
  commitTree,
  create,
  type Entries,
  GitError,
  type Repository,
  readCommit,
  readTree,
  resolve,
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

/** git clone: from the simulated internet by https, or from a directory. */
export function* clone(p: Process, args: readonly string[]): Step<number> {
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
