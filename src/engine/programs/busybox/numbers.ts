const SUFFIXES: Readonly<Record<string, number>> = { '': 1, c: 1, w: 2, b: 512, kB: 1000, kD: 1000, k: 1024, KB: 1000, K: 1024 };
for (const [i, letter] of ['M', 'G', 'T', 'P', 'E'].entries()) {
  (SUFFIXES as Record<string, number>)[letter] = 1024 ** (i + 2);
  (SUFFIXES as Record<string, number>)[`${letter}B`] = 1000 ** (i + 2);
  (SUFFIXES as Record<string, number>)[`${letter}D`] = 1000 ** (i + 2);
}

/** A decimal number without sign; undefined for anything else. */
export const unsigned = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

/** A number with one of busybox's size suffixes: c w b k K kB M MB G … Undefined when it is none. */
export function sized(text: string): number | undefined {
  const [, digits, suffix] = /^(\d+)([A-Za-z]{0,2})$/.exec(text) ?? [];
  const factor = suffix === undefined ? undefined : SUFFIXES[suffix];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** `1.5K`: a size as `ls -h` and `du -h` show it (make_human_readable_str): one decimal below ten, rounded to nearest. */
export function humanSize(size: number, blockSize = 1): string {
  let value = size * blockSize;
  if (value < 1024) return String(value);
  let unit = 0;
  let tenths = 0;
  const units = ' KMGTPE';
  while (value >= 1024 && unit < units.length - 1) {
    unit++;
    tenths = Math.floor(((value % 1024) * 10 + 512) / 1024);
    value = Math.floor(value / 1024);
  }
  if (tenths >= 10) {
    value++;
    tenths = 0;
  }
  return `${value}.${tenths}${units[unit]}`;
}
