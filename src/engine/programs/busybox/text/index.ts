// Applets that read and write text: grep, sed, awk, sort and their like.
// Knows lines and bytes; refuses to know files' attributes, archives and the shell.
// What each does, to the letter of its error messages, is busybox 1.35's behaviour in the C locale.
import type { Applets } from '../applet.ts';
import { awk } from './awk/index.ts';
import { cat } from './cat.ts';
import { cut } from './cut.ts';
import { grep } from './grep/index.ts';
import { head } from './head.ts';
import { sed } from './sed/index.ts';
import { sort } from './sort/index.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';

/** The text applets by name. */
export const textApplets: Applets = { awk, cat, cut, egrep: grep, fgrep: grep, grep, head, sed, sort, tail, tee, tr, uniq, wc };
