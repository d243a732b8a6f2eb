import { type ByteString, type Run, type Step, SysError, statusCode, TURN } from '../../../../kernel/index.ts';
import { matchPattern } from '../../../../shell/expand/pattern.ts';
import { groupByName, userByName } from '../../accounts.ts';
import type { Call } from '../../applet.ts';
import { formatTime, localTime, parseZone } from '../../dates/index.ts';
import { spawn } from '../../execute.ts';
import { makeDirectory } from '../../files/mkdir.ts';
import { modeString } from '../../mode.ts';
import { unsigned } from '../../numbers.ts';
import type { Options } from '../../options.ts';
import { joinPath } from '../../paths.ts';
import { decompress } from '../compression.ts';
import { changeDirectory } from './create.ts';
import { type Member, TarError, unpack } from './header.ts';
import { SafeNames } from './member-name.ts';

const MAX_ARCHIVE = 512 * 1024 * 1024;
const KINDS = { '0': 'file', '1': 'file', '2': 'symlink', '3': 'char', '4': 'block', '5': 'dir', '6': 'fifo' } as const;

/** tar x and tar t. `wanted`: only these members and what is below them; all without any. */
export function* readMembers(a: Call, o: Options, wanted: readonly ByteString[], file: ByteString, gnu = false): Run {
  let bytes: Uint8Array;
  let fd = 0;
  try {
    if (file !== '-') fd = a.p.fs.open(file, { read: true });
  } catch (error) {
    a.dieOf(`can't open '${file}'`, error);
  }
  const dir = o.value('C');
  if (dir !== undefined) changeDirectory(a, dir);
  try {
    bytes = yield* a.p.readAll(fd, MAX_ARCHIVE);
  } catch (error) {
    a.dieOf('read error', error);
  }
  const seekable = a.p.io.at(fd).place !== undefined;
  if (file !== '-') a.p.io.close(fd);
  const format = o.has('z')
    ? 'gzip'
    : o.has('j')
      ? 'bzip2'
      : o.has('J')
        ? 'xz'
        : o.has('lzma')
          ? 'lzma'
          : o.has('Z')
            ? 'compress'
            : gnu && bytes[0] === 0x1f && bytes[1] === 0x8b
              ? 'gzip'
              : undefined;
  if (gnu && format === 'gzip' && !o.has('z') && file === '-') a.die('compressed');
  if (format !== undefined) {
    const plain = decompress(a, format, bytes);
    if (typeof plain === 'string') {
      yield* a.complain(plain);
      a.die('short read');
    }
    bytes = plain;
  }
  const reader = new Reader(a, o, wanted, gnu);
  try {
    for (const { member, content } of unpack(bytes, { lenient: o.has('t') && seekable })) {
      yield* reader.take(member, content);
      if (a.p.tick()) yield TURN;
    }
  } catch (error) {
    if (!(error instanceof TarError)) throw error;
    a.die(error.message);
  }
  for (const name of wanted) if (!reader.found.has(name)) a.die(`${name.replace(/\/+$/, '')}: not found in archive`);
  return reader.status;
}

class Reader {
  status = 0;
  readonly found = new Set<ByteString>();
  readonly #a: Call;
  readonly #o: Options;
  readonly #wanted: readonly ByteString[];
  readonly #safe: SafeNames;
  readonly #strip: number;
  /** Lists as GNU's tar does. */
  readonly #gnu: boolean;
  constructor(a: Call, o: Options, wanted: readonly ByteString[], gnu: boolean) {
    this.#gnu = gnu;
    this.#a = a;
    this.#o = o;
    this.#wanted = wanted;
    this.#safe = new SafeNames(a);
    const text = o.value('strip-components') ?? '0';
    this.#strip = unsigned(text) ?? a.die(`invalid number '${text}'`);
  }

  *take(member: Member, content: Uint8Array): Step<void> {
    const a = this.#a;
    const o = this.#o;
    const kept = o.has('P') || (this.#gnu && o.has('t'));
    const safe = o.has('P') ? member.name : yield* this.#safe.safe(member.name);
    const name = kept ? member.name : safe;
    if (name === '' && member.type !== '5') return;
    if (!this.#chosen(name)) return;
    if (o.has('t')) return yield* a.line(o.has('v') ? this.#listing(member, name) : name);
    if (o.has('v')) yield* a.line(name);
    if (o.has('O') || o.has('to-command')) {
      if (member.type !== '0') return;
      // Past the buffer, as the original copies: names of -v come later.
      if (o.has('O')) return yield* a.p.write(1, content);
      return yield* this.#pipe(member, o.value('to-command')!, content);
    }
    const path = this.#stripped(name);
    if (path !== undefined) yield* this.#extract({ ...member, name: path }, content);
  }

  #chosen(name: ByteString): boolean {
    if (this.#wanted.length === 0) return true;
    const bare = name.replace(/\/+$/, '');
    let chosen = false;
    for (const each of this.#wanted) {
      const want = each.replace(/\/+$/, '');
      const depth = want.split('/').length;
      if (!matchPattern(want, bare.split('/').slice(0, depth).join('/'))) continue;
      if (bare === want) this.found.add(each);
      chosen = true;
    }
    return chosen;
  }

  #stripped(name: ByteString): ByteString | undefined {
    let left = name;
    for (let i = 0; i < this.#strip; i++) {
      const at = left.indexOf('/');
      if (at < 0) return undefined;
      left = left.slice(at).replace(/^\/+/, '');
    }
    return left === '' ? undefined : left;
  }

  #listing(member: Member, name: ByteString): ByteString {
    const kind = KINDS[member.type as keyof typeof KINDS] ?? 'file';
    const user = member.user === '' ? String(member.uid) : member.user;
    const group = member.group === '' ? String(member.gid) : member.group;
    const size = String(member.size).padStart(9);
    const time = formatTime(
      this.#gnu ? '%Y-%m-%d %H:%M' : '%Y-%m-%d %H:%M:%S',
      localTime(member.mtime, parseZone(this.#a.p.env.get('TZ'))),
    );
    const hard = this.#gnu && member.type === '1';
    const link = member.link === '' ? '' : `${hard ? ' link to' : ' ->'} ${member.link}`;
    const mode = modeString({ kind, mode: member.mode });
    return `${hard ? `h${mode.slice(1)}` : mode} ${user}/${group} ${size} ${time} ${name}${link}`;
  }

  *#extract(member: Member, content: Uint8Array): Step<void> {
    const { fs, io } = this.#a.p;
    const path = member.name;
    const bare = path.replace(/\/+$/, '');
    const slash = bare.lastIndexOf('/');
    if (slash > 0 && !fs.exists(bare.slice(0, slash))) yield* makeDirectory(this.#a, bare.slice(0, slash), { parents: true });
    const there = this.#existing(bare);
    if (member.type === '5') {
      if (there !== 'dir') {
        if (there !== undefined) this.#makeWay(bare);
        try {
          fs.mkdir(bare, 0o777);
        } catch (error) {
          return yield* this.#failed(`can't make dir ${bare}`, error);
        }
      }
      return yield* this.#dress(member, bare);
    }
    if (there !== undefined && !this.#o.has('k') && !this.#o.has('overwrite')) this.#makeWay(bare);
    try {
      if (member.type === '1') {
        const target = joinPath('.', yield* this.#safe.safe(member.link)).slice(2);
        fs.link(this.#stripped(target) ?? target, bare);
        return;
      }
      if (member.type === '2') fs.symlink(member.link, bare);
      else if (member.type === '3' || member.type === '4')
        fs.mknod(bare, { kind: member.type === '3' ? 'char' : 'block', major: member.major, minor: member.minor }, member.mode);
      else if (member.type === '6') fs.mknod(bare, { kind: 'fifo' }, member.mode);
      else {
        const fd = fs.open(
          bare,
          { write: true, create: true, ...(this.#o.has('overwrite') ? { truncate: true } : { exclusive: true }) },
          member.mode & 0o777,
        );
        try {
          yield* this.#a.p.write(fd, content);
        } finally {
          io.close(fd);
        }
      }
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const what = {
        '1': `can't create hardlink '${bare}' to '${member.link}'`,
        '2': `can't create symlink '${bare}' to '${member.link}'`,
      }[member.type];
      if (member.type === '0') this.#a.die(`can't open '${bare}': ${error.message}`);
      return yield* this.#failed(what ?? `can't create node ${bare}`, error);
    }
    yield* this.#dress(member, bare);
  }

  #existing(path: ByteString): 'dir' | 'other' | undefined {
    try {
      return this.#a.p.fs.lstat(path).kind === 'dir' ? 'dir' : 'other';
    } catch (error) {
      if (error instanceof SysError) return undefined;
      throw error;
    }
  }

  #makeWay(path: ByteString): void {
    try {
      this.#a.p.fs.unlink(path);
    } catch (error) {
      if (error instanceof SysError && error.errno !== 'ENOENT') this.#a.die(`can't remove old file ${path}: ${error.message}`);
    }
  }

  /** Owner, permissions and time of what was made. */
  *#dress(member: Member, path: ByteString): Step<void> {
    const { p } = this.#a;
    const o = this.#o;
    try {
      if (p.credentials.uid === 0 && !o.has('o')) {
        const uid = o.has('numeric-owner') ? undefined : userByName(p, member.user)?.uid;
        const gid = o.has('numeric-owner') ? undefined : groupByName(p, member.group)?.gid;
        p.fs.chown(path, uid ?? member.uid, gid ?? member.gid, false);
      }
      if (member.type === '2') return;
      if (!o.has('no-same-permissions')) p.fs.chmod(path, member.mode);
      if (!o.has('m')) p.fs.utimes(path, member.mtime);
    } catch (error) {
      yield* this.#failed(`can't restore attributes of ${path}`, error);
    }
  }

  *#failed(what: string, error: unknown): Step<void> {
    yield* this.#a.complainOf(what, error);
    this.status = 1;
  }

  /** --to-command: the member's content is the command's standard input. */
  *#pipe(member: Member, command: string, content: Uint8Array): Step<void> {
    const { p } = this.#a;
    yield* this.#a.flush();
    const [read, write] = p.io.pipe();
    const env = new Map(p.env);
    for (const [key, value] of [
      ['TAR_FILETYPE', 'f'],
      ['TAR_MODE', member.mode.toString(8).padStart(4, '0')],
      ['TAR_FILENAME', member.name],
      ['TAR_REALNAME', member.name],
      ['TAR_UNAME', member.user],
      ['TAR_GNAME', member.group],
      ['TAR_SIZE', String(member.size)],
      ['TAR_UID', String(member.uid)],
      ['TAR_GID', String(member.gid)],
    ] as const)
      env.set(key, value);
    const saved = p.env;
    p.env = env;
    const child = spawn(p, ['sh', '-c', command], function* () {
      return 127;
    });
    p.env = saved;
    child.io.dup2(read, 0);
    child.io.close(read);
    child.io.close(write);
    p.io.close(read);
    p.setDisposition(13, 'ignore');
    try {
      yield* p.write(write, content);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
    p.io.close(write);
    const done = yield* p.waitpid(child.pid);
    const code = done === undefined ? 0 : statusCode(done.status);
    if (code !== 0) this.#a.die(`'${command}' returned status ${code}`);
  }
}
