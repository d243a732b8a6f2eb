// One change in the archive of a layer, byte for byte: everything that is not changed stays as it was written.
import { type Body, writeBody } from '../../../engine/tree/index.ts';

const BLOCK = 512;
const octal = (bytes: Uint8Array): number =>
  Number.parseInt(
    new TextDecoder('latin1')
      .decode(bytes)
      .replace(/[\0 ]+$/, '')
      .trim() || '0',
    8,
  );
const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

/** Where the `index`-th member stands, in the order `readTar` tells members: extended headers and long names are not members. */
export function memberAt(archive: Body, index: number): { readonly header: number; readonly data: number } {
  let seen = -1;
  let paxSize: number | undefined;
  for (let at = 0; at + BLOCK <= archive.size; ) {
    const block = archive.read(at, BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const type = String.fromCharCode(block[156]!);
    const data = at + BLOCK;
    const isExtra = 'xgLK'.includes(type);
    const own = '123456'.includes(type) ? 0 : sizeIn(block);
    const size = isExtra || paxSize === undefined || '123456'.includes(type) ? own : paxSize;
    if (type === 'x') paxSize = sizeRecord(archive.read(data, size));
    else if (!isExtra) {
      paxSize = undefined;
      seen++;
      if (seen === index) return { header: at, data };
    }
    at = data + padded(size);
  }
  throw new Error('store.nofile');
}

/** Base-256 numbers have the highest bit set. */
function sizeIn(block: Uint8Array): number {
  if ((block[124]! & 0x80) === 0) return octal(block.subarray(124, 136));
  let size = 0;
  for (let i = 125; i < 136; i++) size = size * 256 + block[i]!;
  return size;
}

function sizeRecord(records: Uint8Array): number | undefined {
  const found = /(?:^|\n)\d+ size=(\d+)\n/.exec(new TextDecoder('latin1').decode(records));
  return found === null ? undefined : Number(found[1]);
}

/** Writes a number into a field of a member's header, and the header's checksum anew. */
export function setField(archive: Body, header: number, field: 'mode' | 'mtime', value: number): Body {
  const block = archive.read(header, BLOCK).slice();
  const [offset, length] = field === 'mode' ? [100, 8] : [136, 12];
  write(block, offset, `${value.toString(8).padStart(length - 1, '0')}\0`);
  write(block, 148, '        ');
  const sum = block.reduce((total, byte) => total + byte, 0);
  write(block, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return writeBody(archive, header, block);
}

function write(block: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) block[at + i] = text.charCodeAt(i);
}
