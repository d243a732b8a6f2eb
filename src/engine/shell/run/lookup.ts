import { SysError } from '../../kernel/index.ts';
import { BASH_BUILTINS, BUILTIN_NAMES, NOT_DASH } from '../builtins/names.ts';
import type { Shell } from '../shell.ts';
import type { FunctionDefinition } from '../syntax/ast.ts';

/** What a command name stands for. */
export type Command =
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'applet'; readonly name: string }
  /** A path with a slash in it, or the first file of that name in PATH. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none'; readonly error: SysError };

export const DEFAULT_PATH = '/sbin:/usr/sbin:/bin:/usr/bin';

/** PATH's directories; an empty one is the working directory. */
export const pathDirectories = (shell: Shell): string[] => (shell.variables.get('PATH') ?? '').split(':');

export const inDirectory = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`);

/** Finds a command as ash does: functions, builtins, applets, then regular files in PATH whether executable or not. */
export function findCommand(shell: Shell, name: string, options: { functions?: boolean; path?: string } = {}): Command {
  if (name.includes('/')) return { kind: 'file', path: name };
  const definition = options.functions === false ? undefined : shell.functions.get(name);
  if (definition !== undefined) return { kind: 'function', definition };
  if (isBuiltin(shell, name)) return { kind: 'builtin', name };
  if (shell.config.isApplet(name)) return { kind: 'applet', name };
  return findFile(shell, name, options.path);
}

function isBuiltin({ config: { dialect } }: Shell, name: string): boolean {
  if (dialect === 'bash' && BASH_BUILTINS.has(name)) return true;
  return BUILTIN_NAMES.has(name) && !(dialect === 'dash' && NOT_DASH.has(name));
}

function findFile(shell: Shell, name: string, path: string | undefined): Command {
  const hashed = path === undefined ? shell.hashed.get(name) : undefined;
  if (hashed !== undefined && isRegularFile(shell, hashed)) return { kind: 'file', path: hashed };
  let error = new SysError('ENOENT');
  for (const directory of path?.split(':') ?? pathDirectories(shell)) {
    const file = inDirectory(directory, name);
    try {
      if (shell.p.fs.stat(file).kind === 'file') {
        if (path === undefined) shell.hashed.set(name, file);
        return { kind: 'file', path: file };
      }
      error = new SysError('EACCES');
    } catch (caught) {
      if (!(caught instanceof SysError)) throw caught;
      if (caught.errno !== 'ENOENT' && caught.errno !== 'ENOTDIR') error = caught;
    }
  }
  return { kind: 'none', error };
}

function isRegularFile(shell: Shell, path: string): boolean {
  try {
    return shell.p.fs.stat(path).kind === 'file';
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

/** A system error as ash words it for commands. */
export const commandError = (error: SysError): string =>
  error.errno === 'ENOENT' || error.errno === 'ENOTDIR' ? 'not found' : error.message;
