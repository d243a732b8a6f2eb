// What was open, on this device: folders of the tree, tabs of the editor, names of images. Forgotten without harm.

interface Remembered {
  /** Open folders, by machine. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  /** Paths of the tabs, by machine and in order. */
  readonly tabs?: readonly (readonly [machine: string, path: string])[];
  readonly active?: string;
  /** Image names that were built from a Dockerfile, by its path. */
  readonly names?: Readonly<Record<string, string>>;
}

const keyOf = (lab: string): string => `strata.files.${lab}`;

export function recall(lab: string): Remembered {
  if (typeof document === 'undefined') return {};
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(lab)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export function remember(lab: string, change: Remembered): void {
  try {
    localStorage.setItem(keyOf(lab), JSON.stringify({ ...recall(lab), ...change }));
  } catch {
    // Not remembered then.
  }
}
