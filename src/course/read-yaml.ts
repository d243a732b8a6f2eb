// One YAML file through one schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError, describeIssue } from './problems.ts';

/** Reads `file` (relative to `root`); throws ContentError naming every problem. */
export function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): z.infer<S> {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    throw new ContentError(file, ['the file: expected it to exist, found nothing']);
  }
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    throw new ContentError(
      file,
      document.errors.map((error) => error.message.split('\n')[0] ?? error.message),
    );
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (!result.success)
    throw new ContentError(
      file,
      result.error.issues.map((issue) => describeIssue(issue, value)),
    );
  return result.data;
}
