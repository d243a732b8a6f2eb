// What opening files has to say, one sentence a session.
import { type Signal, signal } from '@preact/signals';
import type { Session } from '../../session/index.ts';
import type { KeepWord } from '../words.ts';

/** What is being done, or what came of it. */
export interface Told {
  readonly tone: 'work' | 'good' | 'bad';
  readonly key: KeepWord;
  readonly values: Readonly<Record<string, string | number>>;
  /** How far it is, 0 to 1. */
  readonly part?: number;
  readonly stop?: () => void;
  /** Where what was opened is. */
  readonly href?: string;
}

const told = new WeakMap<Session, Signal<Told | undefined>>();

export function toldOf(session: Session): Signal<Told | undefined> {
  let one = told.get(session);
  if (one === undefined) {
    one = signal<Told | undefined>(undefined);
    told.set(session, one);
  }
  return one;
}
