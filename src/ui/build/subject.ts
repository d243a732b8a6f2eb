// Which build is drawn: one of the last, a rehearsal in a copy, or a Dockerfile that was only read.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { BuildsView, BuildView } from '../session/view/index.ts';
import { useAnswer } from './use-answer.ts';

export interface Subject {
  readonly build: BuildView | undefined;
  readonly failure: string | undefined;
  /** Shows one of the last builds. */
  readonly choose: (number: number) => void;
  /** Shows what is none of the machine's builds; undefined goes back to the newest. */
  readonly show: (build: BuildView | undefined) => void;
  /** The build shown is the one that the last command made. */
  readonly fresh: boolean;
}

/** Follows the newest build; a new one takes the place of whatever is shown. */
export function useSubject(session: Session, machine: string, builds: BuildsView | undefined): Subject {
  const newest = builds?.last?.number;
  const [chosen, setChosen] = useState<number | undefined>();
  const [other, setOther] = useState<BuildView | undefined>();
  const known = useRef({ machine, newest });
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    const was = known.current;
    known.current = { machine, newest };
    if (was.machine === machine && was.newest === newest) return;
    setChosen(undefined);
    setOther(undefined);
    setFresh(was.machine === machine && newest !== undefined && newest > (was.newest ?? 0));
  }, [machine, newest]);
  const number = chosen !== undefined && builds?.list.some((one) => one.number === chosen) ? chosen : newest;
  const isLast = number === newest;
  const older = useAnswer(session, 'build.trace', isLast || number === undefined ? undefined : `${machine} ${number}`, {
    build: number ?? 0,
  });
  const build = other ?? (isLast ? builds?.last : older.answer);
  return {
    build,
    failure: other === undefined && !isLast ? older.failure : undefined,
    choose: (to) => {
      setOther(undefined);
      setChosen(to);
      setFresh(false);
    },
    show: setOther,
    fresh: fresh && other === undefined && isLast,
  };
}

/** The number of the build before of the same Dockerfile and target. */
export function previousOf(build: BuildView, builds: BuildsView | undefined): number | undefined {
  const same = (builds?.list ?? []).filter(
    (one) => one.dockerfilePath === build.dockerfilePath && one.dockerfile === build.dockerfile && one.target === build.target,
  );
  return same.findLast(({ number }) => build.number <= 0 || number < build.number)?.number;
}
