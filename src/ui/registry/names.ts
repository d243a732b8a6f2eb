// What stands on the flags of one side: the end of a name, as much of it as tells it from the others.

/** Each name with the shortest end, cut at slashes, that no other of them has. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(names)];
  const end = (name: string, parts: number): string => name.split('/').slice(-parts).join('/');
  return new Map(
    all.map((name) => {
      const most = name.split('/').length;
      let parts = 1;
      while (parts < most && all.some((other) => other !== name && end(other, parts) === end(name, parts))) parts++;
      return [name, end(name, parts)];
    }),
  );
}
