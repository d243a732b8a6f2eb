// What the fidelity page shows, read and checked once a build.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FidelityNotes, fidelityNotes, type LedgerFacts, ledger } from '../course/schema/fidelity.ts';

export function fidelity(): { readonly ledger: LedgerFacts; readonly notes: FidelityNotes } {
  const read = (name: string): string => readFileSync(`${process.cwd()}/content/fidelity/${name}`, 'utf8');
  return { ledger: ledger.parse(JSON.parse(read('ledger.json'))), notes: fidelityNotes.parse(parse(read('notes.yaml'))) };
}
