import { type ByteString, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { parseMode } from '../mode.ts';
import { unsigned } from '../numbers.ts';

/** The mode of -m; what is none is -1, which no call takes. */
function modeOption(a: Call, text: string | undefined): number {
  if (text === undefined) return 0o666;
  return parseMode(text, 0o666, a.p.umask) ?? -1;
}

/** Permissions given with -m are not masked. */
function unmasked(a: Call, mode: number, given: boolean, make: () => void): void {
  const { umask } = a.p;
  if (mode < 0) throw new SysError('EINVAL');
  if (given) a.p.umask = 0;
  try {
    make();
  } finally {
    a.p.umask = umask;
  }
}

/** mkfifo [-m MODE] NAME…. */
export function* mkfifo(a: Call): Run {
  const o = a.options('m:', { min: 1 });
  const mode = modeOption(a, o.value('m'));
  let status = 0;
  for (const path of o.rest) {
    try {
      unmasked(a, mode, o.has('m'), () => a.p.fs.mknod(path, { kind: 'fifo' }, mode));
    } catch (error) {
      yield* a.complainOf(path, error);
      status = 1;
    }
  }
  return status;
}

/** mknod [-m MODE] NAME TYPE [MAJOR MINOR]. */
export function* mknod(a: Call): Run {
  const o = a.options('m:', { min: 2 });
  const [path, type, ...numbers] = o.rest as [ByteString, string, ...string[]];
  const mode = modeOption(a, o.value('m'));
  const kind = ({ p: 'fifo', c: 'char', u: 'char', b: 'block' } as const)[type[0] ?? ''];
  if (kind === undefined || (kind === 'fifo' ? numbers.length !== 0 : numbers.length !== 2)) a.showUsage();
  try {
    if (kind === 'fifo') unmasked(a, mode, o.has('m'), () => a.p.fs.mknod(path, { kind }, mode));
    else {
      const [major, minor] = numbers.map((text) => unsigned(text) ?? a.die(`invalid number '${text}'`)) as [number, number];
      unmasked(a, mode, o.has('m'), () => a.p.fs.mknod(path, { kind, major, minor }, mode));
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    a.die(`${path}: ${error.message}`);
  }
  return 0;
}
