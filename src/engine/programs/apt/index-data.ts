import type { Step } from '../../kernel/index.ts';
import { packagePart } from '../package-data/index.ts';

/** One binary package as the index of a release has it. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** Installed-Size: KiB. */
  readonly installed: number;
  readonly architecture: string;
  /** Comes from the security archive. */
  readonly security: boolean;
  /** Ubuntu's component universe. */
  readonly universe: boolean;
  /** Part of the release's base image. */
  readonly base: boolean;
  readonly essential: boolean;
  /** `Multi-Arch: same`: dpkg names it with its architecture. */
  readonly same: boolean;
  /** All of these, each one of several. */
  readonly depends: readonly (readonly string[])[];
  readonly recommends: readonly (readonly string[])[];
  readonly suggests: readonly string[];
  readonly description: string;
}

/** A release of a distribution, as its Release file says. */
export interface ReleaseFacts {
  readonly id: string;
  readonly version: string;
  readonly codename: string;
  readonly suite: string;
  readonly number: string;
  /** Paths that dpkg knows of in the base image. */
  readonly paths: number;
}

/** Kilobytes of an index: the InRelease file for `''`, else the Packages file of a component. */
export type SuiteSizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Part {
  readonly release: ReleaseFacts;
  readonly sizes: SuiteSizes;
  readonly provides: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** Everything a release offers that Strata knows of. */
export interface PackageIndex {
  readonly release: ReleaseFacts;
  readonly sizes: SuiteSizes;
  readonly packages: ReadonlyMap<string, Package>;
  /** Virtual packages, each with the one that stands for it. */
  readonly provides: Readonly<Record<string, string>>;
}

const parsed = new WeakMap<object, PackageIndex>();

/** The index of a release (`debian-12`), or undefined when Strata has none. */
export function* packageIndex(id: string): Step<PackageIndex | undefined> {
  const part = yield* packagePart<Part>(id);
  if (part === undefined) return undefined;
  const known = parsed.get(part);
  if (known !== undefined) return known;
  const more = yield* packagePart<Pick<Part, 'packages'>>(`${id}-npm`);
  const packages = new Map<string, Package>();
  for (const row of [...part.packages, ...(more?.packages ?? [])]) {
    const made = parsePackage(row);
    packages.set(made.name, made);
  }
  const index: PackageIndex = { release: part.release, sizes: part.sizes, provides: part.provides, packages };
  parsed.set(part, index);
  return index;
}

/** name, version, size, installed size, flags, depends, recommends, suggests, description; separated by tabs, the last ones may be missing. */
export function parsePackage(row: string): Package {
  const [name = '', version = '', size = '0', installed = '0', flags = '', depends = '', recommends = '', suggests = '', description = ''] =
    row.split('\t');
  const relations = (text: string): string[][] => (text === '' ? [] : text.split(' ').map((each) => each.split('|')));
  return {
    name,
    version,
    size: Number(size),
    installed: Number(installed),
    architecture: flags.includes('a') ? 'all' : 'amd64',
    security: flags.includes('s'),
    universe: flags.includes('u'),
    base: flags.includes('b'),
    essential: flags.includes('e'),
    same: flags.includes('m'),
    depends: relations(depends),
    recommends: relations(recommends),
    suggests: suggests === '' ? [] : suggests.split(' '),
    description,
  };
}

/** The section of the pool a package lies in. */
export const componentOf = (pkg: Package): string => (pkg.universe ? 'universe' : 'main');
/** How dpkg names it in messages. */
export const qualified = (pkg: Pick<Package, 'name' | 'same' | 'architecture'>): string =>
  pkg.same ? `${pkg.name}:${pkg.architecture}` : pkg.name;
/** A version without epoch, as file names have it; with `escaped` the epoch stays as apt's cache writes it. */
export const fileName = (pkg: Package, escaped = true): string =>
  `${pkg.name}_${escaped ? pkg.version.replaceAll(':', '%3a') : pkg.version.replace(/^\d+:/, '')}_${pkg.architecture}.deb`;
