import type { Stat } from '../../kernel/index.ts';

/** Bytes in a block of the simulated disks. */
export const BLOCK_SIZE = 4096;

/** How many 512-byte blocks a file takes (st_blocks), on a disk of 4096-byte blocks; links are kept in their inode. */
export const blocksOf = (stat: Pick<Stat, 'kind' | 'size'>): number =>
  stat.kind === 'file' || stat.kind === 'dir' ? Math.ceil(stat.size / BLOCK_SIZE) * (BLOCK_SIZE / 512) : 0;
