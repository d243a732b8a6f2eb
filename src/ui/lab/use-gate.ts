// When the parts of a lab wake: after the prompt; at once when no terminal can be seen, when one of them is clicked, or when there will be no prompt.
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { createGate, type Gate, type Parts } from './gate.ts';
import type { Machine } from './machines.ts';
import { wakeEvent } from './waking.ts';

/** Milliseconds after which nothing waits for a prompt any more. */
const patience = 5000;

/** Where pages are built the parts are there at once. */
const built: Parts | undefined = import.meta.env.SSR ? await import('./parts.tsx') : undefined;

export interface Waking {
  readonly gate: Gate | undefined;
  readonly parts: Parts | undefined;
}

export function useGate({ session }: Machine, root: RefObject<HTMLElement>): Waking {
  const gate = useMemo(
    () =>
      built
        ? undefined
        : createGate(
            () => import('./parts.tsx'),
            () => session.busy.peek().size > 0,
          ),
    [],
  );
  const [parts, setParts] = useState(built);
  const failed = session.status.value === 'failed';
  useLayoutEffect(() => {
    if (!gate) return;
    void gate.opened.then((loaded) => setParts(() => loaded));
    const lab = root.current;
    const now = () => gate.open('now');
    lab?.addEventListener(wakeEvent, now);
    if (lab?.querySelector('.lab-start')?.clientWidth === 0) now();
    const late = setTimeout(() => gate.open('idly'), patience);
    return () => {
      clearTimeout(late);
      lab?.removeEventListener(wakeEvent, now);
    };
  }, [gate]);
  useLayoutEffect(() => {
    if (failed) gate?.open('now');
  }, [failed, gate]);
  return { gate, parts };
}
