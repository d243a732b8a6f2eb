// Pages with a lab fetch beforehand what a touch runs first: the few kilobytes that start the machine and fetch the rest. Nothing is run.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Names of the chunks that a chunk cannot run without. */
export function importsOf(chunk: string): string[] {
  return [...chunk.matchAll(/(?:^|[;\n}])\s*(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

/** The page with links to chunks, before the head ends. */
export function withAhead(html: string, chunks: Iterable<string>): string {
  const links = [...chunks].map((name) => `<link rel="modulepreload" href="/_astro/${name}" fetchpriority="low">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

export function labAhead(): AstroIntegration {
  return {
    name: 'lab-ahead',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const ahead = new Set<string>();
        const add = async (name: string): Promise<void> => {
          if (ahead.has(name)) return;
          ahead.add(name);
          for (const next of importsOf(await readFile(join(root, '_astro', name), 'utf8'))) await add(next);
        };
        for (const name of await readdir(root, { recursive: true })) {
          if (!name.endsWith('.html')) continue;
          const html = await readFile(join(root, name), 'utf8');
          const island = /<astro-island[^>]*component-url="\/_astro\/(island\.[^"]+)"[^>]*renderer-url="\/_astro\/([^"]+)"/.exec(html);
          if (!island) continue;
          if (ahead.size === 0) for (const chunk of island.slice(1)) await add(chunk);
          await writeFile(join(root, name), withAhead(html, ahead));
        }
      },
    },
  };
}
