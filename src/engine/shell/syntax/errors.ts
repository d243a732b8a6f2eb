/** The text is not a command. `line` is where the parser stood, from 1 (0 in a `-c` string's first line). */
export class SyntaxProblem extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(`syntax error: ${message}`);
    this.line = line;
  }
}

/** The text ends inside a command; more lines may complete it. Thrown only where the reader said that more may come. */
export class Incomplete extends Error {}
