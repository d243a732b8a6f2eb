// What is done with the whole lab: undo, redo, start over, the clock, and what other parts bring (share, archives).
import { Maximize2, Minimize2, Redo2, RotateCcw, Undo2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';

interface Props {
  readonly session: Session;
  readonly t: Words;
}

/** Undo and redo, as icons that say what they do. */
export function UndoRedo({ session, t }: Props) {
  const { points, head } = session.timeline.value;
  const parent = points.find(({ number }) => number === head)?.parent;
  const child = points.findLast((point) => point.parent === head);
  const still = session.status.value === 'ready';
  return (
    <>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('lab.undo')}
        title={t('lab.undo')}
        disabled={!still || parent === undefined}
        onClick={() => void session.go('undo')}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('lab.redo')}
        title={t('lab.redo')}
        disabled={!still || child === undefined}
        onClick={() => void session.go('redo')}
      >
        <Redo2 aria-hidden="true" />
      </button>
    </>
  );
}

/** Goes back to the start. Nothing is lost by it: the way back stands in the timeline, so nothing is asked. */
export function StartOver({ session, t }: Props) {
  return (
    <button
      type="button"
      class="btn quiet sm"
      aria-label={t('lab.reset')}
      title={t('lab.reset.say')}
      disabled={session.timeline.value.head === 0 || session.status.value === 'loading'}
      onClick={() => void session.reset()}
    >
      <RotateCcw aria-hidden="true" />
      <span class="say">{t('lab.reset')}</span>
    </button>
  );
}

/** Gives the picture the whole lab, and back. */
export function Expand({ t }: Pick<Props, 't'>) {
  const [large, setLarge] = useState(false);
  const Icon = large ? Minimize2 : Maximize2;
  return (
    <button
      type="button"
      class="icon-btn expand"
      aria-pressed={large}
      aria-label={t('lab.expand')}
      title={t('lab.expand')}
      onClick={(event) => {
        event.currentTarget.closest('.lab')?.toggleAttribute('data-expanded', !large);
        setLarge(!large);
      }}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}

/** The row above the sandbox. */
export function LabBar({ session, t, children }: Props & { readonly children?: ComponentChildren }) {
  return (
    <div class="lab-bar">
      <UndoRedo session={session} t={t} />
      <span class="rule" aria-hidden="true" />
      <StartOver session={session} t={t} />
      <span class="rule" aria-hidden="true" />
      {children}
    </div>
  );
}
