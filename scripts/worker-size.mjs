// How much the engine's worker weighs before the first command: its chunk, the chunks it imports, and the catalogue's index, gzipped.
// Run after `npm run build`: node scripts/worker-size.mjs [--check]
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const assets = `${root}dist/site/_astro/`;
/** Bytes that the worker may weigh. */
export const LIMIT = 180_000;

/** Gzipped bytes of each file that is fetched before the engine answers. */
export function workerSizes() {
  const entry = readdirSync(assets).find((name) => /^worker-.*\.js$/.test(name));
  if (entry === undefined) throw new Error(`no worker in ${assets}: build the site first`);
  const sizes = new Map();
  const visit = (name) => {
    if (sizes.has(name)) return;
    const text = readFileSync(assets + name);
    sizes.set(name, gzipSync(text, { level: 9 }).length);
    for (const [, other] of text.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(other);
  };
  visit(entry);
  sizes.set('catalogue index', gzipSync(readFileSync(`${root}src/catalog/generated/index.json`), { level: 9 }).length);
  return sizes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = workerSizes();
  let sum = 0;
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    sum += size;
    console.log(`${String(size).padStart(8)}  ${name}`);
  }
  console.log(`${String(sum).padStart(8)}  in all, at most ${LIMIT}`);
  if (process.argv.includes('--check') && sum > LIMIT) process.exitCode = 1;
}
