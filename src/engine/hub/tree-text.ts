import { executableBody } from '../kernel/index.ts';
import type { TarEntry } from '../layer/index.ts';
import { whiteout } from '../layer/index.ts';
import { type Body, bytesBody, readBody, textBody } from '../tree/index.ts';
import { CatalogBody } from './body.ts';
import type { Texture } from './filler.ts';
import { apkInstalled, dpkgStatus, type PackageRow, rpmDatabase } from './package-rows.ts';
import { architectureOf, forPlatform } from './platforms.ts';

/** What the lines of a tree may refer to. */
export interface TreeContext {
  /** `architecture[/variant]`. */
  readonly platform: string;
  /** Seconds since the epoch: every member's time. */
  readonly mtime: number;
  /** What makes generated files differ from those of other layers. */
  readonly salt: string;
  text(name: string): string;
  packages(set: string): readonly PackageRow[];
}

/** Modes that directories have where nothing else is said. */
const MODES: Readonly<Record<string, number>> = {
  tmp: 0o1777,
  'var/tmp': 0o1777,
  root: 0o700,
  proc: 0o555,
  sys: 0o555,
  'run/lock': 0o1777,
};

const TEXT =
  /(?:\/share\/|\/include\/|\/doc\/|\/var\/log\/|\/(?:README|LICENSE|COPYING|NEWS|CHANGELOG)|\.(?:h|hpp|py|js|ts|txt|md|c|go|conf|list|json|html|css|sh|pl|pm|tcl|rb|php|xml|yml|yaml|ini|cfg|1)$)/;
const CONF = /^\/(?:etc|root|home)\//;
const PACKED = /\.(?:gz|xz|bz2|zst|jar|war|zip|deb|apk|whl|png|jpg|gpg|woff2|jmod|pack|modules)$/;

function textureOf(path: string): Texture {
  if (PACKED.test(path)) return 'packed';
  return CONF.test(path) ? 'conf' : TEXT.test(path) ? 'text' : 'code';
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}

const encoder = new TextEncoder();
const UNIT: Readonly<Record<string, number>> = { '': 1, k: 1024, M: 1024 * 1024, G: 1024 ** 3 };

/** Bytes: a number, with `k`, `M` or `G`. */
export function sizeOf(text: string): number {
  const [, value = '', unit = ''] = /^([\d.]+)([kMG]?)$/.exec(text) ?? [];
  if (value === '') throw new Error(`not a size: ${text}`);
  return Math.round(Number(value) * UNIT[unit]!);
}

/**
 * The members of a layer from its text, in archive order. A line is a path and what is there:
 * `/etc/` a directory · `/bin -> usr/bin` a link · `/a => /b` a hard link · `/bin/bash @bash 1.2M` an executable · `/usr/lib/x.so 40k` a generated
 * file, in a directory for programs an executable that is not simulated · `/etc/motd "text"` a JSON string · `/etc/passwd <passwd` a named text · `- /a` a whiteout. `m644` and `o0:42` before that set mode and
 * owner. `@prog /usr/bin/ ls:140 cp:150 dir>ls` makes several executables (KiB), links and hard links (`a=b`), `. /usr/lib/ a.so:20 b.so>a.so` files. `%dpkg SET`,
 * `%apk SET` and `%rpm SET` write a package database; `%of NAME` says which package the next lines are of; `/%bin/x` lies in /usr/bin and is listed as /bin/x. Parents are made.
 */
export function parseTree(text: string, context: TreeContext): TarEntry[] {
  const builder = new TreeBuilder(context);
  for (const line of forPlatform(text, context.platform).split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '' && !trimmed.startsWith('#')) builder.line(trimmed);
  }
  return builder.entries();
}

class TreeBuilder {
  readonly #context: TreeContext;
  readonly #entries = new Map<string, TarEntry>();
  readonly #owned = new Map<string, string[]>();
  #package = '';
  /** How dpkg's lists name what a line is about. */
  #listed = '';

  constructor(context: TreeContext) {
    this.#context = context;
  }

  entries(): TarEntry[] {
    const key = ({ path }: TarEntry): string => path.replaceAll('/', '\0');
    return firstNames([...this.#entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
  }

  line(line: string): void {
    const words = line.split(/\s+/);
    const [first = '', second = ''] = words;
    if (first === '%of') this.#package = second;
    else if (first.startsWith('%')) this.#database(first, second);
    else if (first === '-') this.#put(whiteout(second.slice(1)));
    else if (first === '.' || first.startsWith('@')) this.#group(first, second, words.slice(2));
    else this.#one(first, line.slice(first.length).trim());
  }

  #one(given: string, rest: string): void {
    this.#listed = given.replace('/%', '/');
    const path = given.slice(1).replace(/^%/, 'usr/');
    let mode: number | undefined;
    let owner = [0, 0];
    let spec = rest;
    for (;;) {
      const option = /^(?:m([0-7]+)|o(\d+):(\d+))(?:\s+|$)/.exec(spec);
      if (option === null) break;
      if (option[1] !== undefined) mode = Number.parseInt(option[1], 8);
      else owner = [Number(option[2]), Number(option[3])];
      spec = spec.slice(option[0].length);
    }
    const [uid = 0, gid = 0] = owner;
    const meta = (usual: number): Pick<TarEntry, 'mode' | 'uid' | 'gid' | 'mtime'> => ({
      mode: mode ?? usual,
      uid,
      gid,
      mtime: this.#context.mtime,
    });
    if (path.endsWith('/') || path === '') {
      const name = path.slice(0, -1);
      this.#put({ kind: 'dir', path: name, ...meta(MODES[name] ?? 0o755) });
      return;
    }
    const [sign = '', target = ''] = spec.split(/\s+/);
    if (sign === '->') this.#put({ kind: 'symlink', linkname: target, path, ...meta(0o777), mode: 0o777 });
    else if (sign === '=>') {
      const of = this.#entries.get(target.slice(1));
      this.#put({ kind: 'hardlink', linkname: target.slice(1), path, ...meta(of?.mode ?? 0o755) });
    } else if (sign.startsWith('@'))
      this.#put({ kind: 'file', body: this.#program(path, sign.slice(1), sizeOf(target)), path, ...meta(0o755) });
    else if (sign.startsWith('<')) {
      const text = forPlatform(this.#context.text(sign.slice(1)), this.#context.platform);
      this.#put({ kind: 'file', body: textBody(text), path, ...meta(text.startsWith('#!') ? 0o755 : 0o644) });
    } else if (sign.startsWith('"')) this.#put({ kind: 'file', body: textBody(JSON.parse(spec) as string), path, ...meta(0o644) });
    else if (/\/s?bin\/[^/.]+$/.test(`/${path}`)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      this.#put({ kind: 'file', body: this.#program(path, name, sizeOf(sign)), path, ...meta(0o755) });
    } else this.#put({ kind: 'file', body: this.#filler(path, sizeOf(sign)), path, ...meta(/\/s?bin\//.test(`/${path}`) ? 0o755 : 0o644) });
  }

  #group(sign: string, dir: string, items: readonly string[]): void {
    for (const item of items) {
      const [, name = '', op, value = '8'] = /^([^:>=]+)(?:([:>=])(.+))?$/.exec(item) ?? [];
      const path = `${dir}${name}`;
      if (op === '>') this.#one(path, `-> ${value}`);
      else if (op === '=') this.#one(path, `=> ${dir.replace('/%', '/usr/')}${value}`);
      else {
        const size = Math.max(1024, Math.round(Number(value) * 1024) - (((hash(path.replace('/%', '/usr/')) >>> 0) % 1000) & ~7));
        this.#one(path, sign === '.' ? String(size) : `${sign} ${size}`);
      }
    }
  }

  #put(entry: TarEntry): void {
    this.#parents(entry.path);
    this.#entries.set(entry.path, entry);
    if (this.#package !== '' && entry.kind !== 'dir') {
      const owned = this.#owned.get(this.#package) ?? [];
      owned.push(this.#listed);
      this.#owned.set(this.#package, owned);
    }
  }

  #parents(path: string): void {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const dir = path.slice(0, slash);
      if (this.#entries.has(dir)) continue;
      this.#entries.set(dir, { kind: 'dir', path: dir, mode: MODES[dir] ?? 0o755, uid: 0, gid: 0, mtime: this.#context.mtime });
    }
  }

  #program(path: string, program: string, size: number): Body {
    return this.#filler(path, size, readBody(executableBody(program, 0, this.#context.platform.split('/')[0])), 'code');
  }

  /** A generated file; its first bytes name it, so that no two are the same. */
  #filler(path: string, size: number, head?: Uint8Array, texture = textureOf(`/${path}`)): Body {
    const { platform, salt } = this.#context;
    const name = texture === 'text' || texture === 'conf' ? `# ${path} ${salt}\n` : `${path}\0${salt}\0${platform}\0`;
    const first = encoder.encode(name);
    const start = new Uint8Array((head?.length ?? 0) + first.length);
    if (head !== undefined) start.set(head);
    start.set(first, head?.length ?? 0);
    const scaled = texture === 'code' ? Math.max(start.length, Math.round(size * architectureOf(platform).code)) : size;
    if (scaled <= start.length) return bytesBody(start.slice(0, scaled));
    return new CatalogBody({ head: start, texture, seed: hash(`${path} ${salt} ${texture === 'code' ? platform : ''}`), size: scaled });
  }

  #database(kind: string, set: string): void {
    const rows = this.#context.packages(set);
    const { debian, alpine, machine } = architectureOf(this.#context.platform);
    const text = (path: string, content: string): void =>
      this.#put({ kind: 'file', body: textBody(content), path, mode: 0o644, uid: 0, gid: 0, mtime: this.#context.mtime });
    this.#package = '';
    if (kind === '%apk') text('lib/apk/db/installed', apkInstalled(rows, alpine));
    else if (kind === '%rpm') text('var/lib/rpm/rpmdb.sqlite', rpmDatabase(rows, machine));
    else if (kind === '%dpkg') this.#dpkg(rows, debian, set, text);
    else throw new Error(`unknown line: ${kind}`);
  }

  #dpkg(rows: readonly PackageRow[], architecture: string, set: string, text: (path: string, content: string) => void): void {
    const maintainer = /ubuntu/.test(set)
      ? 'Ubuntu Developers <ubuntu-devel-discuss@lists.ubuntu.com>'
      : 'Debian Developers <debian-devel@lists.debian.org>';
    text('var/lib/dpkg/status', dpkgStatus(rows, architecture, maintainer));
    for (const { name, flags } of rows) {
      const owned = this.#owned.get(name);
      const list = `var/lib/dpkg/info/${name}${flags.includes('m') ? `:${architecture}` : ''}.list`;
      if (owned !== undefined) text(list, `/.\n${owned.join('\n')}\n`);
    }
  }
}

/** Of the names of a file the first in the archive carries it; the others are hard links to that one. */
function firstNames(entries: readonly TarEntry[]): TarEntry[] {
  const links = entries.filter((entry) => entry.kind === 'hardlink');
  if (links.length === 0) return [...entries];
  const first = new Map(links.map(({ linkname }) => [linkname, linkname]));
  for (const { path, linkname } of links.toReversed()) if (isBefore(path, first.get(linkname)!)) first.set(linkname, path);
  const files = new Map(entries.filter(({ path }) => first.has(path)).map((entry) => [entry.path, entry]));
  return entries.map((entry): TarEntry => {
    const target = entry.kind === 'hardlink' ? entry.linkname : entry.path;
    const name = first.get(target);
    const file = files.get(target);
    if (name === undefined || file === undefined) return entry;
    if (entry.path === name) return { ...file, path: name };
    const { mode, uid, gid, mtime } = file;
    return { kind: 'hardlink', linkname: name, path: entry.path, mode, uid, gid, mtime };
  });
}

const isBefore = (a: string, b: string): boolean => a.replaceAll('/', '\0') < b.replaceAll('/', '\0');
