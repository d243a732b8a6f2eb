import type { Process } from '../../kernel/index.ts';
import { readText, writeText } from '../package-data/index.ts';

const STATUS = '/var/lib/dpkg/status';
const EXTENDED = '/var/lib/apt/extended_states';

/** One stanza of dpkg's status file: fields in order, a field's text with its continuation lines. */
export class Stanza {
  readonly fields: Map<string, string>;
  constructor(fields: Map<string, string>) {
    this.fields = fields;
  }
  get name(): string {
    return this.fields.get('Package') ?? '';
  }
  get version(): string {
    return this.fields.get('Version') ?? '';
  }
  get architecture(): string {
    return this.fields.get('Architecture') ?? '';
  }
  /** `install ok installed`: what is wanted, whether there is an error, and the state. */
  get status(): string {
    return this.fields.get('Status') ?? '';
  }
  get installed(): boolean {
    return this.status.endsWith(' installed');
  }
  get held(): boolean {
    return this.status.startsWith('hold ');
  }
  get configured(): boolean {
    return this.status.endsWith(' config-files');
  }
  /** As dpkg names it: with the architecture when others could be beside it. */
  get qualified(): string {
    return this.fields.get('Multi-Arch') === 'same' ? `${this.name}:${this.architecture}` : this.name;
  }
  text(): string {
    return [...this.fields].map(([field, value]) => `${field}:${value === '' || value.startsWith('\n') ? '' : ' '}${value}\n`).join('');
  }
}

/** Stanzas of a control file. */
export function parseStanzas(text: string): Stanza[] {
  const stanzas: Stanza[] = [];
  for (const block of text.split(/\n\n+/)) {
    const fields = new Map<string, string>();
    let last = '';
    for (const line of block.split('\n')) {
      if (/^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ''}\n${line}`);
      else {
        const at = line.indexOf(':');
        if (at > 0) fields.set((last = line.slice(0, at)), line.slice(at + 1).trim());
      }
    }
    if (fields.has('Package')) stanzas.push(new Stanza(fields));
  }
  return stanzas;
}

/** dpkg's database, read at once and written back whole. Package names are unique: one architecture. */
export class Database {
  readonly packages: Map<string, Stanza>;
  /** Names that apt put in for others (`Auto-Installed: 1`). */
  readonly automatic: Set<string>;
  readonly #before: string;

  constructor(p: Process) {
    const text = readText(p, STATUS) ?? '';
    this.packages = new Map(parseStanzas(text).map((stanza) => [stanza.name, stanza]));
    this.#before = text;
    const states = parseStanzas(readText(p, EXTENDED) ?? '');
    this.automatic = new Set(states.filter(({ fields }) => fields.get('Auto-Installed') === '1').map(({ name }) => name));
  }

  installed(name: string): Stanza | undefined {
    const found = this.packages.get(name);
    return found?.installed ? found : undefined;
  }
  /** Installed packages in name order. */
  all(): Stanza[] {
    return [...this.packages.values()].filter(({ installed }) => installed).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Writes /var/lib/dpkg/status, keeping the old one as status-old. */
  save(p: Process): void {
    const stanzas = [...this.packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    writeText(p, `${STATUS}-old`, this.#before);
    writeText(p, STATUS, stanzas.map((stanza) => `${stanza.text()}\n`).join(''));
  }
  saveAutomatic(p: Process): void {
    const names = [...this.automatic].sort();
    const text = names.map((name) => `Package: ${name}\nArchitecture: amd64\nAuto-Installed: 1\n\n`).join('');
    if (text === '' && readText(p, EXTENDED) === undefined) return;
    writeText(p, EXTENDED, text);
  }
}

/** The paths that a package owns, from info/NAME.list; undefined when dpkg has no list of it. */
export function pathsOf(p: Process, stanza: Stanza): string[] | undefined {
  for (const name of [stanza.name, `${stanza.name}:${stanza.architecture}`]) {
    const text = readText(p, `/var/lib/dpkg/info/${name}.list`);
    if (text !== undefined) return text.split('\n').filter((line) => line !== '');
  }
  return undefined;
}
