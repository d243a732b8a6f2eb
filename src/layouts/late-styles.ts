// Takes out of the pages the style sheets of what a lab loads when it is opened: Astro links all that an island can reach, and a page
// would wait for pictures and dialogs that nobody sees. The code that loads such a part loads its sheet first.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Names of the sheets that a chunk loads with what it imports later. */
export function loadedBy(chunk: string): string[] {
  const list = /__vite__mapDeps=.*?m\.f=\[(.*?)\]/s.exec(chunk)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+\.css)"/g)].map(([, name = '']) => `/${name}`);
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
        const lab = files.find((name) => /^_astro\/Lab\.[\w-]+\.js$/.test(name));
        if (lab === undefined) throw new Error('the build has no chunk of the lab');
        const late = new Set(loadedBy(await readFile(join(root, lab), 'utf8')));
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
