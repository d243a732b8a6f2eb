import type { Step } from '../../kernel/index.ts';
import { type PackageIndex, packageIndex } from './index-data.ts';
import type { Source } from './sources.ts';

/** Parts by code name. */
const PARTS: Readonly<Record<string, string>> = {
  trixie: 'debian-13',
  bookworm: 'debian-12',
  bullseye: 'debian-11',
  stable: 'debian-13',
  oldstable: 'debian-12',
  jessie: 'debian-8',
  noble: 'ubuntu-24.04',
  jammy: 'ubuntu-22.04',
  focal: 'ubuntu-20.04',
  bionic: 'ubuntu-18.04',
  xenial: 'ubuntu-16.04',
};

/** Releases that have moved from the mirrors to archive.debian.org: their old places answer 404. */
const ARCHIVED = new Set(['wheezy', 'jessie', 'stretch', 'buster']);

/** Which part of a release a suite is: `bookworm-security`, `stretch/updates`. */
export interface SuiteName {
  readonly codename: string;
  readonly pocket: '' | 'updates' | 'security' | 'backports';
}

export function suiteName(source: Source): SuiteName {
  const [, codename = source.suite, pocket = ''] =
    /^([a-z]+)(?:[-/](updates|security|backports|proposed-updates))?$/.exec(source.suite) ?? [];
  const security = /security/.test(source.uri) && source.suite.includes('/');
  return { codename, pocket: security ? 'security' : pocket === 'proposed-updates' ? 'updates' : (pocket as SuiteName['pocket']) };
}

const isDebian = (source: Source): boolean =>
  /\/debian(?:-security|-archive\/debian)?(?:\/|$)/.test(`${source.uri}/`) || /debian\.org/.test(source.host);
const isUbuntu = (source: Source): boolean => /\/ubuntu(?:-ports)?(?:\/|$)/.test(`${source.uri}/`);

/** What a mirror has for a source: an index, `404`, or that Strata does not know the archive. */
export function* indexFor(source: Source): Step<PackageIndex | '404' | 'unknown'> {
  const { codename } = suiteName(source);
  if (ARCHIVED.has(codename) && !/archive\.debian\.org|debian-archive/.test(`${source.host}${source.uri}`)) return '404';
  const part = PARTS[codename];
  if (part === undefined || (part.startsWith('debian') ? !isDebian(source) : !isUbuntu(source)))
    return isDebian(source) || isUbuntu(source) ? '404' : 'unknown';
  return (yield* packageIndex(part)) ?? 'unknown';
}

/** Bytes that a suite's file is long as it is fetched: the InRelease file for `''`. Zero for one that is not there. */
export function suiteBytes(index: PackageIndex, { codename, pocket }: SuiteName, component: string): number {
  const sizes = index.sizes[pocket] ?? {};
  return codename === '' ? 0 : Math.round((sizes[component] ?? 0) * 1000);
}
