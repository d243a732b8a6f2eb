import type { Process } from '../../kernel/index.ts';
import { exists, readText } from '../package-data/index.ts';

/** One suite of one archive that sources.list names. */
export interface Source {
  /** Without the slash at its end. */
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly host: string;
  readonly trusted: boolean;
}

/** What the lists of sources come to; `error` is what apt refuses with. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly error?: string;
}

/** /etc/apt/sources.list, then sources.list.d/*.list and *.sources in name order. */
export function readSources(p: Process): Sources {
  const sources: Source[] = [];
  const files = ['/etc/apt/sources.list'];
  if (exists(p, '/etc/apt/sources.list.d'))
    for (const name of p.fs.readdir('/etc/apt/sources.list.d'))
      if (/\.(?:list|sources)$/.test(name)) files.push(`/etc/apt/sources.list.d/${name}`);
  for (const file of files) {
    const text = readText(p, file);
    if (text === undefined) continue;
    const error = file.endsWith('.sources') ? stanzas(text, sources) : lines(text, file, sources);
    if (error !== undefined) return { sources, error };
  }
  const seen = new Set<string>();
  return {
    sources: sources.filter(({ uri, suite }) => {
      const key = `${uri} ${suite}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  };
}

function add(into: Source[], uri: string, suite: string, components: readonly string[], trusted: boolean): void {
  const clean = uri.replace(/\/+$/, '');
  const host = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/:]+)/.exec(clean)?.[1] ?? '';
  into.push({ uri: clean, suite, components, host, trusted });
}

/** The one-line form: `deb [options] uri suite component…` */
function lines(text: string, file: string, into: Source[]): string | undefined {
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const match = /^(deb|deb-src)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s*(.*)$/.exec(line);
    if (match === null) {
      const type = line.split(/\s+/)[0]!;
      if (type !== 'deb' && type !== 'deb-src')
        return `E: Type '${type}' is not known on line ${at + 1} in source list ${file}\nE: The list of sources could not be read.`;
      return `E: Malformed entry ${at + 1} in list file ${file} (Suite)\nE: The list of sources could not be read.`;
    }
    const [, type, options = '', uri = '', suite = '', components = ''] = match;
    if (components === '' && !suite.endsWith('/'))
      return `E: Malformed entry ${at + 1} in list file ${file} (Component)\nE: The list of sources could not be read.`;
    if (type === 'deb') add(into, uri, suite, components.split(/\s+/), /trusted=yes/.test(options));
  }
  return undefined;
}

/** The deb822 form: stanzas of Types, URIs, Suites, Components. */
function stanzas(text: string, into: Source[]): undefined {
  for (const stanza of text.split(/\n\s*\n/)) {
    const fields = new Map<string, string>();
    let last = '';
    for (const line of stanza.split('\n')) {
      if (line.startsWith('#')) continue;
      const match = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
      if (match !== null) fields.set((last = match[1]!.toLowerCase()), match[2]!);
      else if (/^\s/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
    }
    const words = (name: string): string[] => (fields.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
    if (/^no$/i.test(fields.get('enabled') ?? '') || !words('types').includes('deb')) continue;
    for (const uri of words('uris')) for (const suite of words('suites')) add(into, uri, suite, words('components'), false);
  }
}

/** The name a file of lists gets from its address. */
export const listName = (uri: string, rest: string): string => `${uri.replace(/^[a-z+]+:\/\//, '')}/${rest}`.replaceAll('/', '_');
