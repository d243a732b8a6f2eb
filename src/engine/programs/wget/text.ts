import { httpDate } from '../http/index.ts';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `2026-01-01 00:00:00` in UTC. */
export function stamp(seconds: number): string {
  const [, day = '', month = '', year = '', clock = ''] = httpDate(seconds).split(' ');
  return `${year}-${String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0')}-${day} ${clock}`;
}

/** 3000000 as `2.9M`. */
export function humanSize(bytes: number): string {
  let value = bytes;
  for (const unit of ['', 'K', 'M', 'G']) {
    if (value < 1024) return unit === '' ? String(value) : `${value < 10 ? value.toFixed(1) : value.toFixed(0)}${unit}`;
    value /= 1024;
  }
  return `${value.toFixed(1)}T`;
}

function rate(bytes: number, seconds: number): { digits: string; unit: number } {
  let value = bytes / Math.max(seconds, 0.000_1);
  let unit = 0;
  while (value >= 1024 && unit < 3) {
    value /= 1024;
    unit++;
  }
  return {
    digits: unit === 0 ? value.toFixed(0) : value.toPrecision(value >= 100 ? Math.min(4, String(Math.floor(value)).length) : 3),
    unit,
  };
}

/** `1.02 MB/s`. */
export function speed(bytes: number, seconds: number): string {
  const { digits, unit } = rate(bytes, seconds);
  return `${digits} ${['B/s', 'KB/s', 'MB/s', 'GB/s'][unit]}`;
}

const spent = (seconds: number): string =>
  seconds < 0.005 ? '0s' : seconds < 1 ? `${seconds.toFixed(2).replace(/0$/, '')}s` : `${seconds.toFixed(1)}s`;

/** wget's dots: one a KiB, fifty a line, and at each line's end how far it is. */
export function dots(bytes: number, total: number | undefined, seconds: number): string {
  const lines: string[] = [''];
  const ticks = Math.floor(bytes / 1024);
  const { digits, unit } = rate(bytes, seconds);
  const shownRate = `${digits}${['', 'K', 'M', 'G'][unit]}`.padStart(5);
  for (let line = 0; line === 0 || line * 50 < ticks; line++) {
    const here = Math.min(50, ticks - line * 50);
    const clusters = Array.from({ length: 5 }, (_, n) => ` ${'.'.repeat(Math.max(0, Math.min(10, here - n * 10))).padEnd(10)}`).join('');
    const last = (line + 1) * 50 >= ticks;
    const done = Math.min(bytes, (line + 1) * 51_200);
    const percent = total === undefined ? '' : `${String(total === 0 ? 100 : Math.floor((done * 100) / total)).padStart(3)}%`;
    lines.push(`${String(line * 50).padStart(6)}K${clusters}${percent} ${shownRate}${last ? `=${spent(seconds)}` : ' 0s'}`);
  }
  return `${lines.join('\n')}\n\n`;
}
