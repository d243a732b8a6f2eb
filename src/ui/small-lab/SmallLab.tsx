// A lab inside a text: one terminal and one picture, on a machine of its own that nothing is kept of. The page's own lab knows nothing of it.
import { RotateCcw } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StartData } from '../../course/index.ts';
import { type Locale, words } from '../../i18n/index.ts';
import type { Kind } from '../picture/index.ts';
import { engineWorker } from '../session/engine-worker.ts';
import { createSession, type LabView, memoryStore } from '../session/index.ts';
import { Terminal } from '../terminal/index.ts';
import { pictureOf } from './modules.ts';

interface Props {
  readonly id: string;
  readonly locale: Locale;
  readonly start: StartData;
  /** The start as it was when the site was built. */
  readonly initial: LabView;
  readonly picture: Kind;
  /** A command that stands ready at the prompt. */
  readonly ready?: string;
}

export function SmallLab({ id, locale, start, initial, picture, ready }: Props) {
  const t = words(locale);
  const root = useRef<HTMLElement>(null);
  const session = useMemo(() => createSession({ id, start, initial, store: memoryStore(), connect: engineWorker }), [id]);
  const [awake, wake] = useState(false);
  useEffect(() => {
    wake(true);
    void session.open();
    return () => session.close();
  }, [session]);
  const status = session.status.value;
  const { view, before, live, point } = session.shown.value;
  const { head } = session.timeline.value;
  const Drawn = pictureOf(picture)?.Picture;
  return (
    <section
      class="small-lab"
      aria-label={t('lab.small', { picture: t(`picture.${picture}`) })}
      data-picture={picture}
      data-status={status}
      data-point={head}
      ref={root}
    >
      <div class="picture">
        <div class="tabs">
          <span class="tab">{t(`picture.${picture}`)}</span>
          <div class="end">
            <button
              type="button"
              class="btn quiet sm js-only"
              title={t('lab.reset.say')}
              disabled={head === 0 || status === 'loading'}
              onClick={() => void session.reset()}
            >
              <RotateCcw aria-hidden="true" />
              {t('lab.reset')}
            </button>
          </div>
        </div>
        <div class="picture-panel">
          {Drawn && view && (
            <Drawn session={session} locale={locale} view={view} before={before} machine={session.machine.value} live={live} turn={point} />
          )}
        </div>
      </div>
      <div class="small-terminal js-only">
        {awake ? (
          <Terminal
            session={session}
            locale={locale}
            {...(ready === undefined ? {} : { ready })}
            onReady={(handle) => {
              if (root.current?.closest('[data-clicked]')) handle.focus();
            }}
          />
        ) : (
          <button type="button" class="lab-start" title={t('lab.start.say')}>
            <span>
              <span class="muted">{initial.terminals[0]?.prompt ?? '$ '}</span>
              <b>{ready}</b>
              <i aria-hidden="true" />
            </span>
            <em>{t('lab.start')}</em>
          </button>
        )}
      </div>
      {status === 'failed' && (
        <div class="small-failed" role="alert">
          <span>{t('lab.failed', { why: session.failure.value })}</span>
          <button type="button" class="btn sm" onClick={() => void session.open()}>
            {t('lab.retry')}
          </button>
        </div>
      )}
    </section>
  );
}
