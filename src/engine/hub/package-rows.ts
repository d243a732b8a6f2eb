/** One package that an image has installed, as the package databases in its tree tell it. */
export interface PackageRow {
  readonly name: string;
  readonly version: string;
  /** KiB on disk. */
  readonly installed: number;
  /** `a` for all architectures, `e` essential, `m` Multi-Arch: same. */
  readonly flags: string;
  readonly depends: string;
  readonly description: string;
}

/** name, version, installed size, flags, depends, description; separated by bars, the last ones may be missing. */
export function packageRow(text: string): PackageRow {
  const [name = '', version = '', installed = '0', flags = '', depends = '', description = ''] = text.split('\t');
  return { name, version, installed: Number(installed), flags, depends, description };
}

/** Rows over those below: a row of a name replaces the one below, `-NAME` removes it. In name order. */
export function mergeRows(below: readonly PackageRow[], rows: readonly string[]): PackageRow[] {
  const all = new Map(below.map((row) => [row.name, row]));
  for (const text of rows) {
    if (text.startsWith('-')) all.delete(text.slice(1));
    else {
      const row = packageRow(text);
      all.set(row.name, row);
    }
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/-dev$/, 'libdevel'],
  [/^lib/, 'libs'],
  [/perl/, 'perl'],
  [/python/, 'python'],
  [/^(?:gcc|g\+\+|binutils|make|cpp)/, 'devel'],
];

/** The text of /var/lib/dpkg/status. */
export function dpkgStatus(rows: readonly PackageRow[], architecture: string, maintainer: string): string {
  return rows
    .map(({ name, version, installed, flags, depends, description }) => {
      const list = depends
        .split(' ')
        .filter((each) => each !== '')
        .map((each) => each.split('|').join(' | '));
      const lines = [
        `Package: ${name}`,
        ...(flags.includes('e') ? ['Essential: yes'] : []),
        'Status: install ok installed',
        `Priority: ${flags.includes('e') ? 'required' : 'optional'}`,
        `Section: ${SECTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? 'utils'}`,
        `Installed-Size: ${installed}`,
        `Maintainer: ${maintainer}`,
        `Architecture: ${flags.includes('a') ? 'all' : architecture}`,
        ...(flags.includes('m') ? ['Multi-Arch: same'] : []),
        `Version: ${version}`,
        ...(list.length === 0 ? [] : [`Depends: ${list.join(', ')}`]),
        `Description: ${description === '' ? name : description}`,
      ];
      return `${lines.join('\n')}\n\n`;
    })
    .join('');
}

/** The text of /lib/apk/db/installed. */
export function apkInstalled(rows: readonly PackageRow[], architecture: string): string {
  return rows
    .map(({ name, version, installed, depends, description }) => {
      const lines = [
        `P:${name}`,
        `V:${version}`,
        `A:${architecture}`,
        `S:${Math.ceil(installed * 512)}`,
        `I:${installed * 1024}`,
        `T:${description === '' ? name : description}`,
        `U:https://alpinelinux.org/`,
        'L:MIT',
        `o:${name}`,
        ...(depends === '' ? [] : [`D:${depends}`]),
      ];
      return `${lines.join('\n')}\n\n`;
    })
    .join('');
}

/** What stands for rpm's database: a line for each package, name, version-release, architecture and bytes. */
export function rpmDatabase(rows: readonly PackageRow[], architecture: string): string {
  return rows
    .map(({ name, version, installed, flags, description }) =>
      [name, version, flags.includes('a') ? 'noarch' : architecture, installed * 1024, description].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
}
