import { ShellComplaint } from '../errors.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

export const umask: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'S');
  const [mode] = rest;
  const { p } = shell;
  if (mode === undefined) {
    if (!letters.has('S')) yield* shell.print(1, `${p.umask.toString(8).padStart(4, '0')}\n`);
    else {
      const triple = (shift: number): string => [...'rwx'].filter((_, i) => ((~p.umask >> shift) & (4 >> i)) !== 0).join('');
      yield* shell.print(1, `u=${triple(6)},g=${triple(3)},o=${triple(0)}\n`);
    }
    return 0;
  }
  if (/^\d/.test(mode)) {
    if (!/^[0-7]+$/.test(mode) || Number.parseInt(mode, 8) > 0o777) throw new ShellComplaint(`illegal mode: ${mode}`);
    p.umask = Number.parseInt(mode, 8);
    return 0;
  }
  const changed = symbolic(mode, ~p.umask & 0o777);
  if (changed === undefined) throw new ShellComplaint(`illegal mode: ${mode}`);
  p.umask = ~changed & 0o777;
  return 0;
};

/** A symbolic mode (chmod(1)) applied to permission bits; undefined when it is none. */
function symbolic(mode: string, start: number): number | undefined {
  let bits = start;
  for (const clause of mode.split(',')) {
    const found = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/.exec(clause);
    if (found === null) return undefined;
    const who = found[1] === '' ? 'a' : found[1]!;
    let mask = 0;
    for (const letter of who) mask |= { u: 0o700, g: 0o070, o: 0o007, a: 0o777 }[letter]!;
    for (const [, operator, letters] of found[2]!.matchAll(/([-+=])([rwxXstugo]*)/g)) {
      let value = 0;
      for (const letter of letters!) {
        if (letter === 'r') value |= 0o444;
        else if (letter === 'w') value |= 0o222;
        else if (letter === 'x' || (letter === 'X' && (bits & 0o111) !== 0)) value |= 0o111;
        else if (letter === 'u' || letter === 'g' || letter === 'o') value |= ((bits >> { u: 6, g: 3, o: 0 }[letter]) & 7) * 0o111;
      }
      value &= mask;
      bits = operator === '+' ? bits | value : operator === '-' ? bits & ~value : (bits & ~mask) | value;
    }
  }
  return bits;
}
