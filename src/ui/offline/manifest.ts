// What a built site is made of, as a worker and the page that keeps the course know it: written to /offline.json when the site is built.
import type { Locale } from '../../i18n/index.ts';

/** `shell` is needed to say anything without a network, `lab` by any lab, `search` by the search in any language. */
export type Group = 'shell' | 'lab' | 'search' | Locale;

/** Revision (of the content), bytes, group. */
export type FileEntry = readonly [revision: string, bytes: number, group: Group];

export interface Manifest {
  readonly version: string;
  /** By address. */
  readonly files: Readonly<Record<string, FileEntry>>;
}

export const manifestAt = '/offline.json';
export const offlinePage: Readonly<Record<Locale, string>> = { en: '/offline/', zh: '/zh-cn/offline/' };

/** Its name is made from its content, so it never changes. */
export const isHashed = (path: string) => path.startsWith('/_astro/');

export const languageOf = (path: string): Locale => (path.startsWith('/zh-cn/') ? 'zh' : 'en');

/** The groups of the whole course in a language. */
export const wholeCourse = (language: Locale): readonly Group[] => ['shell', 'lab', 'search', language];

/** The address of a file of the site, and the group it belongs to; undefined for what nobody needs without a network. */
export function placeOf(file: string): { readonly path: string; readonly group: Group } | undefined {
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  if (/^\/(?:sw\.js|offline\.json|404\.html|fonts\/LICENSES\.txt)$/.test(path)) return undefined;
  if (path.startsWith('/pagefind/')) return searchPart(path);
  if (path.endsWith('/')) return { path, group: languageOf(path) };
  return { path, group: 'lab' };
}

/** Pagefind writes ready-made interfaces beside its index; this site has its own. */
function searchPart(path: string): { readonly path: string; readonly group: Group } | undefined {
  const name = path.slice('/pagefind/'.length);
  const language = /^(?:fragment\/|index\/|pagefind\.)(en|zh)[-_].*\.pf_\w+$/.exec(name)?.[1];
  if (language) return { path, group: language === 'zh' ? 'zh' : 'en' };
  return /^(?:pagefind|pagefind-worker)\.js$|^pagefind-entry\.json$|^wasm\./.test(name) ? { path, group: 'search' } : undefined;
}

export interface Extent {
  readonly files: number;
  readonly bytes: number;
  /** How much of it is on this device, by addresses that are. */
  readonly here: number;
}

export function extentOf(manifest: Manifest, groups: readonly Group[], here: ReadonlySet<string>): Extent {
  const files = Object.entries(manifest.files).filter(([, [, , group]]) => groups.includes(group));
  const sum = (all: typeof files) => all.reduce((bytes, [, [, size]]) => bytes + size, 0);
  return { files: files.length, bytes: sum(files), here: sum(files.filter(([path]) => here.has(path))) };
}
