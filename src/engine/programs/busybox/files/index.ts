// The applets that look at files and change them.
// Knows paths, modes, owners, times and how busybox words its complaints; refuses to know what is inside files.
// Each applet has a file of its own, or a folder when it is large.
import type { Applets } from '../applet.ts';
import { chmod } from './chmod.ts';
import { chgrp, chown } from './chown.ts';
import { chroot } from './chroot.ts';
import { cp } from './copy/cp.ts';
import { mv } from './copy/mv.ts';
import { dd } from './dd.ts';
import { df } from './disk/df.ts';
import { du } from './disk/du.ts';
import { losetup, mount, umount } from './disk/mount.ts';
import { find } from './find/find.ts';
import { link, ln, unlink } from './link.ts';
import { ls } from './ls/ls.ts';
import { mkfifo, mknod } from './make-node.ts';
import { mkdir } from './mkdir.ts';
import { mktemp } from './mktemp.ts';
import { basename, dirname, pwd, readlink, realpath, which } from './paths.ts';
import { rm } from './remove.ts';
import { rmdir } from './rmdir.ts';
import { fallocate, shred, truncate } from './sizes.ts';
import { stat } from './stat/stat.ts';
import { touch } from './touch.ts';
import { xargs } from './xargs/xargs.ts';

export const fileApplets: Applets = {
  basename,
  chgrp,
  chmod,
  chown,
  chroot,
  cp,
  dd,
  df,
  dirname,
  du,
  fallocate,
  losetup,
  mount,
  shred,
  truncate,
  umount,
  find,
  link,
  ln,
  ls,
  mkdir,
  mkfifo,
  mknod,
  mktemp,
  mv,
  pwd,
  readlink,
  realpath,
  rm,
  rmdir,
  stat,
  touch,
  unlink,
  which,
  xargs,
};
