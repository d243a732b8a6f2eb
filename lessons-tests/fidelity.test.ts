import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fidelity } from '../src/layouts/fidelity.ts';
import { Ledger } from './oracle/ledger.ts';

test('FID-2 the ledger counts the recordings that are there: node scripts/fidelity.mjs writes it anew', async () => {
  const counted = new Ledger();
  for (const [folder, kind] of [['oracle'], ['oracle-containerd', 'containerd'], ['oracle-bridge', 'bridge']] as const) {
    const cases = new URL(`${folder}/cases/`, import.meta.url).pathname;
    if (!existsSync(cases)) continue;
    for (const name of readdirSync(cases).sort()) {
      const { builder = 'classic' } = JSON.parse(readFileSync(`${cases}${name}/case.json`, 'utf8')) as { builder?: 'classic' | 'buildkit' };
      counted.begin(`${cases}${name}`, kind ?? builder);
    }
  }
  const { cases, instructions, commands } = await counted.data();
  const { ledger } = fidelity();
  expect(ledger.cases).toEqual(cases);
  expect(ledger.instructions).toEqual(instructions);
  expect(ledger.commands.map(({ name, simulated }) => [name, simulated])).toEqual(commands.map(({ name, simulated }) => [name, simulated]));
});

test('FID-3 the notes beside the ledger name commands, flags and instructions that there are', () => {
  const { ledger, notes } = fidelity();
  for (const { commands, instructions, flags, say } of notes.differences) {
    const rows = [
      ...ledger.commands.filter(({ name }) => commands.includes(name)),
      ...ledger.instructions.filter(({ name }) => instructions.includes(name)),
    ];
    expect(rows.map(({ name }) => name).sort(), say.en).toEqual([...commands, ...instructions].sort());
    for (const flag of flags)
      expect(
        rows.some((row) => row.flags.some(({ name }) => name === flag)),
        `${say.en}: --${flag}`,
      ).toBe(true);
  }
});
