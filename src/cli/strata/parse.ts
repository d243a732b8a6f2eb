import { type Dockerfile, type DockerfileError, dump, type ImageNameReader, lint, parseDockerfile } from '../../engine/dockerfile/index.ts';
import { DockerError } from '../../engine/errors/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../../engine/reference/index.ts';

/** What a command leaves: its two streams and its exit status. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Base names for the checks, read by the engine's reference parser. */
export const imageName: ImageNameReader = (name) => {
  try {
    return { full: canonicalString(withDefaultTag(parseReference(name))) };
  } catch (error) {
    if (error instanceof DockerError) return { error: error.message };
    throw error;
  }
};

/** Warnings as BuildKit's Result.PrintWarnings prints them. */
function warningText({ warnings }: Dockerfile): string {
  if (warnings.length === 0) return '';
  const lines = warnings.map(({ message }) => `[WARNING]: ${message}\n`);
  return `${lines.join('')}[WARNING]: Empty continuation lines will become errors in a future release.\n`;
}

function errorView(error: DockerfileError): object {
  return { code: error.code, message: error.message, locations: error.locations };
}

function jsonText(dockerfile: Dockerfile): string {
  const { directives, escapeToken, metaArgs, stages, warnings, errors } = dockerfile;
  const { diagnostics, error } = lint(dockerfile, { imageName });
  const checks = { diagnostics, ...(error === undefined ? {} : { error: errorView(error) }) };
  return `${JSON.stringify({ directives, escapeToken, metaArgs, stages, warnings, errors: errors.map(errorView), checks }, null, 2)}\n`;
}

/**
 * `strata parse [--dump|--json] FILE`. `dump` prints the tree as BuildKit's dumper does; there is none when the text cannot be cut into instructions.
 * `json` prints directives, stages with typed instructions, every error, and the findings of the checks. The first error and the parser's warnings go to
 * standard error; with an error the exit status is 1, even where there is a tree to show.
 */
export function parseCommand(text: string | Uint8Array, mode: 'dump' | 'json'): CommandOutput {
  const dockerfile = parseDockerfile(text);
  const { ast, error, syntaxError } = dockerfile;
  const tree = syntaxError === undefined ? `${dump(ast)}\n` : '';
  return {
    stdout: mode === 'json' ? jsonText(dockerfile) : tree,
    stderr: warningText(dockerfile) + (error === undefined ? '' : `${error.message}\n`),
    exit: error === undefined ? 0 : 1,
  };
}
