// BuildKit's checks of the text in front, a moment after it was last changed.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { Checked } from '../session/queries/editor.ts';
import { languageOf } from './code/language.ts';
import type { Doc } from './workspace/doc.ts';

/** Milliseconds without typing before the worker is asked. */
const PAUSE = 180;

/** What was found, and for which text of which file. */
interface CheckedText {
  readonly path: string;
  readonly text: string;
  readonly result: Checked;
}

export function useCheck(session: Session, doc: Doc | undefined) {
  const checked = useSignal<CheckedText | undefined>(undefined);
  const turn = useRef(0);
  const path = doc !== undefined && doc.kind !== 'loading' && languageOf(doc.path) === 'dockerfile' ? doc.path : undefined;
  const text = path === undefined ? undefined : doc?.text;
  const status = session.status.value;
  const usable = status === 'ready' || status === 'running';
  const ask = async (): Promise<CheckedText | undefined> => {
    if (path === undefined || text === undefined) return undefined;
    const mine = ++turn.current;
    const result = await session.query('editor.check', { text }).catch(() => undefined);
    if (result === undefined || mine !== turn.current) return checked.peek();
    checked.value = { path, text, result };
    return checked.peek();
  };
  useEffect(() => {
    if (path === undefined) {
      checked.value = undefined;
      return;
    }
    if (!usable) return;
    const timer = setTimeout(() => void ask(), checked.peek()?.path === path ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [path, text, usable]);
  return { checked, ask };
}
