// content/reference/instructions.yaml: what each instruction is for. Its flags come from the engine's records.
import { z } from 'zod';
import { localized } from './localized.ts';

const instruction = z.strictObject({
  name: z.string().regex(/^[A-Z]+$/),
  /** Whether it can change files, or only edits the config. */
  writes: z.enum(['layer', 'config']),
  form: z.string().min(1),
  say: localized,
});

export const instructionReference = z.strictObject({ instructions: z.array(instruction).min(1) });
export type InstructionReference = z.infer<typeof instruction>;
