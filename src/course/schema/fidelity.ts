// content/fidelity: what recordings cover (written by scripts/fidelity.mjs), and what is said beside it.
import { z } from 'zod';
import { localized } from './localized.ts';

const row = z.strictObject({ name: z.string(), cases: z.int().nonnegative() });
const instruction = row.extend({ flags: z.array(row) });
const command = instruction.extend({ also: z.array(z.string()), simulated: z.boolean() });

export const ledger = z.strictObject({
  cases: z.strictObject({ all: z.int(), classic: z.int(), buildkit: z.int(), containerd: z.int(), bridge: z.int() }),
  commands: z.array(command),
  instructions: z.array(instruction),
});
export type LedgerFacts = z.infer<typeof ledger>;

export const fidelityNotes = z.strictObject({
  recorded: z.strictObject({ from: z.iso.date(), to: z.iso.date(), docker: z.string(), buildx: z.string() }),
  differences: z.array(
    z.strictObject({
      status: z.enum(['simplified', 'not-simulated']),
      /** Commands as the page lists them, e.g. `run`. */
      commands: z.array(z.string()).default([]),
      /** Flags of those commands, or of the instructions, that this is about; all of them when none is named. */
      flags: z.array(z.string()).default([]),
      instructions: z.array(z.string()).default([]),
      say: localized,
    }),
  ),
});
export type FidelityNotes = z.infer<typeof fidelityNotes>;
