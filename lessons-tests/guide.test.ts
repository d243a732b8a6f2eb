import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tagNames } from '../src/course/check/prose.ts';
import { checksTable, withTable } from '../src/proof/guide.ts';

const file = new URL('../docs/authoring.md', import.meta.url);
const guide = readFileSync(file, 'utf8');

it('LES-139 the guide lists every check as it is: node scripts/checks-table.ts writes the table anew', () => {
  expect(withTable(guide, checksTable())).toBe(guide);
});

it('LES-139 the guide shows every tag by an example that stands in the lesson it links to', () => {
  const rows = [...guide.matchAll(/^\| `(<(\w+)[^`]*)` \| .* \| \[[\w-]+\]\((\S+)\) \|$/gm)];
  expect(rows.map(([, , name]) => name).sort()).toEqual([...tagNames].sort());
  for (const [, example = '', , link = ''] of rows) expect(readFileSync(new URL(link, file), 'utf8')).toContain(example);
});
