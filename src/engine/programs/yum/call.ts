import type { Step } from '../../kernel/index.ts';

/** Ends yum with lines for standard error. */
export class YumError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

/** The command line of yum or dnf. */
export interface Call {
  readonly command: string;
  readonly words: readonly string[];
  readonly yes: boolean;
  readonly no: boolean;
  readonly quiet: boolean;
  /** dnf's words, not yum's. */
  readonly dnf: boolean;
}

/** Prints, unless -q. */
export type Say = (text: string) => Step<void>;
