import type { Context } from '../../command.ts';
import { humanSizeWithPrecision } from '../../format/index.ts';

/** A terminal wider than this shows a bar. */
const WIDE = 110;

export function columnsOf({ process }: Context, fd: number): number {
  const file = process.io.has(fd) ? (process.io.at(fd) as { columns?: number }) : {};
  return file.columns ?? 80;
}

/** `[====>   ]  1.2MB/2.1MB`; without the bar where there is no room. Source: moby pkg/jsonmessage JSONProgress.String. */
export function progressBar(current: number, total: number, columns: number): string {
  const numbers = `${humanSizeWithPrecision(current, 4).padStart(8)}${current > total || total === 0 ? '' : `/${humanSizeWithPrecision(total, 4)}`}`;
  if (columns <= WIDE || total === 0) return numbers;
  const filled = Math.min(50, Math.trunc(Math.trunc((current / total) * 100) / 2));
  return `[${'='.repeat(filled)}>${' '.repeat(50 - filled)}] ${numbers}`;
}
