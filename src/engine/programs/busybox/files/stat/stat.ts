import { type ByteString, decodeText, type Mount, type Run, type Stat, type Step } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { BLOCK_SIZE } from '../../blocks.ts';
import { deviceNumber, MAGIC, spaceOf } from '../../space.ts';
import { fileValues, fillFormat, type Value } from './format.ts';

const TERSE = '%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %o';
const FS_TERSE = '%n %i %l %t %s %b %f %a %c %d';
const FS_LONG =
  '  File: "%n"\n    ID: %-8i Namelen: %-7l Type: %T\nBlock size: %-10s\nBlocks: Total: %-10b Free: %-10f Available: %a\nInodes: Total: %-10c Free: %d';

/** stat [-ltf] [-c FMT] FILE…. */
export function* stat(a: Call): Run {
  const o = a.options('ftLc:', { min: 1 });
  let status = 0;
  for (const path of o.rest) {
    const format = o.value('c');
    const good = o.has('f')
      ? yield* ofFileSystem(a, path, format ?? (o.has('t') ? FS_TERSE : FS_LONG))
      : yield* ofFile(a, path, o.has('L'), format ?? (o.has('t') ? TERSE : undefined));
    if (!good) status = 1;
  }
  return status;
}

function* ofFile(a: Call, path: ByteString, follow: boolean, format: ByteString | undefined): Step<boolean> {
  let found: Stat;
  try {
    found = follow ? a.p.fs.stat(path) : a.p.fs.lstat(path);
  } catch (error) {
    yield* a.complainOf(`can't stat '${path}'`, error);
    return false;
  }
  yield* show(a, format ?? longFormat(found), fileValues(a, path, found));
  return true;
}

/** A format that ends in a bare `%` prints that and no newline. */
function* show(a: Call, format: ByteString, values: (letter: string) => Value | undefined): Step<void> {
  const open = format.endsWith('%') && /[^%](?:%%)*%$|^(?:%%)*%$/.test(format);
  yield* a.print(fillFormat(format, values) + (open ? '' : '\n'));
}

function longFormat(found: Stat): string {
  const device = found.kind === 'char' || found.kind === 'block';
  return (
    `  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\n` +
    `Device: %Dh/%dd\tInode: %-10i  Links: ${device ? '%-5h Device type: %t,%T' : '%h'}\n` +
    'Access: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z'
  );
}

function* ofFileSystem(a: Call, path: ByteString, format: ByteString): Step<boolean> {
  let mount: Mount;
  try {
    mount = a.p.fs.existing(path, true).mount;
  } catch (error) {
    yield* a.complainOf(`can't read file system information for '${path}'`, error);
    return false;
  }
  yield* show(a, format, fileSystemValues(a, path, mount));
  return true;
}

function fileSystemValues(a: Call, path: ByteString, mount: Mount): (letter: string) => Value | undefined {
  const space = spaceOf(mount);
  const free = space.total - space.used;
  return (letter) => {
    switch (letter) {
      case 'n':
        return { text: path };
      case 'i':
        return { number: deviceNumber(a.p, mount.fs), base: 16 };
      case 'l':
        return { number: 255 };
      case 't':
        return { number: MAGIC[mount.fs.type] ?? 0, base: 16 };
      case 'T':
        return { text: typeName(decodeText(mount.fs.type)) };
      case 'b':
        return { number: space.total };
      case 'f':
      case 'a':
        return { number: free };
      case 's':
      case 'S':
        return { number: BLOCK_SIZE };
      case 'c':
        return { number: space.inodes };
      case 'd':
        return { number: space.inodes - space.usedInodes };
      default:
        return undefined;
    }
  };
}

const typeName = (type: string): string => ({ ext4: 'ext2/ext3', tmpfs: 'tmpfs', proc: 'proc', sysfs: 'sysfs' })[type] ?? 'UNKNOWN';
