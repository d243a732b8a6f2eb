// Applets that read and write text: grep, sed, awk, sort and their like.
// Knows lines and bytes; refuses to know files' attributes, archives and the shell.
// What each does, to the letter of its error messages, is busybox 1.35's behaviour in the C locale.
import type { Applets } from '../applet.ts';
import { lazyApplets } from '../lazy-applets.ts';
import { cat } from './cat.ts';
import { head } from './head.ts';
import { tee } from './tee.ts';
import { yes } from './yes.ts';

/** Applets that are large or that few sessions use, fetched together when one first runs. */
const RARE =
  'ascii awk base64 cmp crc32 cut diff dos2unix egrep expand expr factor fgrep fold grep hexdump less md5sum more nl od paste patch rev sed seq sha1sum sha256sum sha3sum sha512sum shuf sort strings tac tail tr ts unexpand uniq unix2dos uudecode uuencode wc xxd'.split(
    ' ',
  );

/** The text applets by name. */
export const textApplets: Applets = {
  ...lazyApplets(RARE, async () => (await import('./rare.ts')).rareTextApplets),
  cat,
  head,
  tee,
  yes,
};
