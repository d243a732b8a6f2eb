/** Variables as a word sees them. `keys` lists each name once; its order decides between equally near suggestions. */
export interface Environment {
  get(name: string): string | undefined;
  keys(): readonly string[];
}

export const noVariables: Environment = { get: () => undefined, keys: () => [] };

/** Variables from "NAME=value" lines, as an image config holds them; the last of equal names wins. */
export function environmentOf(lines: Iterable<string>): Environment {
  const values = new Map<string, string>();
  for (const line of lines) {
    const equals = line.indexOf('=');
    values.set(equals < 0 ? line : line.slice(0, equals), equals < 0 ? '' : line.slice(equals + 1));
  }
  return environmentOfMap(values);
}

/** A live view of a map. */
export function environmentOfMap(values: ReadonlyMap<string, string>): Environment {
  return { get: (name) => values.get(name), keys: () => [...values.keys()] };
}
