import { SysError } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

/** An absolute path without `.`, `..` and doubled slashes, links left alone. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
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
  const candidates: [string, boolean][] = [];
  const searched = !/^(?:\/|\.{1,2}(?:\/|$))/.test(target);
  if (target === '') target = '.';
  if (searched) {
    for (const directory of (shell.variables.get('CDPATH') ?? '').split(':')) {
      if (directory !== '') candidates.push([`${directory}/${target}`, true]);
      else candidates.push([target, false]);
    }
  }
  candidates.push([target, false]);
  let failure: SysError | undefined;
  for (const [path, viaPath] of candidates) {
    failure = change(shell, path, physical);
    if (failure !== undefined) continue;
    if (viaPath || show) yield* shell.print(1, `${shell.directory ?? path}\n`);
    return 0;
  }
  throw new ShellComplaint(`can't cd to ${rest[0] ?? target}: ${failure!.message}`);
};

function change(shell: Shell, path: string, physical: boolean): SysError | undefined {
  const { p } = shell;
  const logical = physical ? undefined : normalise(path.startsWith('/') ? path : `${shell.directory ?? p.cwd}/${path}`);
  try {
    if (logical !== undefined) {
      const kind = p.fs.stat(path.startsWith('/') || shell.directory === undefined ? path : `${shell.directory}/${path}`).kind;
      if (kind !== 'dir') return new SysError('ENOTDIR');
    }
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
      path = shell.directory ?? '';
    }
  }
  yield* shell.print(1, `${path}\n`);
  return 0;
};
