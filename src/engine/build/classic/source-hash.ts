import { type DigestStream, hexOf, sha256, startDigest } from '../../digest/index.ts';
import { compareNames, type Inode, pieces, type Tree } from '../../tree/index.ts';

const encoder = new TextEncoder();
const TYPE = { file: '0', symlink: '2', char: '3', block: '4', dir: '5', fifo: '6', socket: '0' } as const;

/** The tarsum v1 of one file: its header without the time, and its content. `name` is the path without leading slash. Source: moby pkg/tarsum. */
export function fileSum(name: string, inode: Inode): string {
  const stream = startDigest();
  header(stream, name, inode);
  if (inode.kind === 'file') for (const piece of pieces(inode.body)) stream.update(piece);
  return hexOf(stream.digest());
}

function header(stream: DigestStream, name: string, inode: Inode): void {
  const device = inode.kind === 'char' || inode.kind === 'block' ? inode : { major: 0, minor: 0 };
  const fields: [string, string][] = [
    ['name', inode.kind === 'dir' ? `${name}/` : name],
    ['mode', String(inode.mode)],
    ['uid', String(inode.uid)],
    ['gid', String(inode.gid)],
    ['size', String(inode.kind === 'file' ? inode.body.size : 0)],
    ['typeflag', TYPE[inode.kind]],
    ['linkname', inode.kind === 'symlink' ? inode.target : ''],
    ['uname', ''],
    ['gname', ''],
    ['devmajor', String(device.major)],
    ['devminor', String(device.minor)],
  ];
  for (const [key, value] of fields) stream.update(encoder.encode(key + value));
  for (const [key, value] of [...(inode.xattrs ?? [])].sort(([a], [b]) => compareNames(a, b)))
    stream.update(encoder.encode(key)).update(value);
}

/** Sums known already, by path: those of an archive's members. */
export type KnownSums = ReadonlyMap<string, string>;

/** The hash of a directory: of the sorted sums of everything in it, itself included unless it is the root. */
export function dirSum(tree: Tree, path: string, dir: Inode, known: KnownSums): string {
  const sumOf = (name: string, inode: Inode): string => known.get(name) ?? fileSum(name, inode);
  const sums: string[] = [];
  if (path !== '/') sums.push(sumOf(path.slice(1), dir));
  for (const [below, inode] of tree.walk(dir.ino, path === '/' ? '' : path)) sums.push(sumOf(below.slice(1), inode));
  return joined('dir', sums.sort());
}

/** Several hashes as one: `multi:` for several sources. */
export const joined = (prefix: string, sums: readonly string[]): string => `${prefix}:${hexOf(sha256(sums.join(',')))}`;
