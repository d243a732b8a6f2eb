/** A mode under `--chmod`: octal bits replace it, a symbolic mode (`u=rwX,go+r`) changes it. Source: tonistiigi/dchapes-mode. */
export function changeMode(change: number | string, mode: number, isDir: boolean): number {
  if (typeof change === 'number') return change & 0o7777;
  let out = mode;
  for (const clause of change.split(',')) out = applyClause(clause, out, mode, isDir);
  return out;
}

const SHIFT = { u: 6, g: 3, o: 0 } as const;

function applyClause(clause: string, mode: number, original: number, isDir: boolean): number {
  const match = /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)$/.exec(clause);
  if (match === null) return mode;
  const whoText = match[1] === '' || match[1]!.includes('a') ? 'ugo' : match[1]!;
  const who = [...new Set(whoText)] as (keyof typeof SHIFT)[];
  let out = mode;
  for (const [, operator = '', perms = ''] of match[2]!.matchAll(/([-+=])([rwxXst]*|[ugo])/g))
    out = operate(operator, perms, who, out, original, isDir);
  return out;
}

function operate(
  operator: string,
  perms: string,
  who: readonly (keyof typeof SHIFT)[],
  mode: number,
  original: number,
  isDir: boolean,
): number {
  let bits = 0;
  for (const one of who) {
    bits |= permBits(perms, mode, original, isDir) << SHIFT[one];
    if (perms.includes('s') && one === 'u') bits |= 0o4000;
    if (perms.includes('s') && one === 'g') bits |= 0o2000;
  }
  if (perms.includes('t')) bits |= 0o1000;
  if (operator === '+') return mode | bits;
  if (operator === '-') return mode & ~bits;
  let clear = 0;
  for (const one of who) clear |= 7 << SHIFT[one];
  return (mode & ~clear) | bits;
}

function permBits(perms: string, mode: number, original: number, isDir: boolean): number {
  if (/^[ugo]$/.test(perms)) return (original >> SHIFT[perms as keyof typeof SHIFT]) & 7;
  let bits = 0;
  if (perms.includes('r')) bits |= 4;
  if (perms.includes('w')) bits |= 2;
  if (perms.includes('x') || (perms.includes('X') && (isDir || (mode & 0o111) !== 0))) bits |= 1;
  return bits;
}
