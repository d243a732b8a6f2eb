// Compiles the catalogue, then bundles src/cli/strata/main.ts into dist/strata: what bin/strata.mjs runs, in chunks that load when needed.
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildCatalog } from './build-catalog.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = `${root}src/cli/strata/main.ts`;

export async function buildStrata() {
  if (!existsSync(entry)) return;
  await buildCatalog();
  rmSync(`${root}dist/strata`, { recursive: true, force: true });
  await build({
    entryPoints: [entry],
    outdir: `${root}dist/strata`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The reader of YAML is a CommonJS module and asks for Node's own.
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStrata();
