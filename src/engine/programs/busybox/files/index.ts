// The applets that look at files and change them.
// Knows paths, modes, owners, times and how busybox words its complaints; refuses to know what is inside files.
// Each applet has a file of its own, or a folder when it is large.
import type { Applets } from '../applet.ts';
import { lazyApplets } from '../lazy-applets.ts';
import { chmod } from './chmod.ts';
import { chgrp, chown } from './chown.ts';
import { link, ln, unlink } from './link.ts';
import { mkdir } from './mkdir.ts';
import { basename, dirname, pwd, readlink, realpath, which } from './paths.ts';
import { rm } from './remove.ts';
import { rmdir } from './rmdir.ts';
import { touch } from './touch.ts';

/** Applets that few sessions use, fetched together when one first runs. */
const RARE = 'chroot cp dd df du fallocate find losetup ls mkfifo mknod mktemp mount mv shred stat truncate umount xargs'.split(' ');

export const fileApplets: Applets = {
  ...lazyApplets(RARE, async () => (await import('./rare.ts')).rareFileApplets),
  basename,
  chgrp,
  chmod,
  chown,
  dirname,
  link,
  ln,
  mkdir,
  pwd,
  readlink,
  realpath,
  rm,
  rmdir,
  touch,
  unlink,
  which,
};
