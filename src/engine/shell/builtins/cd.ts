import { SysError } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

/** An absolute path without `.`, `..` and doubled slashes (but for two at the start), links left alone. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : '/';
  return root + parts.join('/');
}

export const cd: Builtin = function* (shell, { argv }) {
  const { letters: _, rest } = parseOptions(argv, 'LP');
  const physical = /P[^L]*$/.test(argv.slice(1, argv.length - rest.length).join(''));
  let target = rest[0] ?? shell.variables.get('HOME');
  let show = false;
  if (target === undefined) target = '';
  else if (target === '-' && rest[0] === '-') {
    target = shell.variables.get('OLDPWD') ?? '';
    show = true;
  }
  const searched = !/^(?:\/|\.{1,2}(?:\/|$))/.test(target);
  if (target === '') target = '.';
  const found = searched ? inSearchPath(shell, target) : undefined;
  const failure = change(shell, found?.path ?? target, physical);
  if (failure !== undefined) throw new ShellComplaint(`can't cd to ${rest[0] ?? target}: ${failure.message}`);
  if (found?.show || show) yield* shell.print(1, `${shell.directory}\n`);
  return 0;
};

/** The first directory of that name in CDPATH; it is shown unless CDPATH's element was empty. */
function inSearchPath(shell: Shell, target: string): { path: string; show: boolean } | undefined {
  const search = shell.variables.get('CDPATH');
  if (search === undefined) return undefined;
  for (const directory of search.split(':')) {
    const path = directory === '' ? target : `${directory}/${target}`;
    try {
      if (shell.p.fs.stat(path).kind === 'dir') return { path, show: directory !== '' };
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
  return undefined;
}

/** Goes to a directory: by its name with `..` taken as text, or with `physical` by where links lead. */
function change(shell: Shell, path: string, physical: boolean): SysError | undefined {
  const { p } = shell;
  const logical = physical
    ? undefined
    : normalise(path.startsWith('/') ? path : `${(shell.directory ?? p.cwd).replace(/\/$/, '')}/${path}`);
  try {
    p.chdir(logical ?? path);
  } catch (error) {
    if (error instanceof SysError) return error;
    throw error;
  }
  setDirectory(shell, logical ?? p.getcwd(), true);
  return undefined;
}

/** Makes a path the logical working directory: `$PWD`, and `$OLDPWD` for the one before. */
export function setDirectory(shell: Shell, path: string, keepOld: boolean): void {
  if (keepOld) shell.variables.set('OLDPWD', shell.directory ?? '', { exported: true });
  shell.directory = path;
  shell.variables.set('PWD', path, { exported: true });
}

export const pwd: Builtin = function* (shell, { argv }) {
  const { rest } = parseOptions(argv, 'LP');
  const physical = /P[^L]*$/.test(argv.slice(1, argv.length - rest.length).join(''));
  let path = shell.directory;
  if (physical || path === undefined) {
    try {
      path = shell.p.getcwd();
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      path = '';
    }
  }
  yield* shell.print(1, `${path}\n`);
  return 0;
};
