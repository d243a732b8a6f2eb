import { type ByteString, fromBytes, toBytes } from '../../../../kernel/index.ts';
import { joinBytes } from '../../../../tree/index.ts';

export const BLOCK = 512;

/** One member of an archive, without its content. */
export interface Member {
  readonly name: ByteString;
  /** tar(5)'s type letter: 0 file, 1 hard link, 2 symbolic link, 3 character, 4 block, 5 directory, 6 fifo. */
  readonly type: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: ByteString;
  readonly group: ByteString;
  readonly size: number;
  readonly mtime: number;
  readonly link: ByteString;
  readonly major: number;
  readonly minor: number;
}

const octal = (value: number, digits: number): string =>
  `${Math.max(0, Math.floor(value)).toString(8).padStart(digits, '0').slice(-digits)}\0`;
const field = (text: ByteString, width: number): string => text.slice(0, width).padEnd(width, '\0');

/** A member's header as busybox writes it: old GNU magic, and a `././@LongLink` member before it for names above 99 bytes. */
export function packHeader(member: Member): Uint8Array {
  const long: Uint8Array[] = [];
  for (const [type, text] of [
    ['K', member.link],
    ['L', member.name],
  ] as const) {
    if (text.length < 100) continue;
    const padded = Math.ceil((text.length + 1) / BLOCK) * BLOCK;
    const content = new Uint8Array(padded);
    content.set(toBytes(text));
    const meta = {
      ...member,
      name: '././@LongLink',
      type,
      mode: 0,
      uid: 0,
      gid: 0,
      user: '',
      group: '',
      size: text.length + 1,
      mtime: 0,
      link: '',
    };
    long.push(block({ ...meta, major: 0, minor: 0 }), content);
  }
  return joinBytes([...long, block(member)]);
}

function block(member: Member): Uint8Array {
  const device = member.type === '3' || member.type === '4';
  const text =
    field(member.name, 100) +
    octal(member.mode, 7) +
    octal(member.uid, 7) +
    octal(member.gid, 7) +
    octal(member.size, 11) +
    octal(member.mtime, 11) +
    '        ' +
    member.type +
    field(member.link, 100) +
    'ustar  \0' +
    field(member.user, 32) +
    field(member.group, 32) +
    (device ? octal(member.major, 7) + octal(member.minor, 7) : '\0'.repeat(16));
  const bytes = new Uint8Array(BLOCK);
  bytes.set(toBytes(text));
  let sum = 0;
  for (const byte of bytes) sum += byte;
  bytes.set(toBytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return bytes;
}

export class TarError extends Error {}

/**
 * Reads an archive's members in order; GNU long names, pax records and ustar prefixes are put together. `lenient`: content that
 * is cut short is no error, as for a listing that seeks over it. Throws TarError.
 */
export function* unpack(archive: Uint8Array, options: { readonly lenient: boolean }): Generator<{ member: Member; content: Uint8Array }> {
  let at = 0;
  let longName: string | undefined;
  let longLink: string | undefined;
  let records = new Map<string, string>();
  let first = true;
  while (at < archive.length || first) {
    if (archive.length - at < BLOCK) throw new TarError('short read');
    const header = archive.subarray(at, at + BLOCK);
    at += BLOCK;
    if (header.every((byte) => byte === 0)) {
      // Two empty blocks end an archive; the second may be missing.
      if (first && archive.length - at < BLOCK) throw new TarError('short read');
      return;
    }
    first = false;
    const member = parse(header);
    const end = at + member.size;
    if (end > archive.length) {
      if ('0\x007'.includes(member.type)) yield { member: finish(member), content: archive.subarray(at) };
      if (options.lenient) return;
      throw new TarError('short read');
    }
    const content = archive.subarray(at, end);
    at = Math.min(archive.length, at + Math.ceil(member.size / BLOCK) * BLOCK);
    if (member.type === 'L') longName = fromBytes(content).replace(/\0.*$/s, '');
    else if (member.type === 'K') longLink = fromBytes(content).replace(/\0.*$/s, '');
    else if (member.type === 'x') records = paxRecords(fromBytes(content));
    else if (member.type !== 'g' && member.type !== 'V') {
      yield { member: finish(member), content };
      longName = undefined;
      longLink = undefined;
      records = new Map();
    }
  }

  function finish(member: Member): Member {
    return { ...member, name: longName ?? records.get('path') ?? member.name, link: longLink ?? records.get('linkpath') ?? member.link };
  }
}

function paxRecords(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const length = Number.parseInt(text.slice(at), 10);
    if (!(length > 0)) break;
    const match = /^\d+ ([^=]+)=([\s\S]*)\n$/.exec(text.slice(at, at + length));
    if (match !== null) found.set(match[1]!, match[2]!);
    at += length;
  }
  return found;
}

function parse(header: Uint8Array): Member {
  const text = fromBytes(header);
  const string = (from: number, length: number): string => text.slice(from, from + length).replace(/\0.*$/s, '');
  const magic = text.slice(257, 262);
  if (magic !== 'ustar' && magic !== '\0\0\0\0\0') throw new TarError('invalid tar magic');
  const number = (from: number, length: number): number => {
    if ((header[from]! & 0x80) !== 0) {
      let value = header[from]! & 0x7f;
      for (let i = 1; i < length; i++) value = value * 256 + header[from + i]!;
      return value;
    }
    const digits = string(from, length).trim();
    if (digits !== '' && !/^[0-7]+$/.test(digits)) throw new TarError('corrupted octal value in tar header');
    return digits === '' ? 0 : Number.parseInt(digits, 8);
  };
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!;
  if (number(148, 8) !== sum) throw new TarError('invalid tar header checksum');
  const gnu = text.slice(257, 264) === 'ustar  ';
  const prefix = gnu || magic !== 'ustar' ? '' : string(345, 155);
  const letter = text[156]!;
  const name = prefix === '' ? string(0, 100) : `${prefix}/${string(0, 100)}`;
  const type = letter === '\0' || letter === '7' ? (name.endsWith('/') ? '5' : '0') : letter;
  return {
    name,
    type,
    mode: number(100, 8) & 0o7777,
    uid: number(108, 8),
    gid: number(116, 8),
    user: string(265, 32),
    group: string(297, 32),
    size: type === '0' || type === 'L' || type === 'K' || type === 'x' || type === 'g' ? number(124, 12) : 0,
    mtime: number(136, 12),
    link: string(157, 100),
    major: type === '3' || type === '4' ? number(329, 8) : 0,
    minor: type === '3' || type === '4' ? number(337, 8) : 0,
  };
}
