import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';

/** Virtual time now: counted on once a second from what was last heard, while `ticking` and the clock runs; else the moment's own. */
export function useNow(session: Session, moment: number, ticking: boolean): number {
  const [, redraw] = useState(0);
  const { now, mode, jumping, heard } = session.clock.value;
  const counts = ticking && mode === 'run' && !jumping;
  useEffect(() => {
    if (!counts) return;
    const timer = setInterval(() => redraw((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [counts]);
  if (!ticking) return moment;
  // Whole seconds: the hand steps, and what is drawn stays the same between two steps.
  return Math.max(moment, Math.floor(counts ? now + (performance.now() - heard) / 1000 : now));
}
