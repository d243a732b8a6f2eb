// Pages with a lab fetch beforehand what a touch runs first: the few kilobytes that start the machine and fetch the rest. Nothing is run.
// And whatever runs before the first prompt is compiled while it arrives, where the browser does that on a thread of its own.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { eachPage } from './built-pages.ts';

/** Names of the chunks that a chunk cannot run without. */
export function importsOf(chunk: string): string[] {
  return [...chunk.matchAll(/(?:^|[;\n}])\s*(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

/** The page with the names of chunks in its head: a link would have them compete with the fonts, so `touch.ts` asks for them later. */
export function withAhead(html: string, chunks: Iterable<string>): string {
  return html.replace('</head>', `<meta name="lab-ahead" content="${[...chunks].join(' ')}"></head>`);
}

/** Names of the chunks that a chunk loads later, with what these cannot run without: Vite lists them at its beginning. */
export function laterOf(chunk: string): string[] {
  const list = /\bm\.f=\[([^\]]*)\]/.exec(chunk)?.[1] ?? '';
  return [...list.matchAll(/_astro\/([^"'`]+\.js)/g)].map(([, name = '']) => name);
}

/**
 * Asks for all functions at once instead of each when it is first called, which holds up the page. A comment to other browsers.
 * Source: V8's explicit compile hints.
 */
const hint = '//# allFunctionsCalledOnLoad\n';
export const withHint = (chunk: string): string => (chunk.startsWith(hint) ? chunk : hint + chunk);

export function labAhead(): AstroIntegration {
  return {
    name: 'lab-ahead',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const fileOf = (chunk: string) => join(root, '_astro', chunk);
        const ahead = new Set<string>();
        const add = async (name: string): Promise<void> => {
          if (ahead.has(name)) return;
          ahead.add(name);
          for (const next of importsOf(await readFile(fileOf(name), 'utf8'))) await add(next);
        };
        await eachPage(root, async (html) => {
          const [, island = '', renderer = ''] =
            /<astro-island[^>]*component-url="\/_astro\/(island\.[^"]+)"[^>]*renderer-url="\/_astro\/([^"]+)"/.exec(html) ?? [];
          if (island === '') return html;
          if (ahead.size === 0) {
            await add(island);
            await add(renderer);
            for (const chunk of new Set([...ahead, ...laterOf(await readFile(fileOf(island), 'utf8'))]))
              await writeFile(fileOf(chunk), withHint(await readFile(fileOf(chunk), 'utf8')));
          }
          return withAhead(html, ahead);
        });
      },
    },
  };
}
