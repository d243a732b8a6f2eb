/** Ends an account tool: what it says after its name, and its status. */
export class AccountError extends Error {
  readonly status: number;
  /** The usage follows. */
  readonly usage: boolean;
  constructor(message: string, status: number, usage = false) {
    super(message);
    this.status = status;
    this.usage = usage;
  }
}
