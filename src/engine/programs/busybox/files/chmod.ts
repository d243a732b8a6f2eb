import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { modeString, parseMode } from '../mode.ts';
import { walk } from '../walk.ts';

const LETTERS = 'Rcfv';

/** chmod [-Rcvf] MODE FILE…: MODE may begin with `-`, and then says `a-`. */
export function* chmod(a: Call): Run {
  const args = [...a.args];
  for (const [i, arg] of args.entries()) {
    if (!arg.startsWith('-')) break;
    if (arg !== '-' && !`-${LETTERS}`.includes(arg[1]!)) {
      args[i] = `a${arg}`;
      break;
    }
  }
  const o = a.options(LETTERS, { args, min: 2 });
  const [mode, ...paths] = o.rest as [ByteString, ...ByteString[]];
  const given = a.args.includes(mode) ? mode : mode.slice(1);
  let status = 0;
  for (const path of paths) {
    const good = yield* walk(a, path, {
      recurse: o.has('R'),
      *visit(at, lstat, depth) {
        if (depth > 0 && lstat.kind === 'symlink') return true;
        try {
          const stat = depth === 0 ? a.p.fs.stat(at) : lstat;
          const wanted = parseMode(mode, stat.mode, a.p.umask, stat.kind === 'dir');
          if (wanted === undefined) a.die(`invalid mode '${given}'`);
          a.p.fs.chmod(at, wanted);
          if (o.has('v') || (o.has('c') && stat.mode !== wanted)) {
            const text = modeString({ kind: stat.kind, mode: wanted }).slice(1);
            yield* a.print(`mode of '${at}' changed to ${wanted.toString(8).padStart(4, '0')} (${text})\n`);
          }
          return true;
        } catch (error) {
          if (!(error instanceof SysError)) throw error;
          if (!o.has('f')) yield* a.complainOf(at, error);
          if (!o.has('f') && lstat.kind === 'dir' && o.has('R')) yield* a.complainOf(at, error);
          return false;
        }
      },
    });
    if (!good) status = 1;
  }
  return status;
}
