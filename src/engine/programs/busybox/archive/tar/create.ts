import { type ByteString, type Run, type Stat, type Step, SysError } from '../../../../kernel/index.ts';
import { matchPattern } from '../../../../shell/expand/pattern.ts';
import { joinBytes } from '../../../../tree/index.ts';
import { NameCache } from '../../accounts.ts';
import type { Call } from '../../applet.ts';
import type { Options } from '../../options.ts';
import { walk } from '../../walk.ts';
import { compress } from '../compression.ts';
import { BLOCK, type Member, packHeader } from './header.ts';
import { SafeNames } from './member-name.ts';

const LETTERS: Readonly<Record<Stat['kind'], string>> = {
  file: '0',
  symlink: '2',
  char: '3',
  block: '4',
  dir: '5',
  fifo: '6',
  socket: 's',
};
/** Most bytes of an archive that is kept in memory to be compressed. */
const MAX_HELD = 256 * 1024 * 1024;

/** What GNU's tar writes at a time. */
const RECORD = 20 * BLOCK;

/** tar c. */
export function* createArchive(a: Call, o: Options, paths: readonly ByteString[], file: ByteString, gnu = false): Run {
  if (paths.length === 0) a.die('empty archive');
  let fd = 1;
  let archive: Stat | undefined;
  if (file !== '-') {
    try {
      fd = a.p.fs.open(file, { write: true, create: true, truncate: true });
      archive = a.p.fs.stat(file);
    } catch (error) {
      a.dieOf(`can't open '${file}'`, error);
    }
  }
  const dir = o.value('C');
  if (dir !== undefined) changeDirectory(a, dir);
  const writer = new Writer(a, o, fd, archive, gnu);
  for (const path of paths) yield* writer.add(path);
  yield* writer.end();
  if (writer.failed) {
    yield* a.complain('error exit delayed from previous errors');
    return 1;
  }
  return 0;
}

/** Whether a pattern of --exclude matches a path or what is behind one of its slashes. */
function isExcluded(pattern: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, i) => matchPattern(pattern, parts.slice(i).join('/')));
}

/** Goes where -C says; ends the applet when that cannot be. */
export function changeDirectory(a: Call, dir: ByteString): void {
  try {
    a.p.chdir(dir);
  } catch (error) {
    a.dieOf(`can't change directory to '${dir}'`, error);
  }
}

class Writer {
  failed = false;
  readonly #a: Call;
  readonly #o: Options;
  readonly #fd: number;
  readonly #archive: Stat | undefined;
  readonly #names: NameCache;
  readonly #safe: SafeNames;
  readonly #linked: { dev: object; ino: number; name: ByteString }[] = [];
  #held: Uint8Array[] = [];
  #heldSize = 0;

  /** Whether the archive ends as GNU's tar ends it: a whole record of twenty blocks. */
  readonly #gnu: boolean;
  #size = 0;

  constructor(a: Call, o: Options, fd: number, archive: Stat | undefined, gnu: boolean) {
    this.#gnu = gnu;
    this.#a = a;
    this.#o = o;
    this.#fd = fd;
    this.#archive = archive;
    this.#names = new NameCache(a.p);
    this.#safe = new SafeNames(a);
  }

  *add(path: ByteString): Step<void> {
    const member = this.#member.bind(this);
    const excluded = this.#o.values('exclude');
    const good = yield* walk(this.#a, path, {
      recurse: !this.#o.has('no-recursion'),
      ...(this.#o.has('h') ? { follow: 'all' } : {}),
      *visit(at, stat) {
        if (excluded.some((pattern) => isExcluded(pattern, at))) return 'skip';
        yield* member(at, stat);
        return true;
      },
    });
    if (!good) this.failed = true;
  }

  *#member(path: ByteString, stat: Stat): Step<void> {
    const a = this.#a;
    if (this.#archive !== undefined && stat.dev === this.#archive.dev && stat.ino === this.#archive.ino) {
      return yield* a.complain(`${path}: file is the archive; skipping`);
    }
    if (stat.kind === 'socket') return yield* a.complain(`${path}: unsupported file type, ignored`);
    let name = this.#o.has('P') ? path : yield* this.#safe.safe(path);
    if (name === '') return;
    if (stat.kind === 'dir' && !name.endsWith('/')) name += '/';
    const known =
      stat.nlink > 1 && stat.kind !== 'dir' ? this.#linked.find(({ dev, ino }) => dev === stat.dev && ino === stat.ino) : undefined;
    if (known === undefined && stat.nlink > 1 && stat.kind !== 'dir') this.#linked.push({ dev: stat.dev, ino: stat.ino, name });
    let content: Uint8Array | undefined;
    if (stat.kind === 'file' && known === undefined) {
      try {
        content = a.p.fs.readFile(path, MAX_HELD);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        this.failed = true;
        return yield* a.complain(`can't open '${path}': ${error.message}`);
      }
    }
    if (this.#o.has('v')) yield* this.#say(`${name}\n`);
    const { inode } = stat;
    const given = this.#given;
    const member: Member = {
      name,
      type: known !== undefined ? '1' : LETTERS[stat.kind],
      mode: stat.kind === 'symlink' ? 0o777 : given.mode === undefined ? stat.mode : Number.parseInt(given.mode, 8),
      uid: given.uid ?? stat.uid,
      gid: given.gid ?? stat.gid,
      user: this.#o.has('numeric-owner') ? '' : (this.#names.user(given.uid ?? stat.uid) ?? ''),
      group: this.#o.has('numeric-owner') ? '' : (this.#names.group(given.gid ?? stat.gid) ?? ''),
      size: content?.length ?? 0,
      mtime: given.mtime ?? stat.mtime,
      link: known !== undefined ? known.name : stat.kind === 'symlink' ? a.p.fs.readlink(path) : '',
      major: inode.kind === 'char' || inode.kind === 'block' ? inode.major : 0,
      minor: inode.kind === 'char' || inode.kind === 'block' ? inode.minor : 0,
    };
    yield* this.#put(packHeader(member));
    if (content !== undefined && content.length > 0) {
      yield* this.#put(content);
      const rest = (BLOCK - (content.length % BLOCK)) % BLOCK;
      if (rest > 0) yield* this.#put(new Uint8Array(rest));
    }
  }

  /** What GNU's --owner, --group, --mode and --mtime put in place of the files' own. */
  get #given(): { uid?: number; gid?: number; mode?: string; mtime?: number } {
    const number = (key: string, find: (name: string) => number | undefined): number | undefined => {
      const text = this.#o.value(key)?.split(':').at(-1)?.replace(/^\+/, '');
      return text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : find(text);
    };
    const uid = number('owner', (name) => (name === 'root' ? 0 : undefined));
    const gid = number('group', (name) => (name === 'root' ? 0 : undefined));
    const mode = this.#o.value('mode');
    const mtime = /^@(\d+)/.exec(this.#o.value('mtime') ?? '')?.[1];
    return {
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
      ...(mode !== undefined && /^[0-7]+$/.test(mode) ? { mode } : {}),
      ...(mtime === undefined ? {} : { mtime: Number(mtime) }),
    };
  }

  /** The names of -v go to standard error when the archive itself is standard output. */
  *#say(text: ByteString): Step<void> {
    if (this.#fd === 1) yield* this.#a.warn(text);
    else yield* this.#a.print(text);
  }

  *#put(bytes: Uint8Array): Step<void> {
    this.#size += bytes.length;
    if (this.#compression() === undefined) return yield* this.#a.p.write(this.#fd, bytes);
    this.#held.push(bytes.slice());
    this.#heldSize += bytes.length;
    if (this.#heldSize > MAX_HELD) throw new SysError('ENOMEM');
  }

  #compression(): 'gzip' | 'bzip2' | 'xz' | 'lzma' | 'compress' | undefined {
    const o = this.#o;
    return o.has('z') ? 'gzip' : o.has('j') ? 'bzip2' : o.has('J') ? 'xz' : o.has('lzma') ? 'lzma' : o.has('Z') ? 'compress' : undefined;
  }

  *end(): Step<void> {
    yield* this.#put(new Uint8Array(2 * BLOCK));
    const over = this.#size % RECORD;
    if (this.#gnu && over > 0) yield* this.#put(new Uint8Array(RECORD - over));
    const compression = this.#compression();
    if (compression === undefined) return;
    const all = joinBytes(this.#held);
    yield* this.#a.p.write(this.#fd, compress(this.#a, compression, all));
  }
}
