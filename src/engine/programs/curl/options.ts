/** Options of curl 7.88 that Strata knows: long name, short letter, whether a value follows. */
const TABLE: readonly (readonly [long: string, short: string, arg: boolean])[] = [
  ['anyauth', '', false], ['append', 'a', false], ['basic', '', false], ['cacert', '', true], ['cert', 'E', true], ['compressed', '', false], ['connect-timeout', '', true], ['cookie', 'b', true],
  ['cookie-jar', 'c', true], ['config', 'K', true], ['continue-at', 'C', true], ['create-dirs', '', false], ['data', 'd', true], ['data-ascii', '', true], ['data-binary', '', true], ['data-raw', '', true],
  ['data-urlencode', '', true], ['dump-header', 'D', true], ['fail', 'f', false], ['fail-with-body', '', false], ['fail-early', '', false], ['form', 'F', true], ['get', 'G', false], ['globoff', 'g', false],
  ['head', 'I', false], ['header', 'H', true], ['help', 'h', false], ['http0.9', '', false], ['http1.0', '0', false], ['http1.1', '', false], ['http2', '', false], ['include', 'i', false], ['insecure', 'k', false],
  ['interface', '', true], ['ipv4', '4', false], ['ipv6', '6', false], ['json', '', true], ['limit-rate', '', true], ['location', 'L', false], ['location-trusted', '', false], ['max-redirs', '', true],
  ['max-time', 'm', true], ['netrc', 'n', false], ['no-buffer', 'N', false], ['noproxy', '', true], ['output', 'o', true], ['output-dir', '', true], ['path-as-is', '', false], ['parallel', 'Z', false],
  ['progress-bar', '#', false], ['proto', '', true], ['proxy', 'x', true], ['range', 'r', true], ['referer', 'e', true], ['remote-header-name', 'J', false], ['remote-name', 'O', false], ['remote-name-all', '', false],
  ['remote-time', 'R', false], ['request', 'X', true], ['resolve', '', true], ['retry', '', true], ['retry-all-errors', '', false], ['retry-connrefused', '', false], ['retry-delay', '', true],
  ['retry-max-time', '', true], ['show-error', 'S', false], ['silent', 's', false], ['stderr', '', true], ['tcp-nodelay', '', false], ['tlsv1.2', '', false], ['tlsv1.3', '', false], ['tlsv1', '1', false], ['trace-ascii', '', true], ['unix-socket', '', true],
  ['upload-file', 'T', true], ['url', '', true], ['user', 'u', true], ['user-agent', 'A', true], ['verbose', 'v', false], ['version', 'V', false], ['write-out', 'w', true], ['no-progress-meter', '', false],
  ['disable', 'q', false], ['keepalive-time', '', true], ['ssl-no-revoke', '', false],
]; // biome-ignore format: a table

const BY_LONG = new Map(TABLE.map(([long, short, arg]) => [long, { long, short, arg }]));
const BY_SHORT = new Map(TABLE.filter(([, short]) => short !== '').map(([long, short, arg]) => [short, { long, short, arg }]));

/** What a command line asks for. */
export class CurlOptions {
  /** Values by long name, in order; flags have empty ones. */
  readonly values = new Map<string, string[]>();
  /** Every occurrence in order: some options count in the order of URLs. */
  readonly given: (readonly [name: string, value: string])[] = [];
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
    this.given.push([name, value]);
    const known = this.values.get(name);
    if (known === undefined) this.values.set(name, [value]);
    else known.push(value);
  }
  drop(name: string): void {
    this.values.delete(name);
  }
}

/** Reads a command line. A text is curl's complaint, without its name. */
export function readOptions(args: readonly string[]): CurlOptions | string {
  const out = new CurlOptions();
  const rest = [...args];
  let plain = false;
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (plain || !word.startsWith('-') || word === '-') {
      out.urls.push(word);
      continue;
    }
    if (word === '--') {
      plain = true;
      continue;
    }
    const problem = word.startsWith('--') ? readLong(out, word, rest) : readShort(out, word, rest);
    if (problem !== undefined) return problem;
  }
  out.urls.unshift(...out.list('url'));
  return numberProblem(out) ?? out;
}

function readLong(out: CurlOptions, word: string, rest: string[]): string | undefined {
  const name = word.slice(2);
  const exact = BY_LONG.get(name);
  const no = exact === undefined && name.startsWith('no-') ? BY_LONG.get(name.slice(3)) : undefined;
  if (no !== undefined) {
    out.drop(no.long);
    return undefined;
  }
  const fits = [...BY_LONG.values()].filter(({ long }) => long.startsWith(name));
  const option = exact ?? (fits.length === 1 ? fits[0] : undefined);
  if (option === undefined) return `option ${word}: is ${fits.length > 1 ? 'ambiguous' : 'unknown'}`;
  if (!option.arg) out.add(option.long, '');
  else {
    const value = rest.shift();
    if (value === undefined) return `option ${word}: requires parameter`;
    out.add(option.long, value);
  }
  return undefined;
}

function readShort(out: CurlOptions, word: string, rest: string[]): string | undefined {
  for (let at = 1; at < word.length; at++) {
    const option = BY_SHORT.get(word[at]!);
    if (option === undefined) return `option -${word[at]}: is unknown`;
    if (!option.arg) {
      out.add(option.long, '');
      continue;
    }
    const value = at + 1 < word.length ? word.slice(at + 1) : rest.shift();
    if (value === undefined) return `option ${word}: requires parameter`;
    out.add(option.long, value);
    return undefined;
  }
  return undefined;
}

function numberProblem(out: CurlOptions): string | undefined {
  for (const [long, short] of [
    ['max-time', 'm'],
    ['connect-timeout', ''],
    ['retry', ''],
    ['max-redirs', ''],
    ['retry-delay', ''],
  ] as const) {
    const value = out.value(long);
    if (value !== undefined && !/^-?\d+(\.\d+)?$/.test(value))
      return `option ${short === '' ? `--${long}` : `-${short}`}: expected a proper numerical parameter`;
  }
  return undefined;
}
