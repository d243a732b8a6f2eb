/**
 * A command failed in a way that ends the shell, as ash's EXERROR does: a non-interactive shell exits with `status`, an
 * interactive one returns to its prompt. The message has been printed already.
 */
export class ShellError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`shell error ${status}`);
    this.status = status;
  }
}

/** The shell exits; its EXIT trap still runs. */
export class ShellExit extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`shell exit ${status}`);
    this.status = status;
  }
}

/** A failure inside an expression or expansion whose message is still to be printed. */
export class ShellComplaint extends Error {
  readonly status: number;
  /** The line it names is the one that the parser has reached, not the command's. */
  readonly atParser: boolean;
  constructor(message: string, status = 2, atParser = false) {
    super(message);
    this.status = status;
    this.atParser = atParser;
  }
}
