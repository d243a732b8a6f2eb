import { PatternMatcher, readIgnoreFile } from '../../context/index.ts';
import { type Inode, type InodeOf, readBody, type Tree } from '../../tree/index.ts';
import type { ContextTrace, IgnoredFile, SentFile } from './trace.ts';

/** Most files named of each kind. */
const NAMED = 200;

/** A directory of the host that is a build context, before anything was kept out of it. */
export interface ContextSource {
  readonly host: Tree;
  readonly dir: InodeOf<'dir'>;
  readonly path: string;
  readonly ignore?: { readonly name: string; readonly file: InodeOf<'file'> };
}

/** What became of a directory: `context` is what was left of it, `asked` the paths that were sent, all when missing. */
export function contextTrace(source: ContextSource, context: Tree, asked?: ReadonlySet<string>): ContextTrace {
  const sent: SentFile[] = [];
  const unasked: SentFile[] = [];
  for (const [path, inode] of context.walk()) {
    if (inode.kind === 'dir') continue;
    (asked === undefined || asked.has(path) ? sent : unasked).push({ path: path.slice(1), bytes: bytesOf(inode) });
  }
  const ignored = ignoredFiles(source, context);
  return {
    directory: source.path,
    sent: sent.slice(0, NAMED),
    sentFiles: sent.length,
    sentBytes: sum(sent),
    unasked: unasked.slice(0, NAMED),
    unaskedFiles: unasked.length,
    unaskedBytes: sum(unasked),
    ignored: ignored.slice(0, NAMED),
    ignoredFiles: ignored.reduce((n, one) => n + (one.files ?? 1), 0),
    ignoredBytes: sum(ignored),
    ...(source.ignore === undefined ? {} : { ignoreFile: source.ignore.name }),
  };
}

const bytesOf = (inode: Inode): number => (inode.kind === 'file' ? inode.body.size : 0);
const sum = (files: readonly SentFile[]): number => files.reduce((all, { bytes }) => all + bytes, 0);

interface Line {
  readonly number: number;
  readonly pattern: string;
  readonly matcher: PatternMatcher;
}

/** What is in the directory and not in the context; a directory kept out as a whole is one entry. */
function ignoredFiles({ host, dir, ignore }: ContextSource, context: Tree): IgnoredFile[] {
  if (ignore === undefined) return [];
  const lines = ignoreLines(readBody(ignore.file.body));
  const out: IgnoredFile[] = [];
  walk(dir, '');
  return out;

  function walk(from: InodeOf<'dir'>, prefix: string): void {
    for (const name of host.names(from.ino)) {
      const inode = host.child(from.ino, name)!;
      const path = prefix === '' ? name : `${prefix}/${name}`;
      const kept = context.at(`/${path}`);
      if (inode.kind === 'dir') {
        if (kept !== undefined) walk(inode, path);
        else add(path, inode);
      } else if (kept === undefined && inode.kind !== 'socket') add(path, inode);
    }
  }

  function add(path: string, inode: Inode): void {
    const line = lines.findLast(({ matcher }) => matcher.matchesOrParentMatches(path));
    if (line === undefined) return;
    const below = inode.kind === 'dir' ? filesBelow(host, inode) : { bytes: bytesOf(inode) };
    out.push({ path: inode.kind === 'dir' ? `${path}/` : path, ...below, line: line.number, pattern: line.pattern });
  }
}

function filesBelow(host: Tree, dir: InodeOf<'dir'>): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const [, inode] of host.walk(dir.ino)) {
    if (inode.kind === 'dir') continue;
    files++;
    bytes += bytesOf(inode);
  }
  return { files, bytes };
}

/** The lines of an ignore file that take files away, with their numbers. */
function ignoreLines(bytes: Uint8Array): Line[] {
  const encoder = new TextEncoder();
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((text, index) => {
      const [pattern] = readIgnoreFile(encoder.encode(text));
      if (pattern === undefined || pattern === '' || pattern.startsWith('!')) return [];
      return [{ number: index + 1, pattern: text.trim(), matcher: new PatternMatcher([pattern]) }];
    });
}
