import type { ByteString } from '../../../kernel/index.ts';
import type { Reply } from '../resp.ts';
import type { Store } from '../store.ts';

/** Whom a command works for. */
export interface Session {
  readonly store: Store;
  readonly stores: readonly Store[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  select(index: number): void;
  /** A whole number from 0 to below `limit`. */
  random(limit: number): number;
}

export interface Command {
  /** Arguments with the name: exactly this many, or at least as many when negative. */
  readonly arity: number;
  /** Whether it changes data, and so goes into the append-only file. */
  readonly writes?: boolean;
  run(args: readonly ByteString[], session: Session): Reply;
}

export type Commands = Readonly<Record<string, Command>>;

export const read = (arity: number, run: Command['run']): Command => ({ arity, run });
export const write = (arity: number, run: Command['run']): Command => ({ arity, run, writes: true });

/** A command cannot do what it is asked; the message is the reply. */
export class CommandError extends Error {}

export function integer(text: ByteString | undefined): number {
  if (text === undefined || !/^-?\d{1,18}$/.test(text)) throw new CommandError('ERR value is not an integer or out of range');
  return Number(text);
}
export function float(text: ByteString | undefined): number {
  const number = /^[+-]?inf$/i.test(text ?? '') ? (text!.startsWith('-') ? -1 : 1) * Number.POSITIVE_INFINITY : Number(text);
  if (text === undefined || text.trim() === '' || Number.isNaN(number)) throw new CommandError('ERR value is not a valid float');
  return number;
}
export const syntax = (): never => {
  throw new CommandError('ERR syntax error');
};
/** A number as Redis prints scores and floats. */
export const numberText = (value: number): string =>
  value === Number.POSITIVE_INFINITY ? 'inf' : value === Number.NEGATIVE_INFINITY ? '-inf' : String(value);

/** A pattern of KEYS with `*`, `?`, `[a-z]` and backslashes (stringmatchlen), in time bounded by the product of the lengths. */
export function globMatches(pattern: string, text: string): boolean {
  let [at, to, star, back] = [0, 0, -1, 0];
  while (to < text.length) {
    const set = pattern[at] === '[' ? /^\[(\^?)((?:\\.|[^\]\\])*)\]/.exec(pattern.slice(at)) : null;
    if (pattern[at] === '*') {
      star = at++;
      back = to;
    } else if (
      set !== null
        ? inSet(set[2]!, text[to]!) !== (set[1] === '^')
        : pattern[at] === '?' || (pattern[at] === '\\' && at + 1 < pattern.length ? pattern[at + 1] : pattern[at]) === text[to]
    ) {
      at += set !== null ? set[0].length : pattern[at] === '\\' && at + 1 < pattern.length ? 2 : 1;
      to++;
    } else if (star >= 0) {
      at = star + 1;
      to = ++back;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at >= pattern.length;
}

function inSet(set: string, c: string): boolean {
  for (let i = 0; i < set.length; i++) {
    if (set[i] === '\\') i++;
    if (set[i + 1] === '-' && i + 2 < set.length) {
      if (c >= set[i]! && c <= set[i + 2]!) return true;
      i += 2;
    } else if (set[i] === c) return true;
  }
  return false;
}

/** Start and end of a range with negative numbers counted from the end; undefined when it is empty. */
export function range(start: number, stop: number, length: number): [number, number] | undefined {
  const from = Math.max(0, start < 0 ? length + start : start);
  const to = Math.min(length - 1, stop < 0 ? length + stop : stop);
  return from > to ? undefined : [from, to + 1];
}
