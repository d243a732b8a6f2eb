/**
 * Go's text/template, with Docker's functions.
 * Knows: the template language, fmt's verbs, how Go prints and compares values, Go's error texts.
 * Refuses to know: images, containers, tables, where the output goes.
 */
import { builtins } from './builtins.ts';
import { dockerFunctions, headerFunctions } from './docker-functions.ts';
import { executeTemplate } from './exec.ts';
import type { TemplateFunction } from './function.ts';
import { goJson } from './json.ts';
import { parseTemplate, type Template } from './parse.ts';
import type { GoValue } from './value.ts';

export { TemplateError } from './error.ts';
export type { Template } from './parse.ts';
export { rawValue } from './raw.ts';
export type { GoField, GoMethod, GoValue } from './value.ts';
export { GoMap, GoNamed, GoNil, GoSlice, GoStruct, goInt, goStringMap, goStrings } from './value.ts';

const NAMES: ReadonlySet<string> = new Set([...Object.keys(builtins), ...Object.keys(dockerFunctions)]);

/** Parses a `--format` template. Throws {@link TemplateError} (`template: :1: …`), which Docker prints after `template parsing error: `. */
export function compileTemplate(source: string): Template {
  return parseTemplate(source, NAMES);
}

/** Runs a template. `missingKey: 'error'` is what `docker inspect` uses for its second try on raw JSON. Throws {@link TemplateError}. */
export function runTemplate(template: Template, data: GoValue, missingKey: 'default' | 'error' = 'default'): string {
  return executeTemplate(template, data, { functions: dockerFunctions, missingKeyError: missingKey === 'error' });
}

/** Runs a template whose `json` indents by two blanks, as buildx's does. Throws {@link TemplateError}. */
export function runIndented(template: Template, data: GoValue): string {
  const json: TemplateFunction = {
    params: ['any'],
    call: ([value]) => JSON.stringify(JSON.parse(goJson(value ?? null, true)), undefined, 2),
  };
  return executeTemplate(template, data, { functions: { ...dockerFunctions, json }, missingKeyError: false });
}

/** Runs a table's template on its headings: Docker's functions leave headings as they are. */
export function runHeaderTemplate(template: Template, headings: GoValue): string {
  return executeTemplate(template, headings, { functions: headerFunctions });
}

/** Parses and runs in one go. */
export function renderTemplate(source: string, data: GoValue): string {
  return runTemplate(compileTemplate(source), data);
}
