import type { Applets } from '../applet.ts';
import { ascii } from './ascii.ts';
import { awk } from './awk/index.ts';
import { base64 } from './base64.ts';
import { cmp } from './cmp.ts';
import { cut } from './cut.ts';
import { diff } from './diff/index.ts';
import { digestApplets } from './digest/index.ts';
import { dumpApplets } from './dump/index.ts';
import { expr } from './expr.ts';
import { factor } from './factor.ts';
import { fold } from './fold.ts';
import { grep } from './grep/index.ts';
import { dos2unix } from './line-ends.ts';
import { nl } from './nl.ts';
import { pager } from './pager.ts';
import { paste } from './paste.ts';
import { patch } from './patch/index.ts';
import { rev, tac } from './reversal.ts';
import { sed } from './sed/index.ts';
import { seq } from './seq.ts';
import { shuf } from './shuf.ts';
import { sort } from './sort/index.ts';
import { strings } from './strings.ts';
import { expand, unexpand } from './tabs.ts';
import { tail } from './tail.ts';
import { tr } from './tr.ts';
import { ts } from './ts.ts';
import { uniq } from './uniq.ts';
import { uudecode, uuencode } from './uucode.ts';
import { wc } from './wc.ts';

/** The text applets that are a chunk of their own. */
export const rareTextApplets: Applets = {
  sort,
  tail,
  tr,
  uniq,
  wc,
  seq,
  ...digestApplets,
  ...dumpApplets,
  ascii,
  awk,
  base64,
  cmp,
  cut,
  diff,
  dos2unix,
  egrep: grep,
  expand,
  fgrep: grep,
  grep,
  sed,
  expr,
  factor,
  fold,
  less: pager,
  more: pager,
  nl,
  paste,
  patch,
  rev,
  shuf,
  strings,
  tac,
  ts,
  unexpand,
  unix2dos: dos2unix,
  uudecode,
  uuencode,
};
