import { ShellComplaint } from '../errors.ts';

/** Option letters given to a builtin, and the words after them. Understands `-ab`, `-n VALUE`, `--`. */
export interface ParsedOptions {
  readonly letters: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/** Reads a builtin's options as ash's nextopt does. `spec`: letters, each with `:` when it takes a value. */
export function parseOptions(argv: readonly string[], spec: string): ParsedOptions {
  const letters = new Set<string>();
  const values = new Map<string, string>();
  let at = 1;
  for (; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === '--') {
      at++;
      break;
    }
    if (!word.startsWith('-') || word === '-') break;
    for (let i = 1; i < word.length; i++) {
      const letter = word[i]!;
      const place = letter === ':' ? -1 : spec.indexOf(letter);
      if (place < 0) throw new ShellComplaint(`illegal option -${letter}`);
      letters.add(letter);
      if (spec[place + 1] !== ':') continue;
      const value = i + 1 < word.length ? word.slice(i + 1) : argv[++at];
      if (value === undefined) throw new ShellComplaint(`no arg for -${letter} option`);
      values.set(letter, value);
      break;
    }
  }
  return { letters, values, rest: argv.slice(at) };
}

/** A word that has to be a number that is not negative. */
export function wholeNumber(text: string): number {
  if (!/^[0-9]+$/.test(text) || Number(text) > 0x7fff_ffff) throw new ShellComplaint(`Illegal number: ${text}`);
  return Number(text);
}
