#!/usr/bin/env node
// Runs dist/strata/main.mjs; in a source checkout it is bundled anew first when any source file is newer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}dist/strata/main.mjs`;

function newest(dir) {
  let latest = 0;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = `${dir}/${entry.name}`;
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

const sources = [
  'src/engine',
  'src/cli',
  'src/catalog',
  'src/course',
  'src/grader',
  'src/proof',
  'src/ui/engine',
  'src/ui/session',
  'content',
]
  .map((path) => root + path)
  .filter(existsSync);
const fresh = existsSync(bundle) && sources.every((dir) => newest(dir) <= statSync(bundle).mtimeMs);
if (!fresh) {
  const { buildStrata } = await import('../scripts/build-strata.mjs');
  await buildStrata();
}
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv.slice(2));
