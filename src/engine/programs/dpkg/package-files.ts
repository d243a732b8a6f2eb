import type { Process, Step } from '../../kernel/index.ts';
import { executableBody } from '../../kernel/index.ts';
import { type Body, generatedBody, textBody } from '../../tree/index.ts';
import type { Package } from '../apt/index-data.ts';
import { packagePart, programOf } from '../package-data/index.ts';

/** One path that a package brings. */
export interface PackagePath {
  readonly path: string;
  readonly mode: number;
  readonly body?: Body;
  readonly link?: string;
  /** A directory that belongs to somebody. */
  readonly owner?: string;
  readonly conffile: boolean;
}

const PREFIXES: Readonly<Record<string, string>> = {
  b: '/usr/bin',
  s: '/usr/sbin',
  B: '/bin',
  S: '/sbin',
  g: '/usr/games',
  l: '/usr/lib/x86_64-linux-gnu',
  L: '/lib/x86_64-linux-gnu',
  h: '/usr/share',
  u: '/usr/lib',
  i: '/usr/include',
  e: '/etc',
};

/** Bytes of what is under /usr/share/doc for a package: the copyright file and the changelog. */
const DOCS = 6000;

const NUMBER = /\d+(?:\.\d+)*/g;

type Files = Readonly<Record<string, string>>;
type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The files of a package: those that are known by name and size, and one more that holds the rest of its installed
 * size, so that the layer is as large as the real one.
 */
export function* packagePaths(p: Process, pkg: Package): Step<PackagePath[]> {
  const files = (yield* packagePart<Files>('debian-files')) ?? {};
  const texts = (yield* packagePart<Texts>('debian-texts'))?.[pkg.name] ?? {};
  const known = lookup(files, pkg.name);
  const paths: PackagePath[] = [];
  const total = pkg.installed * 1024;
  let used = DOCS;
  let rest = `/usr/lib/x86_64-linux-gnu/${pkg.name.replace(/-.*/, '')}`;
  const entries = (known ?? '').split(' ').filter((word) => word !== '');
  const listed = entries.reduce((sum, word) => sum + sizeOf(word), 0);
  const scale = listed > total * 1.02 && listed > 0 ? total / listed : 1;
  const usrMerged = p.fs.exists('/bin') && p.fs.lstat('/bin').kind === 'symlink';
  for (const word of entries) {
    const path = expand(word.replace(/[:>!].*$/, ''), usrMerged);
    if (path.endsWith('/*')) {
      rest = path.slice(0, -2).replace(/\/$/, '');
      continue;
    }
    const target = /^[^>]*>(.*)$/.exec(word)?.[1];
    const link = target === undefined ? undefined : currentTarget(target, pkg);
    if (texts[path] !== undefined) continue;
    if (link !== undefined) paths.push({ path, mode: 0o777, link, conffile: false });
    else {
      const size = Math.max(1, Math.round(sizeOf(word) * scale));
      used += size;
      const mode = Number.parseInt(/!(\d+)/.exec(word)?.[1] ?? (isProgram(path) || isInitScript(path) ? '755' : '644'), 8);
      paths.push({ path, mode, body: bodyOf(path, size), conffile: path.startsWith('/etc/') });
    }
  }
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith('/')) paths.push({ path: path.slice(0, -1), mode: 0o755, owner: text, conffile: false });
    else if (text.startsWith('>')) paths.push({ path, mode: 0o777, link: text.slice(1), conffile: false });
    else if (/^#\d+$/.test(text)) paths.push({ path, mode: 0o644, body: bodyOf(path, Number(text.slice(1)) * 1024), conffile: false });
    else paths.push({ path, mode: isProgram(path) ? 0o755 : 0o644, body: textBody(text), conffile: path.startsWith('/etc/') });
  }
  if (total > used + 2000) {
    const size = total - used;
    if (known === undefined && /^lib.*\d/.test(pkg.name) && !pkg.name.endsWith('-dev')) {
      const [, stem = pkg.name, number = '0'] = /^(lib.*?)-?(\d[\d.]*)(?:-.*)?$/.exec(pkg.name) ?? [];
      paths.push({ path: `/usr/lib/x86_64-linux-gnu/${stem}.so.${number}`, mode: 0o644, body: bodyOf(pkg.name, size), conffile: false });
    } else {
      const dir = known === undefined ? `/usr/share/${pkg.name}` : rest;
      paths.push({ path: `${dir}/${pkg.name}.contents`, mode: 0o644, body: bodyOf(pkg.name, size), conffile: false });
    }
  }
  const doc = `/usr/share/doc/${pkg.name}`;
  paths.push({ path: `${doc}/changelog.Debian.gz`, mode: 0o644, body: bodyOf(`${doc}/changelog`, DOCS - 3000), conffile: false });
  paths.push({ path: `${doc}/copyright`, mode: 0o644, body: bodyOf(`${doc}/copyright`, 3000), conffile: false });
  return paths;
}

/** A link to a versioned name, in the version this package depends on: `gcc-12` where that is `gcc-13`. */
function currentTarget(target: string, pkg: Package): string {
  if (!/\d/.test(target) || target.includes('/') || /\d/.test(pkg.name.replace(/^(?:python3|g\+\+)/, ''))) return target;
  const shape = target.replace(NUMBER, '#');
  for (const name of pkg.depends.flat()) {
    const near = /^(.*?\d+(?:\.\d+)*)(?=-|$)/.exec(name)?.[1];
    if (near !== undefined && near.replace(NUMBER, '#') === shape) return near;
    const own = name.match(NUMBER)?.at(-1);
    if (own !== undefined && name.startsWith(`${pkg.name}-`)) return target.replace(/\d+(?:\.\d+)*$/, own);
  }
  return target;
}

const sizeOf = (word: string): number => Number(/:(\d+)$/.exec(word)?.[1] ?? 0) * 1024;

function expand(short: string, usrMerged: boolean): string {
  if (short.startsWith('/')) return usrMerged ? short.replace(/^\/(lib|bin|sbin)\//, '/usr/$1/') : short;
  const [, prefix = '', rest = ''] = /^([a-zA-Z])\/(.*)$/.exec(short) ?? [];
  const dir = PREFIXES[prefix] ?? '/usr/share';
  return `${usrMerged ? dir.replace(/^\/(lib|bin|sbin)(?=\/|$)/, '/usr/$1') : dir}/${rest}`;
}

const isInitScript = (path: string): boolean => path.startsWith('/etc/init.d/');
const isProgram = (path: string): boolean => /^(?:\/usr|\/usr\/local)?\/(?:s?bin|games)\/[^/]+$/.test(path);

function bodyOf(path: string, size: number): Body {
  if (isInitScript(path)) return executableBody('init-script', size);
  if (isProgram(path)) return executableBody(programOf(path.slice(path.lastIndexOf('/') + 1)), size);
  let seed = 5381;
  for (let i = 0; i < path.length; i++) seed = Math.imul(seed, 33) ^ path.charCodeAt(i);
  return generatedBody({ seed, size });
}

/** The entry of a package, or of the same package in another version: `gcc-13` by way of `gcc-12`, its numbers exchanged. */
function lookup(files: Files, name: string): string | undefined {
  if (files[name] !== undefined) return files[name];
  if (!/\d/.test(name)) return undefined;
  const shape = name.replace(NUMBER, '#');
  const near = Object.keys(files).find((other) => other.replace(NUMBER, '#') === shape);
  if (near === undefined) return undefined;
  const from = near.match(NUMBER) ?? [];
  const to = name.match(NUMBER) ?? [];
  let text = files[near]!;
  for (const [at, number] of from.entries()) {
    const escaped = number.replaceAll('.', '\\.');
    text = text.replace(new RegExp(`(?<=[a-z]-?|/|-)${escaped}(?![\\d.]*\\d)`, 'g'), to[at]!);
  }
  return text;
}
