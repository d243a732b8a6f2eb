import type { Process, Step } from '../../kernel/index.ts';
import { exists } from '../package-data/index.ts';
import { branchOf, type Entries, findRepository, readCommit, readIndex, readTree, resolve, workingTree } from './repository.ts';

/** How a file differs between two lists of files. */
export interface Change {
  readonly path: string;
  readonly kind: 'new' | 'modified' | 'deleted';
}

/** What differs, by path. */
export function changes(before: Entries, after: Entries): Change[] {
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

/** git status, long or with -s. */
export function* status(p: Process, args: readonly string[]): Step<number> {
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
