/** Why a waiting process goes on. `signal`: a signal it catches arrived first. */
export type Woken = 'ready' | 'timeout' | 'signal';

/**
 * What a program yields. `{}` gives others a turn. With `ready`, it waits until that says true; with `deadline` (virtual
 * seconds) no longer than that. `uninterruptible` waits are not ended by caught signals.
 */
export interface Wait {
  readonly ready?: () => boolean;
  readonly deadline?: number;
  readonly uninterruptible?: boolean;
  /** Everybody waits, and the clock too, until this settles: something is being fetched (load.ts). */
  readonly loading?: Promise<unknown>;
  /** The process becomes this program and the one that yielded is dropped: execve. */
  readonly replace?: Run;
  /** The process ends with this status and the program is dropped: _exit. */
  readonly exit?: number;
}

/** A running program. Its value is the exit status, 0–255. */
export type Run = Generator<Wait, number, Woken>;
/** A step inside a program that may wait and gives a value. */
export type Step<T> = Generator<Wait, T, Woken>;

export const TURN: Wait = {};

export type ExitStatus = { readonly kind: 'exited'; readonly code: number } | { readonly kind: 'signaled'; readonly signal: number };

/** What a shell's `$?` shows: the code, or 128 + the signal. */
export const statusCode = (status: ExitStatus): number => (status.kind === 'exited' ? status.code : 128 + status.signal);
