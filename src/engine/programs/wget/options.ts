/** Options of GNU wget 1.21 that Strata knows: long name, short form, whether a value follows. */
const TABLE: readonly (readonly [long: string, short: string, arg: boolean])[] = [
  ['output-document', 'O', true], ['quiet', 'q', false], ['no-verbose', 'nv', false], ['verbose', 'v', false], ['server-response', 'S', false], ['spider', '', false], ['continue', 'c', false],
  ['no-clobber', 'nc', false], ['directory-prefix', 'P', true], ['tries', 't', true], ['timeout', 'T', true], ['user-agent', 'U', true], ['header', '', true], ['post-data', '', true], ['method', '', true],
  ['body-data', '', true], ['no-check-certificate', '', false], ['max-redirect', '', true], ['show-progress', '', false], ['progress', '', true], ['user', '', true], ['password', '', true], ['no-cache', '', false],
  ['content-disposition', '', false], ['trust-server-names', '', false], ['no-hsts', '', false], ['inet4-only', '4', false], ['version', 'V', false], ['help', 'h', false], ['connect-timeout', '', true],
  ['no-proxy', '', false], ['no-parent', 'np', false], ['no-host-directories', 'nH', false], ['no-directories', 'nd', false], ['waitretry', '', true], ['retry-connrefused', '', false], ['secure-protocol', '', true],
]; // biome-ignore format: a table

export class WgetOptions {
  readonly values = new Map<string, string[]>();
  readonly urls: string[] = [];
  has(name: string): boolean {
    return this.values.has(name);
  }
  value(name: string): string | undefined {
    return this.values.get(name)?.at(-1);
  }
  list(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }
  add(name: string, value: string): void {
    this.values.set(name, [...this.list(name), value]);
  }
}

/** Reads a command line as getopt_long does, operands and options mixed. A text is the complaint, without wget's name. */
export function readOptions(args: readonly string[]): WgetOptions | string {
  const out = new WgetOptions();
  const rest = [...args];
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (word === '--') out.urls.push(...rest.splice(0));
    else if (word === '-' || !word.startsWith('-')) out.urls.push(word);
    else {
      const problem = word.startsWith('--') ? long(out, word.slice(2), rest) : letters(out, word.slice(1), rest);
      if (problem !== undefined) return problem;
    }
  }
  return out;
}

function long(out: WgetOptions, word: string, rest: string[]): string | undefined {
  const [name = '', ...value] = word.split('=');
  const fits = TABLE.filter(([each]) => each === name || each.startsWith(name));
  const option = fits.find(([each]) => each === name) ?? (fits.length === 1 ? fits[0] : undefined);
  if (option === undefined) return fits.length > 1 ? `option '--${name}' is ambiguous` : `unrecognized option '--${name}'`;
  if (!option[2]) out.add(option[0], '');
  else if (value.length > 0) out.add(option[0], value.join('='));
  else if (rest.length > 0) out.add(option[0], rest.shift()!);
  else return `option '--${name}' requires an argument`;
  return undefined;
}

function letters(out: WgetOptions, word: string, rest: string[]): string | undefined {
  for (let at = 0; at < word.length; at++) {
    const two = TABLE.find(([, short]) => short.length === 2 && short === word.slice(at, at + 2));
    const option = two ?? TABLE.find(([, short]) => short !== '' && short === word[at]);
    if (option === undefined) return `invalid option -- '${word[at]}'`;
    if (two !== undefined) at++;
    if (!option[2]) {
      out.add(option[0], '');
      continue;
    }
    const value = at + 1 < word.length ? word.slice(at + 1) : rest.shift();
    if (value === undefined) return `option requires an argument -- '${word[at]}'`;
    out.add(option[0], value);
    return undefined;
  }
  return undefined;
}
