/** How an option of a long name is read; `as` is the key under which `Options` knows it. */
export interface LongOption {
  readonly as: string;
  readonly arg?: 'required' | 'optional';
  /** Abbreviations that fit several names are taken as the first when their groups are the same. */
  readonly group?: string;
}

/** What the options of a command line were. `rest` holds the operands. */
export class Options {
  /** Every option in the order given, with its value (empty without one). */
  readonly given: (readonly [key: string, value: string])[] = [];
  rest: string[] = [];
  /** Whether `--` ended the options. */
  ended = false;

  has(key: string): boolean {
    return this.given.some(([name]) => name === key);
  }
  count(key: string): number {
    return this.given.reduce((sum, [name]) => (name === key ? sum + 1 : sum), 0);
  }
  /** The last value of an option. */
  value(key: string): string | undefined {
    return this.given.findLast(([name]) => name === key)?.[1];
  }
  values(key: string): string[] {
    return this.given.filter(([name]) => name === key).map(([, value]) => value);
  }
  /** Which of these options came last; undefined when none came. */
  last(...keys: string[]): string | undefined {
    return this.given.findLast(([name]) => keys.includes(name))?.[0];
  }
}

/**
 * Reads options as glibc's getopt_long does. `spec`: the letters, each followed by `:` (takes a value) or `::` (may take
 * one in the same word); a leading `+` stops at the first operand, otherwise operands and options may mix. Answers a
 * string, glibc's complaint without the program's name, when a word is no option.
 */
export function readOptions(args: readonly string[], spec: string, long: Readonly<Record<string, LongOption>> = {}): Options | string {
  const stopEarly = spec.startsWith('+');
  const options = new Options();
  const words = [...args];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      options.ended = true;
      options.rest.push(...words.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      if (stopEarly) {
        options.rest.push(...words.slice(at));
        break;
      }
      options.rest.push(word);
      continue;
    }
    const next = (): string | undefined => (at + 1 < words.length ? words[++at] : undefined);
    const problem = word.startsWith('--') ? readLong(word.slice(2), long, next, options) : readCluster(word, spec, next, options);
    if (problem !== undefined) return problem;
  }
  return options;
}

function readCluster(word: string, spec: string, next: () => string | undefined, options: Options): string | undefined {
  for (let i = 1; i < word.length; i++) {
    const letter = word[i]!;
    const at = letter === ':' || letter === '+' ? -1 : spec.indexOf(letter);
    if (at < 0) return `invalid option -- '${letter}'`;
    if (spec[at + 1] !== ':') {
      options.given.push([letter, '']);
      continue;
    }
    const attached = word.slice(i + 1);
    if (attached !== '' || spec[at + 2] === ':') {
      options.given.push([letter, attached]);
      return undefined;
    }
    const value = next();
    if (value === undefined) return `option requires an argument -- '${letter}'`;
    options.given.push([letter, value]);
    return undefined;
  }
  return undefined;
}

function readLong(
  text: string,
  long: Readonly<Record<string, LongOption>>,
  next: () => string | undefined,
  options: Options,
): string | undefined {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const matches = name in long ? [name] : Object.keys(long).filter((key) => key.startsWith(name));
  const meanings = new Set(matches.map((key) => `${long[key]!.group ?? long[key]!.as}:${long[key]!.arg}`));
  if (matches.length === 0) return `unrecognized option '--${text}'`;
  if (meanings.size > 1) return `option '--${text}' is ambiguous; possibilities:${matches.map((key) => ` '--${key}'`).join('')}`;
  const { as, arg } = long[matches[0]!]!;
  if (equals >= 0) {
    if (arg === undefined) return `option '--${matches[0]}' doesn't allow an argument`;
    options.given.push([as, text.slice(equals + 1)]);
    return undefined;
  }
  if (arg !== 'required') {
    options.given.push([as, '']);
    return undefined;
  }
  const value = next();
  if (value === undefined) return `option '--${matches[0]}' requires an argument`;
  options.given.push([as, value]);
  return undefined;
}
