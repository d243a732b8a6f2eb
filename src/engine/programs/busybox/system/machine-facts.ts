import { fromBytes, type Process, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { formatTime, localTime, parseZone } from '../dates/index.ts';
import { humanSize } from '../numbers.ts';

function procText(p: Process, path: string): string {
  try {
    return fromBytes(p.fs.readFile(path, 1024 * 1024));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}

export interface Memory {
  readonly total: number;
  readonly free: number;
  readonly available: number;
  readonly buffers: number;
  readonly cached: number;
  readonly shared: number;
  readonly swapTotal: number;
  readonly swapFree: number;
}

/** What /proc/meminfo says, in kilobytes. */
export function memory(p: Process): Memory {
  const text = procText(p, '/proc/meminfo');
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return {
    total: read('MemTotal'),
    free: read('MemFree'),
    available: read('MemAvailable'),
    buffers: read('Buffers'),
    cached: read('Cached'),
    shared: read('Shmem'),
    swapTotal: read('SwapTotal'),
    swapFree: read('SwapFree'),
  };
}

/** The content of /proc/loadavg. */
export const loadLine = (p: Process): string => procText(p, '/proc/loadavg').trim();

/** free [-bkmgh]. */
export function* free(a: Call): Run {
  if (a.args.some((word) => /^-.*[^-bkmgh]/.test(word))) a.showUsage();
  const o = a.options('bkmgh');
  const unit = o.last('b', 'k', 'm', 'g', 'h') ?? 'k';
  const m = memory(a.p);
  const show = (kilobytes: number): string => {
    const text =
      unit === 'h'
        ? humanSize(kilobytes, 1024)
        : String(Math.floor((kilobytes * 1024) / { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit as 'b' | 'k' | 'm' | 'g']));
    return text.padStart(11);
  };
  const cache = m.buffers + m.cached;
  const row = (name: string, values: readonly number[]): string => `${name.padEnd(8)}${values.map(show).join(' ')}`;
  yield* a.line(
    `       ${['total', 'used', 'free', 'shared', 'buff/cache', 'available']
      .map((word) => word.padStart(12))
      .join('')
      .slice(0)}`,
  );
  yield* a.line(row('Mem:', [m.total, m.total - m.free - cache, m.free, m.shared, cache, m.available]));
  yield* a.line(row('Swap:', [m.swapTotal, m.swapTotal - m.swapFree, m.swapFree]));
  return 0;
}

/** uptime [-s]. */
export function* uptime(a: Call): Run {
  const o = a.options('s', { max: 0 });
  const zone = parseZone(a.p.env.get('TZ'));
  const up = Math.floor(Number(procText(a.p, '/proc/uptime').split(' ')[0] ?? 0));
  if (o.has('s')) {
    yield* a.line(formatTime('%Y-%m-%d %H:%M:%S', localTime(a.p.now() - up, zone)));
    return 0;
  }
  const days = Math.floor(up / 86_400);
  const minutes = Math.floor(up / 60) % 60;
  const hours = Math.floor(up / 3600) % 24;
  const clock = hours > 0 ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, '0')}` : `${minutes} min`;
  const load = loadLine(a.p).split(' ').slice(0, 3).join(', ');
  const now = formatTime('%H:%M:%S', localTime(a.p.now(), zone));
  yield* a.line(` ${now} up ${days > 0 ? `${days} day${days === 1 ? '' : 's'}, ` : ''}${clock},  0 users,  load average: ${load}`);
  return 0;
}

const WHO_HEAD = 'USER\t\tTTY\t\tIDLE\tTIME\t\t HOST';

/** who [-aH]: nobody logs in to a container. */
export function* who(a: Call): Run {
  const o = a.options('aH', { max: 0 });
  if (o.has('H') || a.name === 'w') yield* a.line(WHO_HEAD);
  return 0;
}
/** last: there is no record of logins. */
export function* last(a: Call): Run {
  a.options('', { max: 0 });
  return a.die("can't open '/var/log/wtmp': No such file or directory");
}

/** dmesg: reading the kernel's log is not permitted in containers. */
export function* dmesg(a: Call): Run {
  a.options('cs:n:r');
  return a.die('klogctl: Operation not permitted');
}
