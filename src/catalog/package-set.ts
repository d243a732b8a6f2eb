import type { PackageSet } from '../engine/hub/index.ts';
import type { SetSource } from './source.ts';

/** A release in content/packages: its rows of name, version, archive size, installed size, flags, depends, recommends, suggests, description. */
export interface ReleaseIndex {
  readonly packages: readonly string[];
}

/** Short descriptions of packages whose row has none, by name. */
export type Descriptions = Readonly<Record<string, string>>;

/** Packages that the data says are of the base but that come with what they recommend; the real images are smaller. */
const NOT_IN_BASE =
  /^(?:perl|perl-modules.*|libperl5.*|usrmerge|libgdbm.*|libfile-find-rule-perl|libnumber-compare-perl|libtext-glob-perl|e2fsprogs|libext2fs2.*|logsave|libss2)$/;

function rowOf(text: string, descriptions: Descriptions): string {
  const [name = '', version = '', , installed = '', flags = '', depends = '', , , told = ''] = text.split('\t');
  const description = told === '' ? (descriptions[name] ?? '') : told;
  return [name, version, installed, flags.replace(/[^aem]/g, ''), depends, description].join('\t').replace(/\t+$/, '');
}

/** A set of packages as the catalogue has it. Throws for a package that the release's index does not know. */
export function packageSet(
  source: SetSource,
  part: string,
  releases: (id: string) => ReleaseIndex,
  descriptions: Descriptions,
): PackageSet {
  const rows = (source.rows ?? []).map((row) =>
    row.includes('\t') || row.startsWith('-')
      ? row
      : row.split(' ').slice(0, 3).concat('', row.split(' ').slice(3).join(' ')).join('\t').replace(/\t+$/, ''),
  );
  if (source.index !== undefined) {
    const byName = new Map(releases(source.index).packages.map((row) => [row.slice(0, row.indexOf('\t')), row]));
    if (source.whole)
      for (const [name, row] of byName)
        if ((row.split('\t')[4] ?? '').includes('b') && !NOT_IN_BASE.test(name)) rows.push(rowOf(row, descriptions));
    for (const name of (source.take ?? '').split(/\s+/)) {
      const row = byName.get(name);
      if (row !== undefined) rows.push(rowOf(row, descriptions));
    }
  }
  const base = source.base === undefined ? undefined : source.base.includes(':') ? source.base : `${part}:${source.base}`;
  return { ...(base === undefined ? {} : { base }), rows };
}
