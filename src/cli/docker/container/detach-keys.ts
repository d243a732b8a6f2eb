/**
 * What is wrong with a `--detach-keys` value, in the engine's words; undefined when nothing is. Keys are single characters or `ctrl-` and one
 * of `a`–`z`, `@`, `[`, `\\`, `]`, `^`, `_`, set off by commas. Source: moby/term ToBytes.
 */
export function detachKeysProblem(keys: string): string | undefined {
  if (keys === '') return undefined;
  const known = keys.split(',').every((key) => key.length === 1 || /^ctrl-[a-z@[\\\]^_]$/.test(key));
  return known ? undefined : `Invalid escape keys (${keys}) provided`;
}
