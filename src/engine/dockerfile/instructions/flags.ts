import { toLower } from '../../go/case.ts';
import { DockerfileError } from '../error.ts';
import { withSuggestion } from '../suggest.ts';

/** What an instruction's flags may be: `list` flags may be repeated. */
export type FlagKind = 'boolean' | 'string' | 'list';

export type FlagValues<T extends Readonly<Record<string, FlagKind | undefined>>> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends 'boolean'
    ? boolean | undefined
    : NonNullable<T[K]> extends 'string'
      ? string | undefined
      : readonly string[];
};

/** The values, each undefined (or empty) when the flag was not given, and the names given in order. */
export interface ParsedFlags<T extends Readonly<Record<string, FlagKind>>> {
  readonly values: FlagValues<T>;
  readonly used: readonly string[];
}

function fail(message: string): never {
  throw new DockerfileError('instruction', message);
}

function booleanOf(flag: string, value: string | undefined): boolean {
  if (value === undefined) return true;
  if (value === '') fail(`missing a value on flag: ${flag}`);
  const lower = toLower(value);
  if (lower !== 'true' && lower !== 'false') fail(`expecting boolean value for flag ${flag}, not: ${value}`);
  return lower === 'true';
}

/** Reads flags such as `--link` and `--from=x`; everything behind `--` is left. Throws DockerfileError. Upstream: instructions/bflag.go. */
export function parseFlags<const T extends Readonly<Record<string, FlagKind>>>(flags: readonly string[], known: T): ParsedFlags<T> {
  const values = new Map<string, boolean | string | string[]>();
  for (const flag of flags) {
    if (flag === '--') break;
    if (!flag.startsWith('--')) fail(`arg should start with -- : ${flag}`);
    const equals = flag.indexOf('=');
    const written = equals < 0 ? flag : flag.slice(0, equals);
    const value = equals < 0 ? undefined : flag.slice(equals + 1);
    const name = written.slice(2);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) fail(withSuggestion(`unknown flag: ${written}`, name, Object.keys(known), true));
    const before = values.get(name);
    if (before !== undefined && kind !== 'list') fail(`duplicate flag specified: ${written}`);
    if (kind === 'boolean') values.set(name, booleanOf(written, value));
    else if (value === undefined) fail(`missing a value on flag: ${written}`);
    else if (kind === 'string') values.set(name, value);
    else values.set(name, [...((before as string[] | undefined) ?? []), value]);
  }
  const result = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [name, values.get(name) ?? (kind === 'list' ? [] : undefined)]),
  );
  return { values: result as unknown as FlagValues<T>, used: [...values.keys()] };
}

/** For instructions that have no flags. */
export function refuseFlags(flags: readonly string[]): void {
  parseFlags(flags, {});
}
