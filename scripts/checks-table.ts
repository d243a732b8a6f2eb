// node scripts/checks-table.ts — writes the table of checks into docs/authoring.md, between its two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { checksTable, withTable } from '../src/proof/guide.ts';

const file = new URL('../docs/authoring.md', import.meta.url).pathname;
writeFileSync(file, withTable(readFileSync(file, 'utf8'), checksTable()));
