// Takes out of the pages the style sheets of what a lab loads when it is opened: Astro links all that an island can reach, and a page
// would wait for pictures and dialogs that nobody sees. The code that loads such a part loads its sheet first.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

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
        const files = await readdir(root, { recursive: true });
        const chunk = async (name: string) => {
          const found = files.find((file) => new RegExp(`^_astro/${name}\\.[\\w-]+\\.js$`).test(file));
          if (found === undefined) throw new Error(`the build has no chunk ${name}`);
          return readFile(join(root, found), 'utf8');
        };
        const late = lateSheets(await chunk('Lab'), await chunk('parts'));
        for (const name of files.filter((one) => one.endsWith('.html'))) {
          const html = await readFile(join(root, name), 'utf8');
          // Other islands may need the same sheets at once.
          // A small lab shows such a picture from the start.
          if (/class="small-lab"[^>]* data-picture="(?:store|build|run|registry)"/.test(html)) continue;
          if (/component-url="\/_astro\/island\./.test(html)) await writeFile(join(root, name), withoutLate(html, late));
        }
      },
    },
  };
}
