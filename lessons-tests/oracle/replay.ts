import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/cli/strata/run.ts';
import { type CaseRecord, SECTIONS, sectionsOf } from './sections.ts';

/** Makes a test of every recorded case in a folder beside this one: the engine replays it, and each section must be what the real Docker did. */
export function replay(folder: string, rule = ''): void {
  const root = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  describe(`${rule} recorded cases in ${folder}`.trim(), () => {
    for (const name of readdirSync(`${root}/cases`).sort()) {
      test(name, async () => {
        const golden = JSON.parse(readFileSync(`${root}/golden/${name}.json`, 'utf8')) as CaseRecord;
        const want = sectionsOf(golden);
        const got = sectionsOf((await runCase(`${root}/cases/${name}`)) as CaseRecord);
        for (const section of SECTIONS) {
          if (golden.ignore?.includes(section)) continue;
          expect(got[section].join('\n'), section).toBe(want[section].join('\n'));
        }
      });
    }
  });
}
