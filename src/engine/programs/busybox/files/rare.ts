import type { Applets } from '../applet.ts';
import { chroot } from './chroot.ts';
import { cp } from './copy/cp.ts';
import { mv } from './copy/mv.ts';
import { dd } from './dd.ts';
import { df } from './disk/df.ts';
import { du } from './disk/du.ts';
import { losetup, mount, umount } from './disk/mount.ts';
import { find } from './find/find.ts';
import { ls } from './ls/ls.ts';
import { mkfifo, mknod } from './make-node.ts';
import { mktemp } from './mktemp.ts';
import { fallocate, shred, truncate } from './sizes.ts';
import { stat } from './stat/stat.ts';
import { xargs } from './xargs/xargs.ts';

/** The applets of this group that are a chunk of their own. */
export const rareFileApplets: Applets = {
  cp,
  ls,
  mv,
  chroot,
  dd,
  df,
  du,
  fallocate,
  find,
  losetup,
  mkfifo,
  mknod,
  mktemp,
  mount,
  shred,
  stat,
  truncate,
  umount,
  xargs,
};
