// Compiles the catalogue, then bundles src/cli/strata/main.ts into dist/strata.mjs, the file behind bin/strata.mjs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildCatalog } from './build-catalog.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = `${root}src/cli/strata/main.ts`;

export async function buildStrata() {
  if (!existsSync(entry)) return;
  await buildCatalog();
  await build({
    entryPoints: [entry],
    outfile: `${root}dist/strata.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStrata();
