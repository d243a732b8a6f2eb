import { type ByteString, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { sized, unsigned } from '../numbers.ts';

/** truncate [-c] -s SIZE FILE…. */
export function* truncate(a: Call): Run {
  const o = a.options('cs:', { min: 1 });
  const text = o.value('s') ?? a.showUsage();
  const size = sized(text) ?? a.die(`invalid number '${text}'`);
  let status = 0;
  for (const path of o.rest) {
    let fd: number;
    try {
      fd = a.p.fs.open(path, { write: true, create: !o.has('c') });
    } catch (error) {
      if (error instanceof SysError && error.errno === 'ENOENT' && o.has('c')) continue;
      yield* a.complainOf(`${path}: open`, error);
      status = 1;
      continue;
    }
    try {
      a.p.io.at(fd).truncate?.(size, a.p.now());
    } catch (error) {
      yield* a.complainOf(`${path}: truncate`, error);
      status = 1;
    }
    a.p.io.close(fd);
  }
  return status;
}

/** fallocate [-o OFS] -l LEN FILE: makes the file at least that long. */
export function* fallocate(a: Call): Run {
  const o = a.options('l:o:', { min: 1, max: 1 });
  const [path] = o.rest as [ByteString];
  const number = (text: string): number => sized(text) ?? a.die(`invalid number '${text}'`);
  const length = number(o.value('l') ?? a.showUsage());
  const offset = number(o.value('o') ?? '0');
  let fd: number;
  try {
    fd = a.p.fs.open(path, { read: true, write: true, create: true });
  } catch (error) {
    return a.dieOf(`can't open '${path}'`, error);
  }
  if (length === 0) a.die(`fallocate '${path}': Invalid argument`);
  try {
    const file = a.p.io.at(fd);
    const inode = file.stat();
    const size = inode.kind === 'file' ? inode.body.size : 0;
    if (offset + length > size) file.truncate?.(offset + length, a.p.now());
  } catch (error) {
    a.dieOf(`fallocate '${path}'`, error);
  }
  a.p.io.close(fd);
  return 0;
}

const PIECE = 65_536;

/** shred [-fuz] [-n N] [-s SIZE] FILE…: overwrites with the kernel's repeatable random bytes, then perhaps zeros. */
export function* shred(a: Call): Run {
  const o = a.options('fuzn:vxs:', { min: 1 });
  const number = (text: string): number => sized(text) ?? a.die(`invalid number '${text}'`);
  const passesText = o.value('n') ?? '3';
  const passes = Math.min(unsigned(passesText) ?? a.die(`invalid number '${passesText}'`), 100);
  const sizeText = o.value('s');
  for (const path of o.rest) {
    let fd: number;
    try {
      if (o.has('f')) a.p.fs.chmod(path, a.p.fs.stat(path).mode | 0o200);
      fd = a.p.fs.open(path, { write: true });
    } catch (error) {
      yield* a.complainOf(`can't open '${path}'`, error);
      return 1;
    }
    const inode = a.p.io.at(fd).stat();
    const size = sizeText === undefined ? (inode.kind === 'file' ? inode.body.size : 0) : number(sizeText);
    for (let pass = 0; pass < passes; pass++) yield* overwrite(a, fd, size, (count) => a.p.kernel.random.bytes(count));
    if (o.has('z')) yield* overwrite(a, fd, size, (count) => new Uint8Array(count));
    if (o.has('u')) {
      a.p.io.at(fd).truncate?.(0, a.p.now());
      a.p.fs.unlink(path);
    }
    a.p.io.close(fd);
  }
  return 0;
}

function* overwrite(a: Call, fd: number, size: number, make: (count: number) => Uint8Array): Step<void> {
  a.p.io.at(fd).seek?.(0, 'set');
  for (let left = size; left > 0; left -= PIECE) {
    yield* a.p.write(fd, make(Math.min(PIECE, left)));
    yield TURN;
  }
}
