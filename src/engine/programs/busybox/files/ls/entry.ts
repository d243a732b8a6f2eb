import { type ByteString, type Stat, SysError } from '../../../../kernel/index.ts';
import type { NameCache } from '../../accounts.ts';
import type { Call } from '../../applet.ts';
import { blocksOf } from '../../blocks.ts';
import { formatTime, localTime, type Zone } from '../../dates/index.ts';
import { modeString } from '../../mode.ts';
import { humanSize } from '../../numbers.ts';
import { printable } from '../../printable.ts';
import type { LsOptions } from './options.ts';

/** A line of the listing to be. `name` is what is shown, `path` where it is. */
export interface Entry {
  readonly name: ByteString;
  readonly path: ByteString;
  readonly stat: Stat;
}

export interface Look {
  readonly options: LsOptions;
  readonly names: NameCache;
  readonly zone: Zone;
  readonly now: number;
}

const HALF_YEAR = (3600 * 24 * 365) / 2;

/** One entry as text, and the columns it takes. */
export function entryText(a: Call, { name, path, stat }: Entry, look: Look): { text: ByteString; width: number } {
  const { options: o } = look;
  let head = '';
  if (o.inode) head += `${String(stat.ino).padStart(7)} `;
  if (o.blocks) head += `${String(blocksOf(stat) / 2).padStart(6)} `;
  if (o.style === 'long') head += details(stat, look);
  const shown = shownName(name, o);
  let text = paint(shown.text, stat, o);
  let width = head.length + shown.width;
  let indicator = indicate(stat, o);
  if (o.style === 'long' && stat.kind === 'symlink') {
    const target = a.p.fs.readlink(path);
    let led: Stat | undefined;
    try {
      led = a.p.fs.stat(path);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
    indicator = led === undefined ? '' : indicate(led, o);
    text += ` -> ${paint(shownName(target, o).text, led, o)}`;
    width += 4 + target.length;
  }
  return { text: head + text + indicator, width: width + indicator.length };
}

function shownName(name: ByteString, o: LsOptions): { text: ByteString; width: number } {
  const { text, width } = printable(name);
  return o.quote ? { text: `"${text.replace(/["\\]/g, '\\$&')}"`, width: width + 2 } : { text, width };
}

function details(stat: Stat, { options: o, names, zone, now }: Look): string {
  const user = o.numeric ? String(stat.uid).padEnd(8) : column(names.user(stat.uid) ?? String(stat.uid));
  const group = o.numeric ? String(stat.gid).padEnd(8) : column(names.group(stat.gid) ?? String(stat.gid));
  const { inode } = stat;
  const size =
    inode.kind === 'char' || inode.kind === 'block'
      ? `${String(inode.major).padStart(4)}, ${String(inode.minor).padStart(3)}`
      : o.human
        ? humanSize(stat.size).padStart(7)
        : String(stat.size).padStart(9);
  const age = now - stat.mtime;
  const recent = age < HALF_YEAR && age > -15 * 60;
  const format = o.fullTime ? '%Y-%m-%d %H:%M:%S %z' : recent ? '%b %e %H:%M' : '%b %e  %Y';
  const time = formatTime(format, localTime(stat.mtime, zone));
  return `${modeString(stat)} ${String(stat.nlink).padStart(4)} ${o.noOwner ? '' : `${user} `}${group} ${size} ${time} `;
}

const column = (name: string): string => name.slice(0, 8).padEnd(8);

function indicate(stat: Stat, o: LsOptions): string {
  if (o.indicate === 'none') return '';
  if (stat.kind === 'dir') return '/';
  if (o.indicate === 'slash') return '';
  if (stat.kind === 'file') return (stat.mode & 0o111) !== 0 ? '*' : '';
  return { symlink: '@', fifo: '|', socket: '=', char: '', block: '' }[stat.kind];
}

/** A name in its colour; what a link should lead to but is not there (`stat` undefined) is red. */
function paint(text: ByteString, stat: Stat | undefined, o: LsOptions): ByteString {
  if (!o.color) return text;
  const [bold, colour] =
    stat === undefined
      ? [1, 31]
      : stat.kind === 'file'
        ? (stat.mode & 0o111) !== 0
          ? [1, 32]
          : [0, 0]
        : ({ dir: [1, 34], symlink: [1, 36], fifo: [0, 35], socket: [1, 35], char: [1, 35], block: [1, 35] } as const)[stat.kind];
  return `\x1b[${bold};${colour}m${text}\x1b[m`;
}
