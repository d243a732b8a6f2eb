// Takes out of the pages the style sheets of what a lab loads when it is opened: Astro links all that an island can reach, and a page
// would wait for pictures and dialogs that nobody sees. The code that loads such a part loads its sheet first.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { eachPage } from './built-pages.ts';

/** By the chunk that a chunk loads later, the sheets that come with it. */
export function loadedBy(chunk: string): Map<string, string[]> {
  const list = /__vite__mapDeps=.*?m\.f=\[(.*?)\]/s.exec(chunk)?.[1] ?? '';
  const files = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => `/${name}`);
  const loads = chunk.matchAll(/import\([`"']\.\/([^`"']+)[`"']\)[^[]*?__vite__mapDeps\(\[([\d,]*)\]/g);
  return new Map(
    [...loads].map(([, name = '', deps = '']) => {
      const sheets = deps.split(',').flatMap((index) => (index === '' ? [] : (files[Number(index)] ?? [])));
      return [name, sheets.filter((file) => file.endsWith('.css'))];
    }),
  );
}

/** Sheets that come later than a lab's markup: those of what it opens, but not those of its parts, which the page shows from the start. */
export function lateSheets(lab: string, parts: string): Set<string> {
  const [byLab, byParts] = [loadedBy(lab), loadedBy(parts)];
  const isParts = (name: string) => /^parts\.[\w-]+\.js$/.test(name);
  const early = new Set([...byLab].flatMap(([name, sheets]) => (isParts(name) ? sheets : [])));
  const later = [...byLab, ...byParts].flatMap(([name, sheets]) => (isParts(name) ? [] : sheets));
  return new Set(later.filter((sheet) => !early.has(sheet)));
}

/** The page without its links to sheets that come later. */
export function withoutLate(html: string, late: ReadonlySet<string>): string {
  return html.replace(/<link rel="stylesheet" href="([^"]+)">/g, (link, href: string) => (late.has(href) ? '' : link));
}

export function lateStyles(): AstroIntegration {
  return {
    name: 'late-styles',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(join(root, '_astro'));
        const chunk = (name: string) => {
          const found = files.find((file) => new RegExp(`^${name}\\.[\\w-]+\\.js$`).test(file));
          if (found === undefined) throw new Error(`the build has no chunk ${name}`);
          return readFile(join(root, '_astro', found), 'utf8');
        };
        const late = lateSheets(await chunk('Lab'), await chunk('parts'));
        await eachPage(root, (html) => {
          // Other islands may need the same sheets at once, and a small lab shows such a picture from the start.
          const needed = /class="small-lab"[^>]* data-picture="(?:store|build|run|registry)"/.test(html);
          return !needed && /component-url="\/_astro\/island\./.test(html) ? withoutLate(html, late) : html;
        });
      },
    },
  };
}
