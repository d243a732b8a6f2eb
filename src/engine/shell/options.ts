/** ash's options in the order in which `set -o` lists them; those without a letter have ''. */
export const OPTIONS = [
  ['errexit', 'e'],
  ['noglob', 'f'],
  ['ignoreeof', 'I'],
  ['monitor', 'm'],
  ['noexec', 'n'],
  ['xtrace', 'x'],
  ['verbose', 'v'],
  ['noclobber', 'C'],
  ['allexport', 'a'],
  ['notify', 'b'],
  ['nounset', 'u'],
  ['errtrace', 'E'],
  ['vi', 'V'],
  ['pipefail', ''],
] as const;

export type OptionName = (typeof OPTIONS)[number][0];

/** Which options are on, and the letters given at start that are no options of `set`: c, i, s. */
export class Options {
  readonly #on = new Set<OptionName>();
  interactive = false;
  readonly invocation = new Set<string>();

  has(name: OptionName): boolean {
    return this.#on.has(name);
  }
  set(name: OptionName, on: boolean): void {
    if (on) this.#on.add(name);
    else this.#on.delete(name);
  }
  /** False when there is no such name. */
  setByName(name: string, on: boolean): boolean {
    const found = OPTIONS.find(([other]) => other === name);
    if (found !== undefined) this.set(found[0], on);
    return found !== undefined;
  }
  setByLetter(letter: string, on: boolean): boolean {
    const found = OPTIONS.find(([, other]) => other !== '' && other === letter);
    if (found !== undefined) this.set(found[0], on);
    return found !== undefined;
  }
  /** The value of `$-`. */
  letters(): string {
    const order = 'EubaCvxcsnmiIfe';
    let out = '';
    for (const letter of order) {
      const option = OPTIONS.find(([, other]) => other === letter);
      const on = option === undefined ? this.invocation.has(letter) || (letter === 'i' && this.interactive) : this.#on.has(option[0]);
      if (on) out += letter;
    }
    return out;
  }
  copy(): Options {
    const other = new Options();
    for (const name of this.#on) other.#on.add(name);
    for (const letter of this.invocation) other.invocation.add(letter);
    return other;
  }
}
