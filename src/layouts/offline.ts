// After the build: says in every page which revision it is, lists all files with their size in /offline.json, and makes the service worker.

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { type FileEntry, isHashed, type Manifest, manifestAt, offlinePage, placeOf } from '../ui/offline/manifest.ts';
import { eachPage } from './built-pages.ts';

const revisionOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 12);

/** The page with its own revision in its head. */
export function withRevision(html: string): string {
  return html.replace('</head>', () => `<meta name="revision" content="${revisionOf(html)}"></head>`);
}

/** Addresses of styles, scripts and fonts that a page or script of this site names. */
export function named(text: string): string[] {
  const whole = [...text.matchAll(/["'`(=]\/?((?:_astro|fonts)\/(?:en\/)?[\w.-]+|favicon\.svg)/g)].map(([, path]) => `/${path}`);
  const beside = [...text.matchAll(/["'`]\.\/([\w.-]+\.(?:js|css))["'`]/g)].map(([, name]) => `/_astro/${name}`);
  // A Chinese page has its own words for each of these: see one-language.ts.
  const words = whole.filter((path) => path.startsWith('/_astro/en/')).map((path) => path.replace('/en/', '/zh/'));
  return [...whole, ...words, ...beside];
}

/** What the page about the missing network needs to be whole. */
async function shellOf(root: string): Promise<Set<string>> {
  const shell = new Set<string>(Object.values(offlinePage));
  for (const path of shell) {
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if (!/\.(?:js|css|html)$/.test(file)) continue;
    for (const one of named(await readFile(file, 'utf8'))) shell.add(one);
  }
  return shell;
}

async function manifestOf(root: string): Promise<Manifest> {
  const shell = await shellOf(root);
  const files: Record<string, FileEntry> = {};
  for (const entry of (await readdir(root, { recursive: true, withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile()) continue;
    const name = join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/');
    const place = placeOf(name);
    if (!place) continue;
    const content = await readFile(join(root, name));
    const text = name.endsWith('.html') ? /<meta name="revision" content="(\w+)">/.exec(content.toString('utf8'))?.[1] : undefined;
    // The name of a hashed file is its revision.
    const revision = text ?? (isHashed(place.path) ? '' : revisionOf(content));
    files[place.path] = [revision, content.length, shell.has(place.path) ? 'shell' : place.group];
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { version: revisionOf(JSON.stringify(sorted)), files: sorted };
}

export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        await eachPage(root, withRevision);
        const manifest = await manifestOf(root);
        await writeFile(join(root, manifestAt), JSON.stringify(manifest));
        await build({
          entryPoints: [fileURLToPath(new URL('../ui/offline/worker/worker.ts', import.meta.url))],
          outfile: join(root, 'sw.js'),
          bundle: true,
          minify: true,
          format: 'iife',
          target: 'es2022',
          legalComments: 'none',
          define: { VERSION: JSON.stringify(manifest.version), 'process.env.NODE_ENV': '"production"' },
        });
        logger.info(`${Object.keys(manifest.files).length} files, version ${manifest.version}`);
      },
    },
  };
}
