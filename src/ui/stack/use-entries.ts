import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { ChangeView } from '../session/view/index.ts';
import type { Bed, Writable } from './model.ts';

export interface Entries {
  readonly changes: readonly ChangeView[];
  /** Entries that are not here yet, or cannot be had. */
  readonly missing: number;
  readonly loading: boolean;
}

/** All entries of an open layer: what the view lists, and the rest as soon as the engine has told it. */
export function useEntries(session: Session, row: Bed | Writable, open: boolean): Entries {
  const kept = useRef<{ readonly of: readonly ChangeView[]; readonly all: readonly ChangeView[] }>();
  const [, again] = useState(0);
  const [failed, setFailed] = useState<readonly ChangeView[]>();
  const { changes, more } = row;
  useEffect(() => {
    if (!open || more === 0 || kept.current?.of === changes) return;
    let gone = false;
    session.query('stack.entries', row.kind === 'bed' ? { chainID: row.chainID } : { container: row.key }).then(
      (all) => {
        if (gone) return;
        kept.current = { of: changes, all };
        again((n) => n + 1);
      },
      () => {
        if (!gone) setFailed(changes);
      },
    );
    return () => {
      gone = true;
    };
  }, [session, open, changes, more]);
  if (more === 0) return { changes, missing: 0, loading: false };
  if (kept.current?.of === changes) return { changes: kept.current.all, missing: 0, loading: false };
  return { changes, missing: more, loading: failed !== changes };
}
