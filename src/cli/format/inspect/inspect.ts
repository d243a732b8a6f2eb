import { type Json, marshalJson, marshalJsonIndent } from '../json.ts';
import { compileTemplate, type GoValue, rawValue, runTemplate, type Template, TemplateError } from '../template/index.ts';

/** One inspected object: what the client decoded, and the JSON the engine sent. `typed` is left out for kinds the client keeps raw. */
export interface Inspected {
  readonly typed?: GoValue;
  readonly raw: Json;
  /** The engine wrote `<`, `>` and `&` as `\u003c` …: it does for images only. */
  readonly escaped?: boolean;
}

/** How `docker inspect` prints: `stdout` always, errors (without a newline) after it. */
export interface InspectOutput {
  readonly stdout: string;
  readonly errors: readonly string[];
}

/**
 * Prints objects as `docker inspect [-f FORMAT]` does: indented JSON, compact JSON for `json`, else a template tried on the typed value and
 * then on the raw JSON with missing keys as errors. A template that does not parse throws {@link TemplateError} (Docker exits with 64); its
 * message has the `template parsing error: ` before it. `results` holds an error text for each reference that was not found.
 * Source: docker/cli cli/command/inspect/inspector.go.
 */
export function inspectOutput(format: string, results: readonly (Inspected | { readonly error: string })[]): InspectOutput {
  if (format === '' || format === 'json') return asJson(format, results);
  const template = compile(format);
  const errors: string[] = [];
  let stdout = '';
  for (const result of results) {
    if ('error' in result) {
      errors.push(result.error);
      continue;
    }
    const text = rendered(template, result);
    if (text instanceof TemplateError) errors.push(`template parsing error: ${text.message}`);
    else stdout += `${text}\n`;
  }
  return { stdout: stdout === '' ? '\n' : stdout, errors };
}

function compile(format: string): Template {
  try {
    return compileTemplate(format);
  } catch (error) {
    if (error instanceof TemplateError) throw new TemplateError('parse', `template parsing error: ${error.message}`);
    throw error;
  }
}

function asJson(format: string, results: readonly (Inspected | { readonly error: string })[]): InspectOutput {
  const errors = results.flatMap((r) => ('error' in r ? [r.error] : []));
  const found = results.flatMap((r) => ('error' in r ? [] : [r]));
  if (found.length === 0) return { stdout: '[]\n', errors };
  if (format === 'json') return { stdout: `[${found.map((r) => marshalJson(r.raw, r.escaped ?? false)).join(',')}]\n`, errors };
  const lists = found.map((r) => marshalJsonIndent([r.raw], '    ', r.escaped ?? false));
  return { stdout: `[${lists.map((list) => list.slice(1, -2)).join(',')}\n]\n`, errors };
}

function rendered(template: Template, { typed, raw }: Inspected): string | TemplateError {
  if (typed !== undefined) {
    try {
      return runTemplate(template, typed);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
    }
  }
  try {
    return runTemplate(template, rawValue(raw), 'error');
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
