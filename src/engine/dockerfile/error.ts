import type { LineRange } from './span.ts';

/**
 * What failed: the text cannot be read as instructions (`syntax`), an instruction is not known, an instruction is wrong in itself
 * (`instruction`), stages do not fit together (`stage`), a word cannot be expanded (`expansion`), the check options are wrong (`check`),
 * or a bound of this implementation was met (`limit`; BuildKit has no such message).
 */
export type DockerfileErrorCode = 'syntax' | 'unknown-instruction' | 'instruction' | 'stage' | 'expansion' | 'check' | 'limit';

/**
 * The only error this folder throws or returns. `message` is BuildKit's text without any of the prefixes that a builder or the CLI puts before it.
 * `locations` is in the order in which BuildKit attached them, innermost first; empty when it attached none.
 */
export class DockerfileError extends Error {
  readonly code: DockerfileErrorCode;
  readonly locations: readonly LineRange[];

  constructor(code: DockerfileErrorCode, message: string, locations: readonly LineRange[] = []) {
    super(message);
    this.name = 'DockerfileError';
    this.code = code;
    this.locations = locations;
  }

  /** The same error with one more location, as BuildKit's parser.WithLocation does on the way up. */
  at(location: LineRange): DockerfileError {
    return new DockerfileError(this.code, this.message, [...this.locations, location]);
  }

  /** The same error under another text, as errors.Wrap does. */
  withMessage(message: string): DockerfileError {
    return new DockerfileError(this.code, message, this.locations);
  }
}
