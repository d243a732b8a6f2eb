import type { Process, Step } from '../../kernel/index.ts';
import { exists, packagePart, readText } from '../package-data/index.ts';

/** A package as it is in the repositories of this release. */
export interface Rpm {
  readonly name: string;
  /** version-release. */
  readonly version: string;
  readonly arch: string;
  /** Bytes. */
  readonly size: number;
  readonly installed: number;
  readonly depends: readonly string[];
  readonly files: string;
}

export interface RpmPart {
  readonly texts: Readonly<Record<string, string>>;
  readonly users: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** The distribution: `el7`, `el8` …, `fc43`, by /etc/os-release. */
export interface Distribution {
  readonly id: string;
  readonly version: string;
  readonly tag: string;
}

export function distribution(p: Process): Distribution {
  const text = readText(p, '/etc/os-release') ?? readText(p, '/usr/lib/os-release') ?? '';
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  const id = field('ID') || 'centos';
  const version = field('VERSION_ID') || '7';
  return { id, version, tag: `${id === 'fedora' ? 'fc' : 'el'}${version.split('.')[0]}` };
}

/** Every package this release has. */
export function* rpms(p: Process): Step<{ part: RpmPart | undefined; packages: Map<string, Rpm> }> {
  const part = yield* packagePart<RpmPart>('rpm');
  const { tag } = distribution(p);
  const packages = new Map<string, Rpm>();
  for (const row of part?.packages ?? []) {
    const [name = '', seven = '', eight = '', fedora = '', size = '0', installed = '0', depends = '', files = ''] = row.split('\t');
    const base =
      tag === 'el7' || tag === 'el6'
        ? seven
        : tag.startsWith('fc')
          ? fedora === ''
            ? ''
            : `${fedora}.${tag}`
          : tag === 'el8'
            ? eight
            : fedora === ''
              ? ''
              : `${fedora}.${tag}`;
    if (base === '') continue;
    packages.set(name, {
      name,
      version: base,
      arch:
        Number(installed) < 30 || /^(?:tzdata|vim-filesystem|epel|ca-cert|perl-(?:Git|Error)|autoconf)/.test(name) ? 'noarch' : 'x86_64',
      size: Number(size) * 1024,
      installed: Number(installed) * 1024,
      depends: depends === '' ? [] : depends.split(' '),
      files,
    });
  }
  return { part, packages };
}

/** An installed package: a line of what stands for rpm's database. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
  readonly size: number;
  readonly paths: readonly string[];
  readonly description: string;
}

export const DATABASE = '/var/lib/rpm/rpmdb.sqlite';

export function readDatabase(p: Process): Map<string, Installed> {
  const all = new Map<string, Installed>();
  for (const line of (readText(p, DATABASE) ?? '').split('\n')) {
    if (line === '') continue;
    const [name = '', version = '', arch = '', size = '0', description = '', paths = ''] = line.split('\t');
    all.set(name, { name, version, arch, size: Number(size), paths: paths === '' ? [] : paths.split(' '), description });
  }
  return all;
}

export const databaseText = (all: ReadonlyMap<string, Installed>): string =>
  [...all.values()]
    .map(
      ({ name, version, arch, size, description, paths }) =>
        `${[name, version, arch, size, description, paths.join(' ')].join('\t').replace(/\t+$/, '')}\n`,
    )
    .join('');

/** A repository of /etc/yum.repos.d. */
export interface Repository {
  readonly id: string;
  readonly name: string;
  readonly baseurl: string | undefined;
  /** mirrorlist or metalink. */
  readonly list: string | undefined;
}

/** Enabled repositories in the order of their files, variables replaced. */
export function repositories(p: Process): Repository[] {
  const { version } = distribution(p);
  const out: Repository[] = [];
  if (!exists(p, '/etc/yum.repos.d')) return out;
  const replace = (text: string): string =>
    text
      .replaceAll('$releasever', version.split('.')[0]!)
      .replaceAll('$basearch', 'x86_64')
      .replaceAll('$infra', 'container')
      .replaceAll('$contentdir', 'centos')
      .replaceAll('$stream', '9-stream');
  for (const file of p.fs.readdir('/etc/yum.repos.d').filter((name) => name.endsWith('.repo'))) {
    for (const section of (readText(p, `/etc/yum.repos.d/${file}`) ?? '').split(/^(?=\[)/m)) {
      const id = /^\[([^\]]+)\]/.exec(section)?.[1];
      if (id === undefined || id === 'main') continue;
      const field = (name: string): string | undefined => new RegExp(`^${name}\\s*=\\s*(.*)$`, 'm').exec(section)?.[1]?.trim();
      if (/^(?:0|false|no)$/i.test(field('enabled') ?? '1')) continue;
      const baseurl = field('baseurl');
      const list = field('mirrorlist') ?? field('metalink');
      out.push({
        id,
        name: replace(field('name') ?? id),
        baseurl: baseurl === undefined ? undefined : replace(baseurl),
        list: list === undefined ? undefined : replace(list),
      });
    }
  }
  return out;
}

export const hostOf = (url: string): string => /^[a-z]+:\/\/([^/:]+)/.exec(url)?.[1] ?? '';
