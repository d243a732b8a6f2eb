import type { LineRange, Span } from '../span.ts';

/** The body of one here-document of an instruction. */
export interface Heredoc {
  readonly name: string;
  /** The number before `<<`; 0 when there is none. */
  readonly fileDescriptor: number;
  /** Whether the name stood without quotes, so that COPY and ADD expand the body. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are dropped by whoever uses the body; `content` still has them. */
  readonly chomp: boolean;
  readonly content: string;
}

/** One instruction of a Dockerfile, read as far as every builder agrees. */
export interface Node {
  /** The instruction's name as it was written. */
  readonly value: string;
  /** Words as BuildKit's parser cuts them: ENV and LABEL give key, value and separator for each pair. Empty when `child` is set. */
  readonly args: readonly string[];
  /** The instruction behind ONBUILD. */
  readonly child: Node | null;
  /** The flags between name and arguments, each with its `--`. */
  readonly flags: readonly string[];
  /** Whether the arguments are a JSON array of strings. */
  readonly json: boolean;
  readonly heredocs: readonly Heredoc[];
  /** The instruction on one line: continuations joined, comments between them gone, here-documents left out. */
  readonly original: string;
  /** Comments directly above, without `#`; an empty comment line starts afresh. */
  readonly comments: readonly string[];
  readonly lines: LineRange;
  readonly span: Span;
}

export interface ParseWarning {
  readonly message: string;
  readonly line: number;
}
