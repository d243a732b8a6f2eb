import type { Mount, Process } from '../../kernel/index.ts';
import { BLOCK_SIZE, blocksOf } from './blocks.ts';

/** What a mounted file system holds and could hold, in blocks of 4096 bytes and in inodes (statfs(2)). */
export interface Space {
  readonly total: number;
  readonly used: number;
  readonly inodes: number;
  readonly usedInodes: number;
}

const TOTAL_BLOCKS = 512 * 256;
const TOTAL_INODES = 200_000;

export function spaceOf(mount: Mount): Space {
  if (mount.fs.type === 'proc' || mount.fs.type === 'sysfs') return { total: 0, used: 0, inodes: 0, usedInodes: 0 };
  let used = 0;
  let usedInodes = 0;
  for (const [, inode] of mount.fs.tree().inodes.entries()) {
    usedInodes++;
    if (inode.kind === 'file') used += blocksOf({ kind: 'file', size: inode.body.size }) / (BLOCK_SIZE / 512);
    else if (inode.kind === 'dir' && mount.fs.type !== 'tmpfs') used++;
  }
  const total = mount.fs.quota === undefined ? TOTAL_BLOCKS : Math.ceil(mount.fs.quota / 4096);
  return { total: Math.max(total, used), used, inodes: Math.max(TOTAL_INODES, usedInodes), usedInodes };
}

/** The type of a file system as statfs(2) numbers it (magic.h); 0 when it has no number here. */
export const MAGIC: Readonly<Record<string, number>> = {
  overlay: 0x794c7630,
  tmpfs: 0x01021994,
  proc: 0x9fa0,
  ext4: 0xef53,
  sysfs: 0x62656572,
};

/** Device number of a file system, told apart by mount order, as anonymous devices are. */
export function deviceNumber(p: Process, fs: object): number {
  const seen = [...new Set(p.ns.mounts.map((mount) => mount.fs as object))];
  return 45 + Math.max(0, seen.indexOf(fs));
}
