import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCase } from '../src/cli/strata/run.ts';
import { type CaseRecord, SECTIONS, sectionsOf } from './oracle/sections.ts';

// Cases recorded from an engine with its default bridge network, and from its host; the others come from one started with --bridge=none.
const root = fileURLToPath(new URL('oracle-bridge', import.meta.url));
const read = (path: string): CaseRecord => JSON.parse(readFileSync(path, 'utf8')) as CaseRecord;

describe('NET-11 cases recorded with a bridge network', () => {
  for (const name of readdirSync(`${root}/cases`).sort()) {
    test(name, async () => {
      const golden = read(`${root}/golden/${name}.json`);
      const want = sectionsOf(golden);
      const got = sectionsOf((await runCase(`${root}/cases/${name}`)) as CaseRecord);
      for (const section of SECTIONS) {
        if (golden.ignore?.includes(section)) continue;
        expect(got[section].join('\n'), section).toBe(want[section].join('\n'));
      }
    });
  }
});
