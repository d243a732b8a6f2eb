import type { Inode, Tree } from '../../tree/index.ts';

/** Bytes of a protobuf varint. */
function varint(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** A field of a number; zero is left out. */
const field = (value: number): number => (value === 0 ? 0 : 1 + varint(value));
/** A field of so many bytes. */
const bytes = (size: number): number => 1 + varint(size) + size;

const CHUNK = 32 * 1024;
/** Go's mode bits of what is no plain file. */
const KIND_BITS: Readonly<Record<string, number>> = { dir: 2 ** 31, symlink: 2 ** 27, fifo: 2 ** 25 };

/** What is told of an entry: one packet. `linkname` is what a link leads to. */
function statSize(path: string, mode: number, mtime: number, size: number, linkname = ''): number {
  const stat =
    bytes(path.length) + field(mode) + field(size) + field(Math.floor(mtime * 1e9)) + (linkname === '' ? 0 : bytes(linkname.length));
  return bytes(stat);
}

/** A file's content in chunks, and the packet that ends it; `id` counts the entries told before. */
function contentSize(size: number, id: number): number {
  const packet = 2 + field(id);
  let sum = packet;
  for (let left = size; left > 0; left -= CHUNK) sum += packet + bytes(Math.min(left, CHUNK));
  return sum;
}

/** What the client sends for one plain file alone: the Dockerfile, the ignore file. An empty end packet is part of it. */
export const fileTransferSize = (name: string, size: number, mode: number, mtime: number): number =>
  2 + statSize(name, mode, mtime, size) + contentSize(size, 0);

function modeOf(inode: Inode): number {
  const special = inode.mode & 0o4000 ? 2 ** 23 : 0;
  return (inode.mode & 0o777) + (KIND_BITS[inode.kind] ?? 0) + special;
}

/** What the client sends of a context, of which steps read `sent`, as its progress counts: fsutil's packets. Source: measured. */
export function transferSize(tree: Tree, sent: ReadonlySet<string>): number {
  const parents = new Set<string>();
  for (const path of sent) for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) parents.add(path.slice(0, at));
  const seen = new Map<Inode, string>();
  let sum = 2;
  let id = 0;
  for (const [path, inode] of tree.walk()) {
    const name = path.slice(1);
    if (name === '' || !(sent.has(path) || parents.has(path))) continue;
    const first = inode.kind === 'file' ? seen.get(inode) : undefined;
    const link = inode.kind === 'symlink' ? inode.target : first;
    const size = inode.kind === 'file' ? inode.body.size : inode.kind === 'symlink' ? inode.target.length : 0;
    sum += statSize(name, modeOf(inode), inode.mtime, size, link);
    if (inode.kind === 'file' && first === undefined) {
      seen.set(inode, name);
      sum += contentSize(size, id);
    }
    id++;
  }
  return sum;
}
