/** Words read as getopt_long(3) reads them. */
export interface Words {
  readonly operands: readonly string[];
  has(letter: string): boolean;
  get(letter: string): string | undefined;
}

/** getopt_long's complaint, without the program's name: `invalid option -- 'z'`. */
export class OptionError extends Error {}

/**
 * Reads options: `short` in getopt's form (`g:r`), `long` from name to letter; a letter of `short` says whether a value
 * follows. Long names may be shortened. Operands may stand between options. Throws OptionError.
 */
export function getopt(args: readonly string[], short: string, long: Readonly<Record<string, string>>): Words {
  const values = new Map<string, string>();
  const operands: string[] = [];
  const valued = (letter: string): boolean => short[short.indexOf(letter) + 1] === ':';
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (word.startsWith('--')) {
      const at = word.indexOf('=');
      const name = word.slice(2, at < 0 ? undefined : at);
      const found = long[name] !== undefined ? [name] : Object.keys(long).filter((each) => each.startsWith(name));
      if (found.length === 0) throw new OptionError(`unrecognized option '--${name}'`);
      if (found.length > 1)
        throw new OptionError(`option '--${name}' is ambiguous; possibilities:${found.map((each) => ` '--${each}'`).join('')}`);
      const letter = long[found[0]!]!;
      if (!valued(letter)) values.set(letter, '');
      else {
        const value = at < 0 ? args[++i] : word.slice(at + 1);
        if (value === undefined) throw new OptionError(`option '--${found[0]}' requires an argument`);
        values.set(letter, value);
      }
    } else if (word.startsWith('-') && word.length > 1) {
      for (let j = 1; j < word.length; j++) {
        const letter = word[j]!;
        if (letter === ':' || !short.includes(letter)) throw new OptionError(`invalid option -- '${letter}'`);
        if (!valued(letter)) {
          values.set(letter, '');
          continue;
        }
        const value = j + 1 < word.length ? word.slice(j + 1) : args[++i];
        if (value === undefined) throw new OptionError(`option requires an argument -- '${letter}'`);
        values.set(letter, value);
        break;
      }
    } else operands.push(word);
  }
  return { operands, has: (letter) => values.has(letter), get: (letter) => values.get(letter) };
}
