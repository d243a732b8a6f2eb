import { type ByteString, type Run, type Step, SysError, WRITE } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { joinPath, lastComponent } from '../../paths.ts';
import { remove } from '../remove.ts';
import { copyFile, nothingCopied } from './copy-file.ts';
import { kindOf } from './cp.ts';

/** mv [-finT]; between file systems it copies and removes. */
export function* mv(a: Call): Run {
  const o = a.options('finvTt:', {
    min: 1,
    long: {
      force: { as: 'f' },
      interactive: { as: 'i' },
      'no-clobber': { as: 'n' },
      verbose: { as: 'v' },
      'no-target-directory': { as: 'T' },
      'target-directory': { as: 't', arg: 'required' },
    },
  });
  const mode = o.last('f', 'i', 'n');
  const target = o.value('t');
  const sources = target === undefined ? o.rest.slice(0, -1) : o.rest;
  const last = target ?? o.rest.at(-1)!;
  if (sources.length === 0) a.showUsage();
  let single = false;
  if (target === undefined && sources.length === 1) {
    const to = yield* kindOf(a, last, false);
    if (to === undefined) return 1;
    if (o.has('T') && to === 'dir') a.die(`'${last}' is a directory`);
    single = to !== 'dir';
  }
  let status = 0;
  for (const given of sources) {
    const source = single ? given : given.replace(/(?<=[^/])\/+$/, '');
    const dest = single ? last : joinPath(last, lastComponent(source));
    const there = yield* kindOf(a, dest, false);
    if (there === undefined) {
      status = 1;
      continue;
    }
    if (there !== 'missing') {
      if (mode === 'n') continue;
      const guarded = mode !== 'f' && (mode === 'i' || (!a.p.fs.can(dest, WRITE) && a.p.isatty(0)));
      if (guarded && !(yield* a.confirmed(`mv: overwrite '${dest}'? `))) continue;
    }
    if (!(yield* move(a, source, dest, there))) status = 1;
    else if (o.has('v')) yield* a.print(`'${source}' -> '${dest}'\n`);
  }
  return status;
}

function* move(a: Call, source: ByteString, dest: ByteString, there: 'dir' | 'other' | 'missing'): Step<boolean> {
  try {
    a.p.fs.rename(source, dest);
    return true;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const from = error.errno === 'EXDEV' ? yield* kindOf(a, source, true) : undefined;
    if (from === undefined || from === 'missing') {
      yield* a.complain(`can't rename '${source}': ${error.message}`);
      return false;
    }
    if (there !== 'missing') {
      if ((there === 'dir') !== (from === 'dir')) {
        yield* a.complain(`can't overwrite ${there === 'dir' ? 'directory with non-' : 'non-directory with '}directory`);
        return false;
      }
      try {
        a.p.fs.unlink(dest);
      } catch (failure) {
        yield* a.complainOf(`can't remove '${dest}'`, failure);
        return false;
      }
    }
    const how = { recurse: true, preserve: true, follow: 'never', force: false, interactive: false } as const;
    if (!(yield* copyFile(a, source, dest, how, nothingCopied()))) return false;
    return yield* remove(a, source, { force: true, interactive: false, recurse: true });
  }
}
