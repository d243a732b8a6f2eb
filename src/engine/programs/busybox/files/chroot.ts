import type { ByteString, Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { become } from '../system/environment.ts';

/** chroot NEWROOT [PROG ARGS]: without PROG an interactive shell. */
export function* chroot(a: Call): Run {
  const [root, ...words] = a.args as [ByteString?, ...ByteString[]];
  if (root === undefined) a.showUsage();
  try {
    a.p.chroot(root);
  } catch (error) {
    a.dieOf(`can't change root directory to '${root}'`, error);
  }
  const shell = a.p.env.get('SHELL');
  return yield* become(a, words.length > 0 ? words : [shell === undefined || shell === '' ? '/bin/sh' : shell, '-i']);
}
