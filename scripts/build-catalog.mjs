// Compiles content/catalog into src/catalog/generated. `--verify` works every digest out anew and compares it with the lock.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export async function buildCatalog(options = {}) {
  mkdirSync(`${root}/node_modules/.cache`, { recursive: true });
  const dir = mkdtempSync(`${root}/node_modules/.cache/catalog-`);
  try {
    const made = await build({
      entryPoints: [`${root}/src/catalog/main.ts`],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      write: false,
      logLevel: 'warning',
    });
    writeFileSync(`${dir}/main.mjs`, made.outputFiles[0].text);
    const { compileCatalog } = await import(pathToFileURL(`${dir}/main.mjs`).href);
    return compileCatalog(root, options);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const report = await buildCatalog({ verify: process.argv.includes('--verify') });
  console.log(`${report} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
