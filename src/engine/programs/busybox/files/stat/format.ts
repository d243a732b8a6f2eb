import type { ByteString, Stat } from '../../../../kernel/index.ts';
import { groupById, userById } from '../../accounts.ts';
import type { Call } from '../../applet.ts';
import { BLOCK_SIZE, blocksOf } from '../../blocks.ts';
import { formatTime, localTime, parseZone } from '../../dates/index.ts';
import { fullMode, modeString } from '../../mode.ts';
import { type Field, numberField, stringField } from '../../printf-field.ts';
import { deviceNumber } from '../../space.ts';

/** One value of a format: text, or a number in a base. */
export type Value = { readonly text: ByteString } | { readonly number: number; readonly base?: 8 | 16 };

/** Fills stat's format: `%`, flags, width, precision, a letter. A letter without meaning stands for itself. */
export function fillFormat(format: ByteString, values: (letter: string) => Value | undefined): ByteString {
  return format.replace(
    /%([-+ #0]*)(\d*)(?:\.(\d*))?(.?)/gs,
    (whole, flags: string, width: string, precision: string | undefined, letter: string) => {
      if (letter === '' || letter === '%') return letter === '' ? whole : '%';
      const field: Field = { flags, width: Number(width), precision: precision === undefined ? undefined : Number(precision) };
      const value = values(letter);
      if (value === undefined) return stringField(letter, { ...field, precision: undefined });
      if ('text' in value) return stringField(value.text, field);
      const digits = Math.floor(value.number).toString(value.base ?? 10);
      return numberField(digits, field, value.base === 16 ? '0x' : value.base === 8 ? '0' : '');
    },
  );
}

/** `regular empty file`, `directory`, …: glibc's file_type. */
export function fileType(stat: Stat): string {
  const { kind } = stat;
  if (kind === 'file') return stat.size === 0 ? 'regular empty file' : 'regular file';
  return {
    dir: 'directory',
    symlink: 'symbolic link',
    fifo: 'fifo',
    socket: 'socket',
    char: 'character special file',
    block: 'block special file',
  }[kind];
}

/** The meaning of stat's letters for a file. */
export function fileValues(a: Call, path: ByteString, stat: Stat): (letter: string) => Value | undefined {
  const { inode } = stat;
  const device = inode.kind === 'char' || inode.kind === 'block' ? inode : { major: 0, minor: 0 };
  const time = (seconds: number): Value => {
    const nanos = Math.floor((seconds - Math.floor(seconds)) * 1e6) * 1000;
    return { text: formatTime('%Y-%m-%d %H:%M:%S.%N %z', localTime(seconds, parseZone(a.p.env.get('TZ'))), nanos) };
  };
  const dev = deviceNumber(a.p, stat.dev);
  return (letter) => {
    switch (letter) {
      case 'n':
        return { text: path };
      case 'N':
        return { text: stat.kind === 'symlink' ? `'${path}' -> '${a.p.fs.readlink(path)}'` : path };
      case 'd':
        return { number: dev };
      case 'D':
        return { number: dev, base: 16 };
      case 'i':
        return { number: stat.ino };
      case 'a':
        return { number: stat.mode, base: 8 };
      case 'A':
        return { text: modeString(stat) };
      case 'f':
        return { number: fullMode(stat), base: 16 };
      case 'F':
        return { text: fileType(stat) };
      case 'h':
        return { number: stat.nlink };
      case 'u':
        return { number: stat.uid };
      case 'U':
        return { text: userById(a.p, stat.uid)?.name ?? 'UNKNOWN' };
      case 'g':
        return { number: stat.gid };
      case 'G':
        return { text: groupById(a.p, stat.gid)?.name ?? 'UNKNOWN' };
      case 't':
        return { number: device.major, base: 16 };
      case 'T':
        return { number: device.minor, base: 16 };
      case 's':
        return { number: stat.size };
      case 'b':
        return { number: blocksOf(stat) };
      case 'B':
        return { number: 512 };
      case 'o':
        return { number: BLOCK_SIZE };
      case 'x':
        return time(stat.atime);
      case 'y':
      case 'z':
        return time(stat.mtime);
      case 'X':
        return { number: Math.floor(stat.atime) };
      case 'Y':
      case 'Z':
        return { number: Math.floor(stat.mtime) };
      default:
        return undefined;
    }
  };
}
