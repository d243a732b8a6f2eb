import { decodeBytes } from '../go/bytes.ts';
import type { DockerfileError } from './error.ts';
import { type ArgInstruction, dockerFeatures, type Features, parseInstructions, type Stage } from './instructions/index.ts';
import { type Directive, type Node, type ParseWarning, parseSource } from './parser/index.ts';
import type { EscapeToken } from './shell/index.ts';

/** A Dockerfile, understood as far as it can be. */
export interface Dockerfile {
  /** The source; bytes outside UTF-8 are lone surrogates. */
  readonly text: string;
  readonly ast: readonly Node[];
  readonly directives: readonly Directive[];
  readonly escapeToken: EscapeToken;
  readonly stages: readonly Stage[];
  /** The ARGs before the first FROM. */
  readonly metaArgs: readonly ArgInstruction[];
  /** Empty continuation lines. */
  readonly warnings: readonly ParseWarning[];
  /** The first error of the parser: the text could not be cut into instructions. Builders meet it before any other. */
  readonly syntaxError?: DockerfileError;
  /** Every error found, in the order in which BuildKit would come upon them. */
  readonly errors: readonly DockerfileError[];
  /** The error both builders stop at: the first. */
  readonly error?: DockerfileError;
}

/** Reads a Dockerfile. Never throws; the same input gives the same result. */
export function parseDockerfile(source: string | Uint8Array, features: Features = dockerFeatures): Dockerfile {
  const text = typeof source === 'string' ? source : decodeBytes(source);
  const { nodes, directives, escapeToken, warnings, error } = parseSource(text);
  const { stages, metaArgs, errors: instructionErrors } = parseInstructions(nodes, features);
  const errors = error === undefined ? instructionErrors : [error, ...instructionErrors];
  const first = errors[0];
  return {
    text,
    ast: nodes,
    directives,
    escapeToken,
    stages,
    metaArgs,
    warnings,
    errors,
    ...(first === undefined ? {} : { error: first }),
    ...(error === undefined ? {} : { syntaxError: error }),
  };
}
