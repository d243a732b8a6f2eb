import { type Step, SysError } from '../../kernel/index.ts';
import { ShellExit } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { commandError, inDirectory } from './lookup.ts';

/** The program that all applets are. */
const APPLETS = 'busybox';

/**
 * Becomes an external command: `file` when its argv[0] is another. Never returns: when no file can be run, prints why and ends the shell with 126 or 127.
 * A file the kernel cannot run is taken for a shell script.
 */
export function* execute(shell: Shell, argv: readonly string[], options: { file?: string; path?: string } = {}): Step<never> {
  const name = options.file ?? argv[0]!;
  const env = shell.variables.environment();
  let failure = new SysError('ENOENT');
  if (name.includes('/')) failure = yield* attempt(shell, name, argv, env);
  else {
    if (shell.config.isApplet(name)) yield* becomeApplet(shell, argv, env);
    for (const directory of (options.path ?? shell.variables.get('PATH') ?? '').split(':')) {
      const error = yield* attempt(shell, inDirectory(directory, name), argv, env);
      if (error.errno !== 'ENOENT' && error.errno !== 'ENOTDIR') failure = error;
    }
  }
  const missing = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(failure.errno);
  yield* shell.error(`${name}: ${commandError(failure)}`);
  throw new ShellExit(missing ? 127 : 126);
}

function* attempt(shell: Shell, path: string, argv: readonly string[], env: Map<string, string>): Step<SysError> {
  try {
    yield* shell.p.execve(path, argv, env);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno !== 'ENOEXEC') return error;
    yield* becomeApplet(shell, ['ash', path, ...argv.slice(1)], env);
  }
  return new SysError('ENOENT');
}

/** Runs an applet without looking for its file, as busybox's standalone shell does. */
function* becomeApplet(shell: Shell, argv: readonly string[], env: Map<string, string>): Step<void> {
  const { p } = shell;
  const program = p.kernel.programs.get(APPLETS);
  if (program === undefined) return;
  p.io.closeOnExec();
  for (const [signal, disposition] of p.dispositions) if (disposition === 'catch') p.dispositions.delete(signal);
  p.argv = [...argv];
  p.env = new Map(env);
  p.command = argv[0]!.slice(0, 15);
  yield { replace: program(p) };
}
