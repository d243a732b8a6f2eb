import type { FlagSpec } from './spec.ts';
import { isList, readValue } from './values.ts';

/** Flag values of one command line, defaults filled in. Asking for a flag the command does not have is our mistake and throws. */
export class ParsedFlags {
  private readonly specs = new Map<string, FlagSpec>();
  private readonly values = new Map<string, string[]>();
  private readonly set = new Set<string>();

  constructor(specs: readonly FlagSpec[]) {
    for (const spec of specs) this.specs.set(spec.name, spec);
  }

  /** Stores one occurrence; throws `FlagValueError` when the value is refused. */
  add(spec: FlagSpec, text: string): void {
    const read = readValue(spec, text);
    const name = spec.sameAs ?? spec.name;
    const old = isList(spec.type) && this.set.has(name) ? this.values.get(name)! : [];
    this.values.set(name, [...old, ...read]);
    this.set.add(name);
  }

  /** Whether the command has such a flag at all: for code that several commands share. */
  has(name: string): boolean {
    return this.specs.has(name);
  }

  /** The flags that the user gave, in the order of their first occurrence. */
  given(): readonly string[] {
    return [...this.set];
  }

  /** Whether the user gave the flag, whatever its value. */
  changed(name: string): boolean {
    this.spec(name);
    return this.set.has(name);
  }

  bool(name: string): boolean {
    return this.last(name) === 'true';
  }

  /** A string flag; empty when neither given nor defaulted. */
  string(name: string): string {
    return this.last(name) ?? '';
  }

  /** An int, uint or bytes flag; 0 when neither given nor defaulted. */
  int(name: string): number {
    return Number(this.last(name) ?? '0');
  }

  /** A duration in nanoseconds, or a `--cpus` in billionths. */
  nanos(name: string): bigint {
    return BigInt(this.last(name) ?? '0');
  }

  /** Every value of a list flag, in the order given. */
  list(name: string): readonly string[] {
    return this.values.get(this.spec(name).name) ?? this.defaultValues(name);
  }

  /** A list of `key=value` as a map, the last of equal keys winning; a key without `=` has the empty value. */
  map(name: string): ReadonlyMap<string, string> {
    const out = new Map<string, string>();
    for (const item of this.list(name)) {
      const at = item.indexOf('=');
      out.set(at < 0 ? item : item.slice(0, at), at < 0 ? '' : item.slice(at + 1));
    }
    return out;
  }

  /** `--filter name=value`, values collected under their name in the order given, equal ones once. */
  filters(name = 'filter'): ReadonlyMap<string, readonly string[]> {
    const out = new Map<string, string[]>();
    for (const item of this.list(name)) {
      const at = item.indexOf('=');
      const key = item.slice(0, at);
      const value = item.slice(at + 1);
      const values = out.get(key) ?? [];
      out.set(key, values.includes(value) ? values : [...values, value]);
    }
    return out;
  }

  private last(name: string): string | undefined {
    return this.list(name).at(-1);
  }

  private defaultValues(name: string): readonly string[] {
    const spec = this.spec(name);
    if (spec.default === undefined) return [];
    if (!isList(spec.type)) return readValue(spec, spec.default);
    return spec.default === '[]' || spec.default === 'map[]' ? [] : spec.default.replace(/^\[(.*)\]$/, '$1').split(',');
  }

  private spec(name: string): FlagSpec {
    const spec = this.specs.get(name);
    if (!spec) throw new Error(`the command has no flag --${name}: please report`);
    return spec;
  }
}
