// survivors.yaml: mutants that pass although they are no solution's equal, each with the reason why that is right.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const judged = z.strictObject({ lesson: z.string(), exercise: z.string(), mutant: z.string(), why: z.string().min(20) });
type Judged = z.infer<typeof judged>;

export function loadSurvivors(file: string): readonly Judged[] {
  if (!existsSync(file)) return [];
  return z.strictObject({ survivors: z.array(judged) }).parse(parse(readFileSync(file, 'utf8'))).survivors;
}

/** Those of one lesson, as `exercise: mutant`. */
export function judgedOf(survivors: readonly Judged[], folder: string): ReadonlySet<string> {
  const id = folder.replace(/^.*\/\d+-/, '');
  return new Set(survivors.filter(({ lesson }) => lesson === id).map(({ exercise, mutant }) => `${exercise}: ${mutant}`));
}
