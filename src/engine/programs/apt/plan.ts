import type { Database, Stanza } from '../dpkg/database.ts';
import type { Available } from './available.ts';
import type { Package } from './index-data.ts';

/** What an apt run is going to do. */
export interface Plan {
  /** New packages in name order, those asked for among them. */
  readonly install: Package[];
  readonly asked: ReadonlySet<string>;
  readonly upgrade: Package[];
  readonly reinstall: Package[];
  readonly remove: Stanza[];
  readonly suggested: readonly string[];
  readonly recommended: readonly string[];
}

/** Whether a package is here: dpkg knows it, or it is part of a base image that keeps no full database. */
export function presentIn(db: Database, available: Available | undefined): (name: string) => boolean {
  const full = db.packages.has('dpkg') || db.packages.has('libc6');
  return (name) => db.installed(name) !== undefined || (!full && (available?.index.packages.get(name)?.base ?? false));
}

const provider = (available: Available, name: string): string | undefined => {
  const real = available.index.provides[name];
  return real !== undefined && available.get(real) !== undefined ? real : undefined;
};

/** Packages to install for these, with what they depend on and recommend. Dependencies that nothing satisfies are `unmet`. */
export function planInstall(
  db: Database,
  available: Available,
  wanted: readonly Package[],
  recommends: boolean,
): { install: Package[]; suggested: string[]; recommended: string[] } {
  const present = presentIn(db, available);
  const chosen = new Map<string, Package>();
  const queue: Package[] = [];
  const satisfied = (name: string): boolean => {
    if (chosen.has(name) || present(name)) return true;
    const real = provider(available, name);
    return real !== undefined && (chosen.has(real) || present(real));
  };
  const choose = (pkg: Package): void => {
    if (chosen.has(pkg.name)) return;
    chosen.set(pkg.name, pkg);
    queue.push(pkg);
  };
  const need = (alternatives: readonly string[]): void => {
    if (alternatives.some(satisfied)) return;
    for (const name of alternatives) {
      const pkg = available.get(name) ?? available.get(provider(available, name) ?? '');
      if (pkg === undefined) continue;
      choose(pkg);
      return;
    }
  };
  for (const pkg of wanted) choose(pkg);
  const left: string[][] = [];
  for (let at = 0; at < queue.length; at++) {
    const pkg = queue[at]!;
    for (const each of pkg.depends) need(each);
    for (const each of pkg.recommends) {
      if (recommends) need(each);
      else left.push([...each]);
    }
  }
  const byName = (a: Package, b: Package): number => (a.name < b.name ? -1 : 1);
  const install = [...chosen.values()].sort(byName);
  const suggested = new Set<string>();
  for (const pkg of install)
    for (const each of pkg.suggests) {
      const names = each.split('|');
      if (names.some(satisfied)) continue;
      for (const [i, name] of names.entries()) suggested.add(i === 0 ? name : `| ${name}`);
    }
  const recommended = new Set<string>();
  for (const names of left) {
    if (names.some(satisfied)) continue;
    for (const [i, name] of names.filter((name) => available.get(name) !== undefined).entries())
      recommended.add(i === 0 ? name : `| ${name}`);
  }
  return { install, suggested: sortSuggested(suggested), recommended: sortSuggested(recommended) };
}

/** Names in order; an alternative stays behind the one it is an alternative of. */
function sortSuggested(names: ReadonlySet<string>): string[] {
  const groups: string[][] = [];
  for (const name of names) {
    if (name.startsWith('| ') && groups.length > 0) groups.at(-1)!.push(name);
    else groups.push([name]);
  }
  return groups.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)).flat();
}

/** The order in which packages are fetched and unpacked: what others depend on first. */
export function unpackOrder(packages: readonly Package[], asked: ReadonlySet<string>): Package[] {
  const byName = new Map(packages.map((pkg) => [pkg.name, pkg]));
  const done = new Set<string>();
  const order: Package[] = [];
  const visit = (pkg: Package): void => {
    if (done.has(pkg.name)) return;
    done.add(pkg.name);
    for (const alternatives of pkg.depends)
      for (const name of alternatives) {
        const other = byName.get(name);
        if (other !== undefined) visit(other);
      }
    order.push(pkg);
  };
  const ready = (): void => {
    for (const pkg of packages)
      if (
        asked.has(pkg.name) &&
        !done.has(pkg.name) &&
        pkg.depends.every((each) => each.every((name) => !byName.has(name) || done.has(name)))
      )
        visit(pkg);
  };
  for (const pkg of packages) {
    if (asked.has(pkg.name)) continue;
    visit(pkg);
    ready();
  }
  for (const pkg of packages) visit(pkg);
  return order;
}

/** Installed packages that need this one, directly or not, with no other that would do. */
export function dependants(db: Database, names: ReadonlySet<string>, provides: Readonly<Record<string, string>>): Stanza[] {
  const gone = new Set(names);
  for (let again = true; again; ) {
    again = false;
    for (const stanza of db.all()) {
      if (gone.has(stanza.name)) continue;
      const broken = relations(stanza).some(
        (each) =>
          each.some((name) => gone.has(name) || gone.has(provides[name] ?? '')) && !each.some((name) => holds(db, gone, name, provides)),
      );
      if (broken) {
        gone.add(stanza.name);
        again = true;
      }
    }
  }
  return db.all().filter(({ name }) => gone.has(name) && !names.has(name));
}

const holds = (db: Database, gone: ReadonlySet<string>, name: string, provides: Readonly<Record<string, string>>): boolean =>
  [name, provides[name] ?? ''].some((each) => !gone.has(each) && db.installed(each) !== undefined);

/** The dependencies of an installed package, as names. */
export function relations(stanza: Stanza, fields: readonly string[] = ['Pre-Depends', 'Depends']): string[][] {
  return fields
    .flatMap((field) => (stanza.fields.get(field) ?? '').split(','))
    .map((each) =>
      each
        .split('|')
        .map((name) => name.replace(/\(.*?\)|:any|\s/g, ''))
        .filter((name) => name !== ''),
    )
    .filter((each) => each.length > 0);
}

/** Packages that came in for others which are gone: nobody keeps them. */
export function orphans(db: Database, gone: ReadonlySet<string>, provides: Readonly<Record<string, string>>): Stanza[] {
  const all = db.all().filter(({ name }) => !gone.has(name));
  const keep = new Set<string>();
  const queue = all.filter((stanza) => !db.automatic.has(stanza.name) || stanza.fields.get('Essential') === 'yes').map(({ name }) => name);
  while (queue.length > 0) {
    const name = queue.pop()!;
    if (keep.has(name)) continue;
    keep.add(name);
    const stanza = db.installed(name);
    if (stanza === undefined) continue;
    for (const each of relations(stanza, ['Pre-Depends', 'Depends', 'Recommends', 'Suggests']))
      for (const other of each)
        for (const real of [other, provides[other] ?? ''])
          if (real !== '' && db.installed(real) !== undefined && !gone.has(real)) queue.push(real);
  }
  return all.filter(({ name }) => db.automatic.has(name) && !keep.has(name));
}
