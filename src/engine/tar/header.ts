import { BLOCK, checksum, FIELD, type Field, fitsOctal, padded } from './block.ts';
import type { TarEntry } from './entry.ts';
import { paxRecord, XATTR } from './pax.ts';

const encoder = new TextEncoder();
const TYPE = { file: '0', hardlink: '1', symlink: '2', char: '3', block: '4', dir: '5', fifo: '6' } as const;
const PREFIX_SIZE = FIELD.prefix[1];
const NAME_SIZE = FIELD.name[1];

/**
 * The header blocks of a member: one ustar block, with a PAX member before it where ustar cannot say everything. The rules and
 * the bytes are those of Go archive/tar with Format PAX (writer.go writePAXHeader, common.go allowedFormats).
 */
export function headerBlocks(entry: TarEntry): Uint8Array {
  const name = entry.kind === 'dir' ? `${entry.path === '' ? '.' : entry.path}/` : entry.path;
  const linkname = entry.kind === 'symlink' || entry.kind === 'hardlink' ? entry.linkname : '';
  const numbers = { uid: entry.uid, gid: entry.gid, size: entry.kind === 'file' ? entry.body.size : 0, mtime: entry.mtime };
  const split = splitName(name);
  const needed = new Map<string, Uint8Array>();
  let ustar = true;
  if (!isAscii(name) || name.length > NAME_SIZE) {
    needed.set('path', encoder.encode(name));
    if (split === undefined) ustar = false;
  }
  if (!isAscii(linkname) || linkname.length > NAME_SIZE) {
    needed.set('linkpath', encoder.encode(linkname));
    ustar = false;
  }
  for (const [key, value] of Object.entries(numbers) as [keyof typeof numbers, number][]) {
    if (fitsOctal(FIELD[key][1], value)) continue;
    needed.set(key, encoder.encode(String(value)));
    ustar = false;
  }
  for (const [key, value] of entry.xattrs ?? []) {
    needed.set(`${XATTR}${key}`, value);
    ustar = false;
  }
  const block = new Uint8Array(BLOCK);
  putText(block, 'name', ustar && split !== undefined ? split.name : asciiOf(name));
  if (ustar && split !== undefined) putText(block, 'prefix', split.prefix);
  putText(block, 'linkname', asciiOf(linkname));
  putText(block, 'type', TYPE[entry.kind]);
  putNumber(block, 'mode', entry.mode);
  for (const [key, value] of Object.entries(numbers) as [keyof typeof numbers, number][]) putNumber(block, key, value);
  putNumber(block, 'major', 'major' in entry ? entry.major : 0);
  putNumber(block, 'minor', 'minor' in entry ? entry.minor : 0);
  seal(block);
  return ustar ? block : joined(paxMember(name, needed), block);
}

function paxMember(name: string, records: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lines = [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => paxRecord(key, value));
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  const slash = name.lastIndexOf('/');
  const dir = name.slice(0, Math.max(0, slash)).replace(/\/+$/, '');
  const file = name.slice(slash + 1);
  const title = [dir, 'PaxHeaders.0', file].filter((part) => part !== '').join('/');
  const out = new Uint8Array(BLOCK + padded(size));
  const block = out.subarray(0, BLOCK);
  putText(block, 'name', asciiOf(title).slice(0, NAME_SIZE).replace(/\/+$/, ''));
  putText(block, 'type', 'x');
  for (const key of ['mode', 'uid', 'gid', 'mtime'] as const) putNumber(block, key, 0);
  putNumber(block, 'size', size);
  seal(block);
  let at = BLOCK;
  for (const line of lines) {
    out.set(line, at);
    at += line.length;
  }
  return out;
}

/** Splits a long name between the prefix and name fields (common.go splitUSTARPath). Undefined when it cannot or need not be. */
function splitName(name: string): { prefix: string; name: string } | undefined {
  if (name.length <= NAME_SIZE || !isAscii(name)) return undefined;
  const length = name.length > PREFIX_SIZE + 1 ? PREFIX_SIZE + 1 : name.endsWith('/') ? name.length - 1 : name.length;
  const slash = name.lastIndexOf('/', length - 1);
  const rest = name.length - slash - 1;
  if (slash <= 0 || rest > NAME_SIZE || rest === 0 || slash > PREFIX_SIZE) return undefined;
  return { prefix: name.slice(0, slash), name: name.slice(slash + 1) };
}

function putText(block: Uint8Array, field: Field, text: string): void {
  const [offset, length] = FIELD[field];
  for (let i = 0; i < Math.min(length, text.length); i++) block[offset + i] = text.charCodeAt(i);
  if (text.length <= length || text[length - 1] !== '/') return;
  block[offset + text.slice(0, length).replace(/\/+$/, '').length] = 0;
}

function putNumber(block: Uint8Array, field: Field, value: number): void {
  const length = FIELD[field][1];
  putText(block, field, (fitsOctal(length, value) ? value : 0).toString(8).padStart(length - 1, '0'));
}

function seal(block: Uint8Array): void {
  putText(block, 'magic', 'ustar');
  putText(block, 'version', '00');
  putText(block, 'checksum', `${checksum(block).toString(8).padStart(6, '0')}\0 `);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a, 0);
  out.set(b, a.length);
  return out;
}

// NUL cannot stand in a name; everything else below U+0080 is one byte.
const isAscii = (text: string): boolean => /^[\x01-\x7f]*$/.test(text);
const asciiOf = (text: string): string => text.replace(/[^\x01-\x7f]/g, '');
