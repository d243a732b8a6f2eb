// How a person likes the terminal, on this device.

export interface Preferences {
  readonly reader: boolean;
  readonly fontSize: number;
}

const key = 'strata.terminal';
export const sizes: readonly number[] = [11, 12, 13.5, 15, 17, 19, 22];
const usual: Preferences = { reader: false, fontSize: 13.5 };

export function preferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>;
    return { reader: kept.reader === true, fontSize: sizes.includes(kept.fontSize ?? 0) ? (kept.fontSize ?? 13.5) : usual.fontSize };
  } catch {
    return usual;
  }
}

export function keep(wanted: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(wanted));
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The next size up or down; the same at the ends. */
export function resized(fontSize: number, by: 1 | -1): number {
  return sizes[Math.max(0, Math.min(sizes.length - 1, sizes.indexOf(fontSize) + by))] ?? usual.fontSize;
}
