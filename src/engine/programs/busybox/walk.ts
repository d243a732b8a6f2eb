import { type ByteString, type Stat, type Step, SysError, TURN } from '../../kernel/index.ts';
import type { Call } from './applet.ts';
import { joinPath } from './paths.ts';

export interface Walk {
  readonly recurse: boolean;
  /** Follow links everywhere, only on the command line, or never (the default). */
  readonly follow?: 'all' | 'arguments';
  /** A directory after what it holds. */
  readonly depthFirst?: boolean;
  readonly quiet?: boolean;
  /** Links that lead nowhere are files when links are followed. */
  readonly danglingOk?: boolean;
  /** Told of a path that cannot be looked at or opened, instead of the usual message. */
  readonly failed?: (path: ByteString, error: SysError) => Step<void>;
  /** False: it failed. 'skip': do not go below this directory. The error says why, for the message about a directory. */
  readonly visit: (path: ByteString, stat: Stat, depth: number) => Step<boolean | 'skip'>;
}

const MAX_DEPTH = 512;

/** Goes through a file hierarchy as busybox's recursive_action does, names in byte order. True when nothing failed. */
export function* walk(a: Call, path: ByteString, options: Walk, depth = 0): Step<boolean> {
  const { fs } = a.p;
  if (a.p.tick()) yield TURN;
  const follow = options.follow === 'all' || (options.follow === 'arguments' && depth === 0);
  let stat: Stat;
  try {
    stat = follow ? fs.stat(path) : fs.lstat(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (!follow || options.danglingOk !== true || error.errno !== 'ENOENT') return yield* failed(a, path, error, options);
    try {
      stat = fs.lstat(path);
    } catch {
      return yield* failed(a, path, error, options);
    }
    return (yield* options.visit(path, stat, depth)) !== false;
  }
  if (stat.kind !== 'dir' || !options.recurse) return (yield* options.visit(path, stat, depth)) !== false;
  if (options.depthFirst !== true) {
    const said = yield* options.visit(path, stat, depth);
    if (said === false) return false;
    if (said === 'skip') return true;
  }
  let names: ByteString[];
  try {
    if (depth > MAX_DEPTH) throw new SysError('ENAMETOOLONG');
    names = fs.readdir(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return yield* failed(a, path, error, options);
  }
  let good = true;
  for (const name of names) if (!(yield* walk(a, joinPath(path, name), options, depth + 1))) good = false;
  if (options.depthFirst === true && (yield* options.visit(path, stat, depth)) === false) return false;
  return good;
}

function* failed(a: Call, path: ByteString, error: SysError, options: Walk): Step<boolean> {
  if (options.failed !== undefined) yield* options.failed(path, error);
  else if (options.quiet !== true) yield* a.complainOf(path, error);
  return false;
}
