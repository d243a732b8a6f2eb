import { type ByteString, type Process, type Step, SysError } from '../../kernel/index.ts';
import { isApplet } from '../../shell/applets.ts';

const SELF = '/proc/self/exe';
const DEFAULT_PATH = '/sbin:/usr/sbin:/bin:/usr/bin';

/**
 * Becomes a command, as busybox's applets do (BB_EXECVP, FEATURE_PREFER_APPLETS): a name of an applet is this very
 * executable, any other is looked up in PATH. Throws SysError when that cannot be; never returns otherwise.
 */
export function* execvp(p: Process, argv: readonly ByteString[], env: ReadonlyMap<ByteString, ByteString> = p.env): Step<never> {
  const [name = ''] = argv;
  if (isApplet(name)) return yield* p.execve(SELF, argv, env);
  if (name === '') throw new SysError('ENOENT');
  if (name.includes('/')) return yield* becomeFile(p, name, argv, env);
  let failure = new SysError('ENOENT');
  for (const dir of (env.get('PATH') ?? DEFAULT_PATH).split(':')) {
    try {
      return yield* becomeFile(p, dir === '' ? name : `${dir}/${name}`, argv, env);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno === 'EACCES') failure = error;
      else if (error.errno !== 'ENOENT' && error.errno !== 'ENOTDIR') throw error;
    }
  }
  throw failure;
}

/** execvp(3): a file without a known format is a shell script. */
function* becomeFile(p: Process, path: ByteString, argv: readonly ByteString[], env: ReadonlyMap<ByteString, ByteString>): Step<never> {
  try {
    return yield* p.execve(path, argv, env);
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ENOEXEC') throw error;
    return yield* p.execve('/bin/sh', ['/bin/sh', path, ...argv.slice(1)], env);
  }
}

/** A child that becomes a command; when it cannot, `failed` says what it does instead and its exit status. */
export function spawn(p: Process, argv: readonly ByteString[], failed: (child: Process, error: SysError) => Step<number>): Process {
  return p.fork(function* (child) {
    try {
      return yield* execvp(child, argv);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      return yield* failed(child, error);
    }
  });
}
