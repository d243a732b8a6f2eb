// One terminal's place on the page: gutter and screen. The code behind it is loaded when the place is first seen.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../session/index.ts';
import type { TerminalHandle } from './controller.ts';
import type { Preferences } from './preferences.ts';
import type { TerminalWords } from './words.ts';

interface Props {
  readonly id: number;
  readonly session: Session;
  readonly t: TerminalWords;
  readonly ready?: string;
  readonly welcome?: string;
  readonly preferences: Preferences;
  readonly describedBy: string;
  readonly hidden: boolean;
  say(text: string): void;
  onKey(key: 'find' | 'links'): void;
  onReady(id: number, handle: TerminalHandle | undefined): void;
}

/** Most milliseconds that a screen waits for its machine to be begun. */
const patience = 250;

/** Resolves when the element has a size: on a phone the terminal is loaded only when its part of the page is opened. */
function seen(element: HTMLElement | null): Promise<void> {
  return new Promise((resolve) => {
    if (!element) return;
    const sized = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      sized.disconnect();
      resolve();
    });
    sized.observe(element);
  });
}

export function Pane(props: Props) {
  const { id, session, t, ready, welcome, preferences, describedBy, hidden, onReady } = props;
  const screen = useRef<HTMLDivElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  /** The newest callbacks: the terminal outlives many renders. */
  const now = useRef(props);
  now.current = props;

  useLayoutEffect(() => {
    let gone = false;
    let handle: TerminalHandle | undefined;
    void (async () => {
      await seen(screen.current);
      if (gone) return;
      const code = import('./controller.ts');
      // The screen takes as long to make as the machine does: they are made at the same time.
      await Promise.race([session.making, new Promise((resolve) => setTimeout(resolve, patience))]);
      const { createTerminal } = await code;
      if (gone || !screen.current || !gutter.current) return;
      const made = await createTerminal({
        id,
        session,
        t,
        screen: screen.current,
        gutter: gutter.current,
        ...(ready === undefined ? {} : { ready }),
        ...(welcome === undefined ? {} : { welcome }),
        ...preferences,
        describedBy,
        say: (text) => now.current.say(text),
        onKey: (key) => now.current.onKey(key),
        onLeave: () => void session.closeTerminal(id),
      });
      if (gone) return made.dispose();
      handle = made;
      onReady(id, made);
    })();
    return () => {
      gone = true;
      handle?.dispose();
      onReady(id, undefined);
    };
  }, [session, id]);

  return (
    <div class="tty-body" id={`tty-${session.id}-${id}`} hidden={hidden} role="tabpanel" aria-label={t('label')}>
      <div class="tty-gutter num" ref={gutter} aria-hidden="true" />
      <div class="tty-screen" ref={screen} />
    </div>
  );
}
