import type { Process } from '../../kernel/index.ts';
import { exists, makeDirectories, readText, writeText } from '../package-data/index.ts';

/** One installed package of /lib/apk/db/installed: its single-letter fields, and the paths it owns. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  /** Bytes on disk. */
  readonly size: number;
  readonly description: string;
  readonly depends: readonly string[];
  readonly paths: readonly string[];
  /** The stanza as it stands, with the names of its files. */
  readonly text: string;
}

const WORLD = '/etc/apk/world';

/** apk's database lies in /lib/apk/db; where /lib is a link to usr/lib, that is the same place. */
const INSTALLED = '/lib/apk/db/installed';

/** What apk knows of this machine: installed packages in the order they came, and the names in `world`. */
export class Database {
  readonly packages: Map<string, Installed>;
  readonly world: Map<string, string>;

  constructor(p: Process) {
    const text = readText(p, INSTALLED) ?? '';
    this.packages = new Map(
      text
        .split('\n\n')
        .filter((block) => block.includes('P:'))
        .map((block) => {
          const made = parse(block.trim());
          return [made.name, made] as const;
        }),
    );
    const words = (readText(p, WORLD) ?? '').split(/\s+/).filter((word) => word !== '');
    this.world = new Map(words.map((word) => [word.replace(/[=<>~@].*$/, ''), word]));
  }

  /** Bytes of all packages. */
  get size(): number {
    let sum = 0;
    for (const { size } of this.packages.values()) sum += size;
    return sum;
  }

  save(p: Process): void {
    makeDirectories(p, '/lib/apk/db');
    writeText(p, INSTALLED, [...this.packages.values()].map(({ text }) => `${text}\n\n`).join(''));
    makeDirectories(p, '/etc/apk');
    writeText(
      p,
      WORLD,
      [...this.world.values()]
        .sort()
        .map((word) => `${word}\n`)
        .join(''),
    );
    if (!exists(p, '/lib/apk/db/scripts.tar')) writeText(p, '/lib/apk/db/scripts.tar', '');
  }
}

function parse(text: string): Installed {
  let name = '';
  let version = '';
  let size = 0;
  let description = '';
  let depends: string[] = [];
  const paths: string[] = [];
  let dir = '';
  for (const line of text.split('\n')) {
    const value = line.slice(2);
    if (line.startsWith('P:')) name = value;
    else if (line.startsWith('V:')) version = value;
    else if (line.startsWith('I:')) size = Number(value);
    else if (line.startsWith('T:')) description = value;
    else if (line.startsWith('D:')) depends = value.split(' ');
    else if (line.startsWith('F:')) dir = value;
    else if (line.startsWith('R:')) paths.push(`/${dir === '' ? '' : `${dir}/`}${value}`);
  }
  return { name, version, size, description, depends, paths, text };
}

/** The stanza of a package that is being installed. */
export function stanza(options: Omit<Installed, 'text'> & { readonly download: number; readonly now: number }): Installed {
  const { name, version, size, description, depends, paths, download, now } = options;
  const lines = [
    `P:${name}`,
    `V:${version}`,
    'A:x86_64',
    `S:${download}`,
    `I:${size}`,
    `T:${description === '' ? name : description}`,
    'U:https://alpinelinux.org/',
    'L:MIT',
    `o:${name}`,
    `t:${Math.floor(now)}`,
    ...(depends.length === 0 ? [] : [`D:${depends.join(' ')}`]),
  ];
  const byDir = new Map<string, string[]>();
  for (const path of [...paths].sort()) {
    const at = path.lastIndexOf('/');
    const dir = path.slice(1, Math.max(1, at));
    byDir.set(dir, [...(byDir.get(dir) ?? []), path.slice(at + 1)]);
  }
  for (const [dir, names] of byDir) lines.push(`F:${dir}`, ...names.map((file) => `R:${file}`));
  return { name, version, size, description, depends, paths, text: lines.join('\n') };
}
