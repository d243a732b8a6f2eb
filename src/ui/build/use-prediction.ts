// Guessing, then building: reads a Dockerfile, collects guesses, types the build, and waits for what it does.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { BuildView } from '../session/view/index.ts';
import type { Station } from './model.ts';
import type { Guess, Guesses } from './predict.ts';
import { reason } from './use-answer.ts';

export interface Prediction {
  /** The Dockerfile that is being guessed about. */
  readonly plan: BuildView | undefined;
  readonly path: string;
  readonly guesses: Guesses;
  /** The build has been typed and is not there yet. */
  readonly waiting: boolean;
  /** Guesses whose build is there. */
  readonly asked: { readonly plan: BuildView; readonly guesses: Guesses } | undefined;
  readonly failure: string | undefined;
  readonly read: (path?: string) => Promise<void>;
  readonly guess: (station: Station, guess: Guess) => void;
  readonly begin: (type: (plan: BuildView) => void) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

const none: Guesses = new Map();

/** Milliseconds after which a command that was typed must have begun, or a build that ended must be seen. */
const LATE = 3000;

export function usePrediction(session: Session, last: BuildView | undefined, cwd: string): Prediction {
  const [plan, setPlan] = useState<BuildView | undefined>();
  const [path, setPath] = useState('');
  const [guesses, setGuesses] = useState<Guesses>(none);
  const [since, setSince] = useState<number | undefined>();
  const [asked, setAsked] = useState<Prediction['asked']>();
  const [failure, setFailure] = useState<string | undefined>();
  const newest = last?.number ?? 0;
  useEffect(() => {
    if (since === undefined) {
      // Any other build is not the one that was guessed about.
      setAsked(undefined);
      return;
    }
    if (newest <= since || plan === undefined) return;
    setAsked({ plan, guesses });
    setPlan(undefined);
    setSince(undefined);
  }, [newest]);
  const status = session.status.value;
  const latest = useRef(newest);
  latest.current = newest;
  useEffect(() => {
    if (since === undefined || status === 'running') return;
    // Typed, run, and no build came of it: what was guessed stays open to be tried again.
    const timer = setTimeout(() => latest.current <= since && setSince(undefined), LATE);
    return () => clearTimeout(timer);
  }, [status, since]);
  const read = async (asked = `${cwd}/Dockerfile`.replace('//', '/')): Promise<void> => {
    const full = asked.startsWith('/') ? asked : `${cwd}/${asked}`;
    setPath(full);
    setFailure(undefined);
    setAsked(undefined);
    try {
      const made = await session.query('build.plan', { path: full, cwd });
      const again = last !== undefined && last.dockerfilePath === full && last.cwd === cwd;
      setPlan(again ? { ...made, command: last.command, builder: last.builder, tags: last.tags } : made);
      setGuesses(none);
      setSince(undefined);
    } catch (error) {
      setFailure(reason(error));
    }
  };
  return {
    plan,
    path,
    guesses,
    waiting: since !== undefined,
    asked,
    failure,
    read,
    guess: ({ key }, guess) => setGuesses((was) => new Map(was).set(key, guess)),
    begin: (type) => {
      if (plan === undefined) return;
      setSince(newest);
      type(plan);
    },
    stop: () => {
      setPlan(undefined);
      setSince(undefined);
      setFailure(undefined);
    },
    forget: () => setAsked(undefined),
  };
}
