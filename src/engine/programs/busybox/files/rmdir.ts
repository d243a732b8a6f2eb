import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** rmdir [-p] [--ignore-fail-on-non-empty]. */
export function* rmdir(a: Call): Run {
  const o = a.options('pv', {
    min: 1,
    long: { parents: { as: 'p' }, 'ignore-fail-on-non-empty': { as: 'ignore' }, verbose: { as: 'v' } },
  });
  let status = 0;
  for (const path of o.rest) {
    let at: ByteString = path;
    for (;;) {
      if (o.has('v')) yield* a.print(`rmdir: removing directory, '${at}'\n`);
      try {
        a.p.fs.rmdir(at);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        if (o.has('ignore') && error.errno === 'ENOTEMPTY') break;
        yield* a.complain(`'${at}': ${error.message}`);
        status = 1;
        break;
      }
      const parent = above(at);
      if (!o.has('p') || parent === undefined) break;
      at = parent;
    }
  }
  return status;
}

/** The directory a path names its last component in; undefined when the path names only one. */
function above(path: ByteString): ByteString | undefined {
  const match = /^(.*[^/])\/+[^/]+\/*$/.exec(path);
  return match === null || match[1] === '.' ? undefined : match[1];
}
