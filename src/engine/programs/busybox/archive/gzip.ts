import { type ByteString, type Run, type Step, SysError } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { compress, decompress, type Format, isFormat } from './compression.ts';

interface Kind {
  readonly format: Format;
  /** Letters of this applet's options. */
  readonly letters: string;
  /** What packing adds to a name, and unpacking takes away. */
  readonly suffix: string;
  /** Other suffixes and what unpacking makes of them. */
  readonly others: Readonly<Record<string, string>>;
  readonly unpack: boolean;
  readonly toOutput?: boolean;
  /** Only unpacking exists. */
  readonly onlyUnpack?: boolean;
}

const LEVELS = '123456789';

/** An applet that packs files into a compressed format or unpacks them: gzip, bunzip2, xzcat … */
function packer(kind: Kind): Applet {
  return function* run(a: Call): Run {
    const o = a.options(`cfkvq${kind.letters}`);
    const unpack = kind.unpack || o.has('d') || o.has('t');
    if (!unpack && kind.onlyUnpack === true) a.showUsage();
    const job: Job = {
      kind,
      unpack,
      test: o.has('t'),
      toOutput: o.has('c') || o.has('t') || kind.toOutput === true,
      force: o.has('f'),
      keep: o.has('k'),
      verbose: o.has('v'),
    };
    let status = 0;
    for (const path of o.rest.length === 0 ? ['-'] : o.rest) if (!(yield* one(a, path, job))) status = 1;
    return status;
  };
}

interface Job {
  readonly kind: Kind;
  readonly unpack: boolean;
  readonly test: boolean;
  readonly toOutput: boolean;
  readonly force: boolean;
  readonly keep: boolean;
  readonly verbose: boolean;
}

function* one(a: Call, path: ByteString, job: Job): Step<boolean> {
  const { fs } = a.p;
  if (path === '-') return yield* convert(a, yield* a.p.readAll(0), job, undefined);
  let bytes: Uint8Array;
  const stat = a.p.fs;
  try {
    fs.stat(path);
  } catch (error) {
    yield* a.complainOf(path, error);
    return false;
  }
  const target = job.toOutput ? undefined : targetName(path, job);
  if (target === '') {
    yield* a.complain(`${path}: unknown suffix - ignored`);
    return false;
  }
  const isDirectory = stat.stat(path).kind === 'dir';
  try {
    bytes = isDirectory ? new Uint8Array(0) : yield* a.readInput(path);
  } catch (error) {
    yield* a.complainOf(`can't open '${path}'`, error);
    return false;
  }
  if (target !== undefined && !job.force && exists(a, target)) {
    yield* a.complain(`can't open '${target}': File exists`);
    return false;
  }
  if (!(yield* convert(a, bytes, job, target === undefined ? undefined : { source: path, target }))) return false;
  if (target === undefined) return true;
  if (job.verbose && !job.unpack) yield* a.warn(`${path}: 100% - replaced with ${target}\n`);
  if (job.keep) return true;
  try {
    fs.unlink(path);
  } catch (error) {
    yield* a.complainOf(`can't remove file '${path}'`, error);
    return false;
  }
  return true;
}

function exists(a: Call, path: ByteString): boolean {
  try {
    a.p.fs.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

/** The name of the result; empty when the suffix says nothing. */
function targetName(path: ByteString, { kind, unpack }: Job): ByteString {
  if (!unpack) return path + kind.suffix;
  if (path.endsWith(kind.suffix)) return path.slice(0, -kind.suffix.length);
  for (const [suffix, instead] of Object.entries(kind.others)) if (path.endsWith(suffix)) return path.slice(0, -suffix.length) + instead;
  return '';
}

function* convert(a: Call, bytes: Uint8Array, job: Job, to: { source: ByteString; target: ByteString } | undefined): Step<boolean> {
  const made = yield* converted(a, bytes, job);
  if (made === undefined) return false;
  if (to === undefined) {
    if (!job.test) yield* a.printBytes(made);
    return true;
  }
  const { fs } = a.p;
  try {
    if (job.force && exists(a, to.target)) fs.unlink(to.target);
    const { mode, uid, gid, mtime, kind } = fs.stat(to.source);
    const fd = fs.open(to.target, { write: true, create: true, exclusive: true }, mode & 0o777);
    yield* a.p.write(fd, made);
    a.p.io.close(fd);
    if (kind !== 'dir') {
      try {
        fs.chown(to.target, uid, gid);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
      fs.chmod(to.target, mode);
      fs.utimes(to.target, mtime);
    }
    return true;
  } catch (error) {
    yield* a.complainOf(`can't open '${to.target}'`, error);
    return false;
  }
}

function* converted(a: Call, bytes: Uint8Array, job: Job): Step<Uint8Array | undefined> {
  if (!job.unpack) return compress(a, job.kind.format, bytes);
  const zcat = a.name === 'zcat';
  const format = zcat ? (['gzip', 'bzip2', 'xz', 'compress'] as const).find((each) => isFormat(each, bytes)) : job.kind.format;
  if (format === undefined) {
    yield* a.complain('no gzip/bzip2/xz magic');
    return undefined;
  }
  const plain = decompress(a, format, bytes);
  if (typeof plain !== 'string') return plain;
  yield* a.complain(plain);
  return undefined;
}

const GZIP = { format: 'gzip', suffix: '.gz', others: { '.tgz': '.tar', '.Z': '' } } as const;
const BZIP2 = { format: 'bzip2', suffix: '.bz2', others: { '.tbz': '.tar', '.tbz2': '.tar', '.tb2': '.tar' } } as const;
const XZ = { format: 'xz', suffix: '.xz', others: { '.txz': '.tar' } } as const;
const LZMA = { format: 'lzma', suffix: '.lzma', others: { '.tlz': '.tar' } } as const;

/** The applets that pack and unpack single files. */
export const packers: Readonly<Record<string, Applet>> = {
  gzip: packer({ ...GZIP, letters: `dtn${LEVELS}`, unpack: false }),
  gunzip: packer({ ...GZIP, letters: 'dtn', unpack: true }),
  zcat: packer({ ...GZIP, letters: 'dtn', unpack: true, toOutput: true }),
  bzip2: packer({ ...BZIP2, letters: `dtzs${LEVELS}`, unpack: false }),
  bunzip2: packer({ ...BZIP2, letters: 'dts', unpack: true }),
  bzcat: packer({ ...BZIP2, letters: 'dts', unpack: true, toOutput: true }),
  xz: packer({ ...XZ, letters: 'dt', unpack: false, onlyUnpack: true }),
  unxz: packer({ ...XZ, letters: 'dt', unpack: true }),
  xzcat: packer({ ...XZ, letters: 'dt', unpack: true, toOutput: true }),
  lzma: packer({ ...LZMA, letters: 'dt', unpack: false, onlyUnpack: true }),
  unlzma: packer({ ...LZMA, letters: 'dt', unpack: true }),
  lzcat: packer({ ...LZMA, letters: 'dt', unpack: true, toOutput: true }),
  lzop: packer({ format: 'lzop', suffix: '.lzo', others: {}, letters: `dt${LEVELS}`, unpack: false }),
  uncompress: packer({ format: 'compress', suffix: '.Z', others: {}, letters: '', unpack: true }),
};
