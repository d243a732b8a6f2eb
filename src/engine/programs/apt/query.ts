import type { Process, Step } from '../../kernel/index.ts';
import { Database } from '../dpkg/database.ts';
import { readAvailable } from './available.ts';
import { AptError, type AptOptions, Printer } from './call.ts';
import { poolPath } from './execute.ts';
import { componentOf, type Package } from './index-data.ts';
import { upgradable } from './packages.ts';
import { sizeText } from './sizes.ts';

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
const relation = (alternatives: readonly (readonly string[])[]): string => alternatives.map((each) => each.join(' | ')).join(', ');

/** apt list [--installed|--upgradable] [pattern…] */
export function* list(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const db = new Database(p);
  const available = yield* readAvailable(p);
  yield* printer.say(p.isatty(1) ? 'Listing... Done\n' : 'Listing...\n');
  const patterns = options.operands.map(glob);
  const newer = new Map(upgradable(db, available).map((pkg) => [pkg.name, pkg]));
  const names = new Set([...db.all().map(({ name }) => name), ...(available?.index.packages.keys() ?? [])]);
  for (const name of [...names].sort()) {
    if (patterns.length > 0 && !patterns.some((pattern) => pattern.test(name))) continue;
    const here = db.installed(name);
    const pkg = available?.get(name);
    if (options.flags.has('installed') && here === undefined) continue;
    if (options.flags.has('upgradable') && !newer.has(name)) continue;
    if (here === undefined && pkg === undefined) continue;
    const suites =
      pkg === undefined ? 'now' : here === undefined ? available!.index.release.suite : `${available!.index.release.suite},now`;
    const version = newer.get(name) !== undefined && options.flags.has('upgradable') ? pkg!.version : (here?.version ?? pkg!.version);
    const state =
      here === undefined
        ? ''
        : pkg === undefined
          ? ' [installed,local]'
          : options.flags.has('upgradable')
            ? ` [upgradable from: ${here.version}]`
            : newer.has(name)
              ? ` [installed,upgradable to: ${pkg.version}]`
              : db.automatic.has(name)
                ? ' [installed,automatic]'
                : ' [installed]';
    yield* printer.out(`${name}/${suites} ${version} ${here?.architecture ?? pkg!.architecture}${state}\n`);
  }
  return 0;
}

/** apt-cache search and apt search: words that must all be in a name or description. */
export function* search(p: Process, options: AptOptions, apt: boolean): Step<number> {
  const printer = new Printer(p, options.quiet);
  if (options.operands.length === 0) throw new AptError('E: You must give at least one search pattern');
  const db = new Database(p);
  const available = yield* readAvailable(p);
  if (apt) yield* printer.say(p.isatty(1) ? 'Sorting... Done\nFull Text Search... Done\n' : 'Sorting...\nFull Text Search...\n');
  const patterns = options.operands.map((word) => new RegExp(word.replace(/[()[{]/g, '\\$&'), 'i'));
  for (const pkg of [...(available?.index.packages.values() ?? [])]) {
    if (available!.get(pkg.name) === undefined) continue;
    const text = options.flags.has('names-only') ? pkg.name : `${pkg.name}\n${pkg.description}`;
    if (!patterns.every((pattern) => pattern.test(pkg.name) || (!options.flags.has('names-only') && pattern.test(text)))) continue;
    if (!apt) yield* printer.out(`${pkg.name} - ${pkg.description === '' ? pkg.name : pkg.description}\n`);
    else {
      const state = db.installed(pkg.name) === undefined ? '' : ',now';
      yield* printer.out(
        `${pkg.name}/${available!.index.release.suite}${state} ${pkg.version} ${pkg.architecture}${state === '' ? '' : ' [installed]'}\n  ${pkg.description}\n\n`,
      );
    }
  }
  return 0;
}

/** apt-cache show and apt show: a package's record, as far as Strata's index goes. */
export function* show(p: Process, options: AptOptions, apt: boolean): Step<number> {
  const printer = new Printer(p, options.quiet);
  const available = yield* readAvailable(p);
  let found = 0;
  for (const name of options.operands) {
    const pkg = available?.get(name);
    if (pkg === undefined) {
      if (apt || options.operands.length > 1) yield* printer.err(`${apt ? 'N' : 'W'}: Unable to locate package ${name}\n`);
      continue;
    }
    found++;
    yield* printer.out(apt ? friendly(pkg, available!.sourceOf(pkg)) : record(pkg));
  }
  if (found > 0) return 0;
  if (apt) {
    yield* printer.err(`E: No packages found\n`);
    return 100;
  }
  throw new AptError('E: No packages found');
}

function record(pkg: Package): string {
  const lines = [
    `Package: ${pkg.name}`,
    `Version: ${pkg.version}`,
    `Installed-Size: ${pkg.installed}`,
    `Architecture: ${pkg.architecture}`,
    ...(pkg.depends.length > 0 ? [`Depends: ${relation(pkg.depends)}`] : []),
    ...(pkg.recommends.length > 0 ? [`Recommends: ${relation(pkg.recommends)}`] : []),
    ...(pkg.suggests.length > 0 ? [`Suggests: ${pkg.suggests.map((each) => each.replaceAll('|', ' | ')).join(', ')}`] : []),
    `Description: ${pkg.description}`,
    `Priority: ${pkg.essential ? 'required' : 'optional'}`,
    `Filename: ${poolPath(pkg).replaceAll('%2b', '+')}`,
    `Size: ${pkg.size}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

function friendly(pkg: Package, source: { readonly uri: string; readonly suite: string }): string {
  const lines = [
    `Package: ${pkg.name}`,
    `Version: ${pkg.version}`,
    `Priority: ${pkg.essential ? 'required' : 'optional'}`,
    `Installed-Size: ${sizeText(pkg.installed * 1024)}`,
    ...(pkg.depends.length > 0 ? [`Depends: ${relation(pkg.depends)}`] : []),
    ...(pkg.recommends.length > 0 ? [`Recommends: ${relation(pkg.recommends)}`] : []),
    ...(pkg.suggests.length > 0 ? [`Suggests: ${pkg.suggests.map((each) => each.replaceAll('|', ' | ')).join(', ')}`] : []),
    `Download-Size: ${sizeText(pkg.size)}`,
    `APT-Sources: ${source.uri} ${source.suite}/${componentOf(pkg)} amd64 Packages`,
    `Description: ${pkg.description}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

/** apt-cache policy PACKAGE… and, without words, the sources themselves. */
export function* policy(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const db = new Database(p);
  const available = yield* readAvailable(p);
  if (options.operands.length === 0) {
    yield* printer.out('Package files:\n 100 /var/lib/dpkg/status\n     release a=now\n');
    for (const source of available?.sources ?? [])
      for (const component of source.components)
        yield* printer.out(` 500 ${source.uri} ${source.suite}/${component} amd64 Packages\n     origin ${source.host}\n`);
    yield* printer.out('Pinned packages:\n');
    return 0;
  }
  for (const name of options.operands) {
    const pkg = available?.get(name);
    const here = db.installed(name);
    if (pkg === undefined && here === undefined) {
      if (available !== undefined) yield* printer.err(`N: Unable to locate package ${name}\n`);
      continue;
    }
    const candidate = pkg?.version ?? here!.version;
    yield* printer.out(`${name}:\n  Installed: ${here?.version ?? '(none)'}\n  Candidate: ${candidate}\n  Version table:\n`);
    const source = pkg === undefined ? undefined : available!.sourceOf(pkg);
    const versions = new Set([candidate, ...(here === undefined ? [] : [here.version])]);
    for (const version of versions) {
      yield* printer.out(
        ` ${here?.version === version ? '***' : '   '} ${version} ${source === undefined || version !== pkg?.version ? 100 : 500}\n`,
      );
      if (source !== undefined && version === pkg?.version)
        yield* printer.out(`        500 ${source.uri} ${source.suite}/${componentOf(pkg!)} amd64 Packages\n`);
      if (here?.version === version) yield* printer.out('        100 /var/lib/dpkg/status\n');
    }
  }
  return 0;
}

/** apt-cache madison and depends. */
export function* cacheListing(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const available = yield* readAvailable(p);
  for (const name of options.operands) {
    const pkg = available?.get(name);
    if (pkg === undefined) {
      if (options.command === 'depends') throw new AptError('E: No packages found');
      yield* printer.err(`N: Unable to locate package ${name}\n`);
      continue;
    }
    if (options.command === 'madison') {
      const { uri, suite } = available!.sourceOf(pkg);
      yield* printer.out(`${name.padStart(10)} | ${pkg.version.padStart(10)} | ${uri} ${suite}/${componentOf(pkg)} amd64 Packages\n`);
      continue;
    }
    yield* printer.out(`${name}\n`);
    for (const [title, all] of [
      ['Depends', pkg.depends],
      ['Recommends', pkg.recommends],
      ['Suggests', pkg.suggests.map((each) => each.split('|'))],
    ] as const)
      for (const each of all)
        for (const [at, other] of each.entries()) yield* printer.out(` ${at < each.length - 1 ? '|' : ' '}${title}: ${other}\n`);
  }
  return 0;
}
