import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * What a picture shows: what the last command made or changed, until the learner chooses something; then that, until the next command. Time that
 * passes changes views, too, and must not take the choice away.
 */
export function useFollow<View, Subject>(
  follow: (view: View, before: View | undefined, current: Subject | undefined) => Subject | undefined,
  view: View,
  before: View | undefined,
  first?: Subject,
): readonly [Subject | undefined, (subject: Subject) => void] {
  const [subject, setSubject] = useState(() => follow(view, undefined, first));
  const chosen = useRef<{ readonly before: View | undefined }>();
  useEffect(
    () =>
      setSubject((current) => follow(view, chosen.current !== undefined && chosen.current.before === before ? undefined : before, current)),
    [view, before],
  );
  const choose = (next: Subject): void => {
    chosen.current = { before };
    setSubject(() => next);
  };
  return [subject, choose];
}
