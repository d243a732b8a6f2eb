const powers: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4, p: 5 };

/** go-units' RAMInBytes: "64m", "1.5GiB", "10 kb"; undefined when it is no size. */
export function ramInBytes(text: string): number | undefined {
  let last = text.length - 1;
  while (last >= 0 && !/[0-9. ]/.test(text[last]!)) last -= 1;
  if (last < 0) return undefined;
  const number = text[last] === ' ' ? text.slice(0, last) : text.slice(0, last + 1);
  const suffix = text.slice(last + 1).toLowerCase();
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i.test(number)) return undefined;
  const size = Number(number);
  if (size < 0 || !Number.isFinite(size)) return undefined;
  if (suffix === '' || suffix === 'b') return Math.trunc(size);
  const power = /^[kmgtp](?:b|ib)?$/.test(suffix) ? powers[suffix[0]!] : undefined;
  return power === undefined ? undefined : Math.trunc(size * 1024 ** power);
}
