// Looking into a file: its first bytes as text when they are text, else as a hex dump.
import type { Body, Tree } from '../../../../engine/tree/index.ts';
import type { FileLook } from '../../../session/queries/stack.ts';
import { Refusal } from '../../../session/refusal/index.ts';
import { decodeText } from '../../content.ts';

/** Bytes of a text that are shown. */
const TEXT = 64 * 1024;
/** Bytes of anything else. */
const HEX = 256;
const NAMES = 200;

export function look(tree: Tree, path: string): FileLook {
  const inode = tree.at(path);
  if (inode === undefined) throw new Refusal('gone.path', { path });
  if (inode.kind === 'symlink') return { kind: 'link', target: inode.target };
  if (inode.kind === 'dir') {
    const names = tree.names(inode.ino);
    return { kind: 'dir', names: names.slice(0, NAMES), count: names.length };
  }
  return inode.kind === 'file' ? lookInto(inode.body) : { kind: 'other' };
}

function lookInto(body: Body): FileLook {
  const bytes = body.read(0, TEXT);
  const text = decodeText(bytes, body.size > bytes.length);
  if (text === undefined) return { kind: 'binary', size: body.size, hex: hexDump(bytes.subarray(0, HEX)) };
  return { kind: 'text', text, size: body.size, shown: bytes.length };
}

/** As `hexdump -C` prints it. */
function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const groups = `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.padEnd(48);
    const chars = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(8, '0')}  ${groups}  |${chars}|`);
  }
  return lines.join('\n');
}
