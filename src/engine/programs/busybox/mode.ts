import type { Stat } from '../../kernel/index.ts';

const DIRECTORY = 0o40000;
const PERMISSIONS = 0o7777;
const WHO: Readonly<Record<string, number>> = { a: 0o7777, u: 0o4700, g: 0o2070, o: 0o007 };
const PERM: Readonly<Record<string, number>> = { r: 0o444, w: 0o222, x: 0o111, X: 0o111, s: 0o6000, t: 0o1000 };

const TYPE_BITS: Readonly<Record<Stat['kind'], number>> = {
  fifo: 0o010000,
  char: 0o020000,
  dir: DIRECTORY,
  block: 0o060000,
  file: 0o100000,
  symlink: 0o120000,
  socket: 0o140000,
};
const TYPE_LETTERS: Readonly<Record<Stat['kind'], string>> = {
  fifo: 'p',
  char: 'c',
  dir: 'd',
  block: 'b',
  file: '-',
  symlink: 'l',
  socket: 's',
};

/** st_mode as stat(2) gives it: type bits and permissions. */
export const fullMode = (stat: Pick<Stat, 'kind' | 'mode'>): number => TYPE_BITS[stat.kind] | stat.mode;

/** `drwxr-xr-x`: type and permissions as `ls -l` shows them. */
export function modeString(stat: Pick<Stat, 'kind' | 'mode'>): string {
  const { mode } = stat;
  const triple = (shift: number, special: number, letter: string): string => {
    const bits = mode >> shift;
    const x = (bits & 1) !== 0;
    const last = (mode & special) === 0 ? (x ? 'x' : '-') : x ? letter : letter.toUpperCase();
    return `${(bits & 4) === 0 ? '-' : 'r'}${(bits & 2) === 0 ? '-' : 'w'}${last}`;
  };
  return TYPE_LETTERS[stat.kind] + triple(6, 0o4000, 's') + triple(3, 0o2000, 's') + triple(0, 0o1000, 't');
}

/**
 * What chmod's MODE makes of the permissions `mode`, by bb_parse_mode: octal, or clauses of who, `+-=` and permissions.
 * Without a who the umask is respected. Undefined when it is no mode.
 */
export function parseMode(text: string, mode: number, umask: number, isDir = false): number | undefined {
  if (/^[0-9]/.test(text)) {
    if (!/^[0-7]+$/.test(text)) return undefined;
    const value = Number.parseInt(text, 8);
    return value > PERMISSIONS ? undefined : value;
  }
  let now = mode;
  let at = 0;
  while (at < text.length) {
    if (text[at] === ',') {
      at++;
      continue;
    }
    let who = 0;
    for (; at < text.length && text[at]! in WHO; at++) who |= WHO[text[at]!]!;
    if (at === text.length) return undefined;
    do {
      const op = text[at]!;
      if (op !== '+' && op !== '-' && op !== '=') return undefined;
      if (op === '=') now &= who === 0 ? ~PERMISSIONS : ~who;
      at++;
      let what = 0;
      const copied = text[at];
      if (copied === 'u' || copied === 'g' || copied === 'o') {
        const bits = WHO[copied]! & 0o777 & now;
        for (const letter of 'rwx') if ((bits & PERM[letter]!) !== 0) what |= PERM[letter]!;
        at++;
      } else {
        for (; at < text.length && text[at]! in PERM; at++) if (text[at] !== 'X' || isDir || (now & 0o111) !== 0) what |= PERM[text[at]!]!;
      }
      what &= who === 0 ? ~umask : who;
      now = op === '-' ? now & ~what : now | what;
    } while (at < text.length && text[at] !== ',');
  }
  return now & PERMISSIONS;
}
