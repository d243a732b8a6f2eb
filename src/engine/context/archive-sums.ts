import { sha256, startDigest } from '../digest/index.ts';
import { type Body, pieces } from '../tree/index.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * The tarsum v1 of each member of an archive as its writer named and owned it, by clean path. The classic builder keys the cache of COPY with these:
 * an archive's `./f` is another file than a directory's `f`. Names of owners do not count. Headers that cannot be read end the list. Source: moby pkg/tarsum.
 */
export function archiveSums(tar: Body): Map<string, string> {
  const sums = new Map<string, string>();
  let longName: string | undefined;
  let longLink: string | undefined;
  for (let at = 0; at + 512 <= tar.size; ) {
    const block = tar.read(at, 512);
    if (block.every((byte) => byte === 0)) break;
    const text = (offset: number, length: number): string => cString(block.subarray(offset, offset + length));
    const octal = (offset: number, length: number): number => Number.parseInt(text(offset, length).trim() || '0', 8) || 0;
    const type = String.fromCharCode(block[156]!);
    const size = '123456'.includes(type) ? 0 : octal(124, 12);
    const body = at + 512;
    at = body + Math.ceil(size / 512) * 512;
    if (type === 'L') longName = cString(tar.read(body, size));
    else if (type === 'K') longLink = cString(tar.read(body, size));
    else if (type === 'x') {
      const records = paxRecords(tar.read(body, size));
      longName = records.get('path') ?? longName;
      longLink = records.get('linkpath') ?? longLink;
    } else if (type !== 'g') {
      const prefix = text(257, 6) === 'ustar' ? text(345, 155) : '';
      const name = longName ?? (prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`);
      const fields = [
        ['name', name],
        ['mode', octal(100, 8)],
        ['uid', octal(108, 8)],
        ['gid', octal(116, 8)],
        ['size', size],
        ['typeflag', type === '\0' ? '0' : type],
        ['linkname', longLink ?? text(157, 100)],
        ['uname', ''],
        ['gname', ''],
        ['devmajor', octal(329, 8)],
        ['devminor', octal(337, 8)],
      ];
      const stream = startDigest();
      for (const [key, value] of fields) stream.update(encoder.encode(`${key}${value}`));
      for (const piece of pieces({
        size,
        read: (offset, length) => tar.read(body + offset, Math.min(length, size - offset)),
        digest: () => sha256(''),
      }))
        stream.update(piece);
      sums.set(clean(name), stream.digest().slice('sha256:'.length));
      longName = undefined;
      longLink = undefined;
    }
  }
  return sums;
}

const clean = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

function cString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function paxRecords(bytes: Uint8Array): Map<string, string> {
  const out = new Map<string, string>();
  for (const line of decoder.decode(bytes).split('\n')) {
    const match = /^\d+ ([^=]+)=(.*)$/s.exec(line);
    if (match !== null) out.set(match[1]!, match[2]!);
  }
  return out;
}
