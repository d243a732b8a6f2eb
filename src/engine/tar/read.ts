import { type Body, sliceBody } from '../tree/index.ts';
import { BLOCK, checksum, FIELD, type Field, padded } from './block.ts';
import type { TarEntry } from './entry.ts';
import { TarError } from './error.ts';
import { MAX_SPECIAL, paxSeconds, readPax, XATTR } from './pax.ts';

const decoder = new TextDecoder();

/** Most members an archive may have. */
const MAX_MEMBERS = 1_000_000;

/** What PAX and GNU members say about the member that follows them. */
interface Pending {
  records: ReadonlyMap<string, Uint8Array>;
  longName: string | undefined;
  longLink: string | undefined;
}
const nothing = (): Pending => ({ records: new Map(), longName: undefined, longLink: undefined });

/**
 * The members of an archive in its order: ustar, V7, PAX, and GNU's long names and base-256 numbers. Bodies are views of the
 * archive, not copies. Global PAX headers are read over, as Docker does. Names are decoded as UTF-8. Throws TarError.
 */
export function readTar(archive: Body): TarEntry[] {
  const entries: TarEntry[] = [];
  let pending = nothing();
  for (let at = 0; at < archive.size; ) {
    const block = archive.read(at, BLOCK);
    if (block.length < BLOCK) throw new TarError('truncated', 'unexpected EOF', at);
    if (isZero(block)) {
      const next = archive.read(at + BLOCK, BLOCK);
      if (next.length === 0 || (next.length === BLOCK && isZero(next))) break;
      throw new TarError(next.length < BLOCK ? 'truncated' : 'header', next.length < BLOCK ? 'unexpected EOF' : INVALID, at);
    }
    verify(block, at);
    const type = String.fromCharCode(block[FIELD.type[0]]!);
    const ownSize = hasBody(type) ? number(block, 'size', at) : 0;
    const size = 'xgLK'.includes(type) ? ownSize : sizeOf(pending, type, ownSize, at);
    const start = at + BLOCK;
    if (size < 0) throw new TarError('header', INVALID, at);
    if (start + size > archive.size) throw new TarError('truncated', 'unexpected EOF', at);
    const special = (): Uint8Array => {
      if (size > MAX_SPECIAL) throw new TarError('too-large', 'archive/tar: header field too long', at);
      return archive.read(start, size);
    };
    if (type === 'x') pending = { ...pending, records: readPax(special(), at) };
    else if (type === 'g') special();
    else if (type === 'L') pending = { ...pending, longName: cString(special()) };
    else if (type === 'K') pending = { ...pending, longLink: cString(special()) };
    else {
      entries.push(entryFrom(block, type, sliceBody(archive, start, size), pending, at));
      pending = nothing();
      if (entries.length > MAX_MEMBERS) throw new TarError('too-large', `archive/tar: more than ${MAX_MEMBERS} members`, at);
    }
    at = start + padded(size);
  }
  return entries;
}

const INVALID = 'archive/tar: invalid tar header';
const isZero = (block: Uint8Array): boolean => block.every((byte) => byte === 0);
/** Links, devices, directories and fifos have no body, whatever their size field says. */
const hasBody = (type: string): boolean => !'123456'.includes(type);

function sizeOf(pending: Pending, type: string, size: number, at: number): number {
  const record = pending.records.get('size');
  if (record === undefined || !hasBody(type)) return size;
  return paxInteger(record, at);
}

function verify(block: Uint8Array, at: number): void {
  const stored = number(block, 'checksum', at);
  const unsigned = checksum(block);
  let high = 0;
  for (let i = 0; i < BLOCK; i++) if ((i < 148 || i >= 156) && block[i]! >= 0x80) high++;
  if (stored !== unsigned && stored !== unsigned - 256 * high) throw new TarError('header', INVALID, at);
}

function entryFrom(block: Uint8Array, type: string, body: Body, pending: Pending, at: number): TarEntry {
  const { records } = pending;
  const text = (key: string): string | undefined => {
    const value = records.get(key);
    return value === undefined ? undefined : decoder.decode(value);
  };
  if (type === 'S') throw new TarError('unsupported', `unhandled tar header type ${type.charCodeAt(0)}`, at);
  if ([...records.keys()].some((key) => key.startsWith('GNU.sparse.')))
    throw new TarError('unsupported', 'archive/tar: sparse files are not supported', at);
  const ustar = decoder.decode(block.subarray(257, 265)) === 'ustar\x0000';
  const prefix = ustar ? string(block, 'prefix') : '';
  const short = string(block, 'name');
  const name = text('path') ?? pending.longName ?? (prefix === '' ? short : `${prefix}/${short}`);
  const linkname = text('linkpath') ?? pending.longLink ?? string(block, 'linkname');
  const time = text('mtime');
  const id = (key: 'uid' | 'gid'): number => {
    const record = records.get(key);
    return record === undefined ? number(block, key, at) : paxInteger(record, at);
  };
  const mtime = time === undefined ? number(block, 'mtime', at) : paxSeconds(time);
  if (mtime === undefined) throw new TarError('header', INVALID, at);
  const xattrs = xattrsOf(records);
  const base = {
    path: tidy(name),
    mode: number(block, 'mode', at) & 0o7777,
    uid: id('uid'),
    gid: id('gid'),
    mtime,
    ...(xattrs.size === 0 ? {} : { xattrs }),
  };
  switch (type) {
    case '\0':
    case '0':
    case '7':
      return name.endsWith('/') ? { kind: 'dir', ...base } : { kind: 'file', body, ...base };
    case '1':
      return { kind: 'hardlink', linkname: tidy(linkname), ...base };
    case '2':
      return { kind: 'symlink', linkname, ...base };
    case '3':
    case '4':
      return { kind: type === '3' ? 'char' : 'block', major: number(block, 'major', at), minor: number(block, 'minor', at), ...base };
    case '5':
      return { kind: 'dir', ...base };
    case '6':
      return { kind: 'fifo', ...base };
    default:
      throw new TarError('unsupported', `unhandled tar header type ${type.charCodeAt(0)}`, at);
  }
}

function xattrsOf(records: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const xattrs = new Map<string, Uint8Array>();
  for (const [key, value] of records) if (key.startsWith(XATTR)) xattrs.set(key.slice(XATTR.length), value.slice());
  return xattrs;
}

/** Without leading `/` and `./`, doubled and trailing slashes. `..` stays: who unpacks refuses it. */
const tidy = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

function string(block: Uint8Array, field: Field): string {
  const [offset, length] = FIELD[field];
  return cString(block.subarray(offset, offset + length));
}

function cString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** An octal field, blanks and NULs around it allowed, or a base-256 one (first bit set, two's complement). */
function number(block: Uint8Array, field: Field, at: number): number {
  const [offset, length] = FIELD[field];
  const bytes = block.subarray(offset, offset + length);
  if ((bytes[0]! & 0x80) !== 0) return base256(bytes, at);
  const text = String.fromCharCode(...bytes)
    .replace(/^[ \0]+|[ \0]+$/g, '')
    .replace(/\0.*$/s, '');
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw new TarError('header', INVALID, at);
  return Number.parseInt(text, 8);
}

function base256(bytes: Uint8Array, at: number): number {
  const negative = (bytes[0]! & 0x40) !== 0;
  let value = 0;
  for (const [index, byte] of bytes.entries()) {
    const part = negative ? byte ^ 0xff : byte;
    value = value * 256 + (index === 0 ? part & 0x7f : part);
    if (value > 2 ** 63) throw new TarError('header', INVALID, at);
  }
  return negative ? -value - 1 : value;
}

function paxInteger(record: Uint8Array, at: number): number {
  const text = decoder.decode(record);
  const value = /^-?[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new TarError('header', INVALID, at);
  return value;
}
