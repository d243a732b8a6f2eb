// One YAML file through one schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { lineOf, type Path } from './place.ts';
import { ContentError, describeIssue } from './problems.ts';
import { yamlProblems } from './yaml-errors.ts';

/** Reads `file` (relative to `root`); throws ContentError naming every problem with its line. */
export function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): z.infer<S> {
  const { document, counter } = parsed(root, file);
  if (document.errors.length > 0) throw new ContentError(file, yamlProblems(document.errors));
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (!result.success)
    throw new ContentError(
      file,
      result.error.issues
        .flatMap((issue) => describeIssue(issue, value))
        .map(({ path, text }) => `line ${lineOf(document, counter, path)}: ${text}`),
    );
  return result.data;
}

/** The line of a place in a YAML file that can be read. */
export function lineIn(root: string, file: string, path: Path): number {
  const { document, counter } = parsed(root, file);
  return lineOf(document, counter, path);
}

function parsed(root: string, file: string) {
  const counter = new LineCounter();
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    throw new ContentError(file, ['the file: expected it to exist, found nothing']);
  }
  return { document: parseDocument(text, { prettyErrors: true, lineCounter: counter }), counter };
}
