// Which values a device's exercises have. Kept under `strata.seed`: `{ seed, own: { "lesson/exercise": seed } }`. An address with `?seed=7` sets it.

export const seedKey = 'strata.seed';
/** Told to the window when a seed changes. */
export const seedEvent = 'strata:seed';

interface Kept {
  /** Of every exercise that has none of its own. */
  readonly seed: number;
  /** Of exercises whose values the learner changed. */
  readonly own: Readonly<Record<string, number>>;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** Lasts as long as the page where nothing may be kept. */
let spare: Kept | undefined;
const largest = 1_000_000;
const isSeed = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largest;

function read(storage: Storage | undefined): Kept | undefined {
  try {
    const { seed, own } = JSON.parse(storage?.getItem(seedKey) ?? 'null') as Partial<Kept>;
    if (!isSeed(seed)) return spare;
    return { seed, own: Object.fromEntries(Object.entries(own ?? {}).filter(([, one]) => isSeed(one))) };
  } catch {
    return spare;
  }
}

function write(storage: Storage | undefined, kept: Kept): void {
  spare = kept;
  try {
    storage?.setItem(seedKey, JSON.stringify(kept));
  } catch {
    // Then it lasts as long as the page.
  }
}

/** What the address asks for: `?seed=7`. */
export function askedSeed(search: string): number | undefined {
  const text = new URLSearchParams(search).get('seed');
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** The seeds of this device; made up at the first visit, so that two learners get different values. */
export function seedsOf(storage: Storage | undefined, search: string, random: () => number): Kept {
  const asked = askedSeed(search);
  const known = read(storage);
  // The class that the address names begins anew; values changed since then stay.
  if (asked !== undefined && known?.seed !== asked) write(storage, { seed: asked, own: {} });
  else if (known === undefined) write(storage, { seed: 1 + Math.floor(random() * 9999), own: {} });
  return read(storage) ?? { seed: 0, own: {} };
}

function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** The seed of one exercise on this device. While the site is built: 0, the first values. */
export function seedOf(lesson: string, exercise: string): number {
  if (typeof document === 'undefined') return 0;
  const { seed, own } = seedsOf(deviceStorage(), location.search, Math.random);
  return own[`${lesson}/${exercise}`] ?? seed;
}

export function setSeed(lesson: string, exercise: string, seed: number): void {
  const storage = deviceStorage();
  const known = seedsOf(storage, location.search, Math.random);
  write(storage, { ...known, own: { ...known.own, [`${lesson}/${exercise}`]: seed } });
  window.dispatchEvent(new Event(seedEvent));
}
