/** A file's name as one that needs no quotes in a command line, and that is not taken yet. */
export function archiveName(name: string, taken: ReadonlySet<string>): string {
  const ending = /(?:\.tar)?\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const plain = name
    .slice(0, name.length - ending.length)
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._+-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80);
  const stem = plain === '' ? 'archive' : plain;
  const end = plain === '' && ending === '' ? '.tar' : ending;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `${stem}${end}` : `${stem}-${number}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
}
