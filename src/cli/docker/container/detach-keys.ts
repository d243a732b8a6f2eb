/**
 * What is wrong with a `--detach-keys` value, in the engine's words; undefined when nothing is. Keys are single characters or `ctrl-` and one
 * of `a`–`z`, `@`, `[`, `\\`, `]`, `^`, `_`, set off by commas. Source: moby/term ToBytes.
 */
export function detachKeysProblem(keys: string): string | undefined {
  if (keys === '') return undefined;
  const known = keys.split(',').every((key) => key.length === 1 || /^ctrl-[a-z@[\\\]^_]$/.test(key));
  return known ? undefined : `Invalid escape keys (${keys}) provided`;
}

/** Ctrl-P, Ctrl-Q. */
const DEFAULT = [16, 17];

/** The bytes that `--detach-keys` names, for keys without a problem. */
export function detachBytes(keys: string): readonly number[] {
  if (keys === '') return DEFAULT;
  return keys.split(',').map((key) => (key.length === 1 ? key.charCodeAt(0) : key.charCodeAt('ctrl-'.length) & 0x1f));
}

/** Looks for the keys that detach in what is typed; what may be their beginning is held back. Source: moby/term proxy.go. */
export class EscapeProxy {
  readonly #keys: readonly number[];
  #matched = 0;

  constructor(keys: readonly number[]) {
    this.#keys = keys;
  }

  /** What is to be passed on; undefined once the keys have been typed. */
  take(typed: Uint8Array): Uint8Array | undefined {
    const out: number[] = [];
    for (const byte of typed) {
      if (byte !== this.#keys[this.#matched]) {
        out.push(...this.#keys.slice(0, this.#matched));
        this.#matched = 0;
      }
      if (byte !== this.#keys[this.#matched]) out.push(byte);
      else if (++this.#matched === this.#keys.length) return undefined;
    }
    return Uint8Array.from(out);
  }
}
