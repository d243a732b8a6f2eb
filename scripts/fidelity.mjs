// Writes content/fidelity/ledger.json: what the recorded cases cover. Run it after recordings were added: node scripts/fidelity.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { Ledger } = await import(`${root}lessons-tests/oracle/ledger.ts`);
const { runCase } = await import(`${root}src/cli/strata/run.ts`);

/** Folders of recorded cases, and what kind each is where the case itself does not say. */
export const SETS = [
  ['lessons-tests/oracle', undefined],
  ['lessons-tests/oracle-containerd', 'containerd'],
  ['lessons-tests/oracle-bridge', 'bridge'],
];

const ledger = new Ledger();
for (const [set, kind] of SETS) {
  const dir = `${root}${set}/cases`;
  if (!existsSync(dir)) continue;
  for (const name of readdirSync(dir).sort()) {
    const { builder = 'classic' } = JSON.parse(readFileSync(`${dir}/${name}/case.json`, 'utf8'));
    ledger.begin(`${dir}/${name}`, kind ?? builder);
    await runCase(`${dir}/${name}`, { onDocker: (argv) => ledger.command(argv, builder === 'classic' ? 'classic' : 'buildx') });
  }
}
mkdirSync(`${root}content/fidelity`, { recursive: true });
writeFileSync(`${root}content/fidelity/ledger.json`, `${JSON.stringify(await ledger.data(), undefined, 1)}\n`);
