// The lab around one Session: the terminal comes to life first, everything else when its prompt is there. Lesson, sandbox and front page
// differ only in arrangement; a lesson has a machine of its own and one an exercise, of which one is in front.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../../i18n/index.ts';
import { BackToText } from './BackToText.tsx';
import type { Parts } from './gate.ts';
import { Later } from './Later.tsx';
import { createMachines } from './machines.ts';
import type { LabProps } from './props.ts';
import { graded, type Scene } from './scene.ts';
import { Terminals } from './Terminals.tsx';
import { useGate } from './use-gate.ts';
import { useGoal } from './use-goal.ts';
import { useMachines } from './use-machines.ts';
import { usePass } from './use-pass.ts';
import { usePuts } from './use-puts.ts';
import { keptKey } from './waking.ts';

export function Lab(props: LabProps) {
  const { id, locale, layout, ready, start, initial, profiles } = props;
  const t = words(locale);
  const { now, open, profile, choose, setProfile } = useMachines(props);
  const { session } = now;
  const root = useRef<HTMLElement>(null);
  const [bottom, setBottom] = useState<'terminal' | 'files'>('terminal');
  const { gate, parts } = useGate(now, root);
  const showBottom = (part: 'terminal' | 'files'): void => {
    if (part === 'files') gate?.open('now');
    setBottom(part);
  };
  const puts = usePuts({ now, choose, showBottom, wrote: t('exercise.solution.wrote') });
  const goal = useGoal(now);
  usePass(now);

  // What there is to come back to is noted, so that the lab comes to life by itself next time.
  const begun = session.timeline.value.points.length > 1;
  useEffect(() => {
    if (!begun) return;
    try {
      localStorage.setItem(keptKey(id), '1');
    } catch {
      // Then it waits to be touched.
    }
  }, [begun, id]);

  const scene: Scene = { lab: props, t, now, profile, goal, bottom, setBottom, choose, setProfile, put: puts.put };
  /** A machine that never runs stands for the one the page was built with. */
  const first = useMemo(() => createMachines({ id, start, initial }).of({ profile: start.profile }), []);
  const still: Scene = { ...scene, still: true, now: first, profile: start.profile, goal: { ...goal, picture: {} }, bottom: 'terminal' };
  const later = (draw: (parts: Parts, scene: Scene) => ComponentChildren) => (
    <Later gate={gate} parts={parts} still={still} now={scene} draw={draw} />
  );
  const prompt = (
    <div class="pane" hidden={layout === 'lesson' && bottom !== 'terminal'}>
      <Terminals
        open={open}
        now={now}
        locale={locale}
        {...(ready === undefined ? {} : { ready })}
        {...(layout === 'lesson' ? {} : { welcome: t(layout === 'front' ? 'front.ready' : 'sandbox.ready') })}
        onReady={(machine, handle) => {
          if (machine === now && root.current?.closest('[data-clicked]')) handle.focus();
          puts.ready(machine, handle);
          gate?.open('idly');
        }}
      />
      {parts && <parts.Failure scene={scene} />}
    </div>
  );

  return (
    <section
      class={`lab ${layout}`}
      aria-label={t('lab.label')}
      data-status={session.status.value}
      data-lab={now.id}
      data-point={session.timeline.value.head}
      ref={root}
    >
      {gate && parts && <parts.Told scene={scene} />}
      {later((part, at) => (
        <part.Access scene={at} />
      ))}
      {session.status.value === 'failed' && (
        <div class="lab-notice bad" role="alert">
          <span>{t('lab.failed', { why: session.failure.value })}</span>
          <button type="button" class="btn sm" onClick={() => void session.open()}>
            {t('lab.retry')}
          </button>
        </div>
      )}
      {session.status.value === 'loading' && <p class="lab-loading label">{t('lab.loading')}</p>}
      {layout === 'lesson' && (
        <>
          <BackToText t={t} />
          {(graded(props) || profiles.length > 1) && later((part, at) => <part.Choice scene={at} />)}
          {later((part, at) => (
            <part.Picture scene={at} first="stack" />
          ))}
          {graded(props) && later((part, at) => <part.LessonGoals scene={at} />)}
          {later((part, at) => (
            <part.TerminalSplitter scene={at} />
          ))}
          <div class="lab-bottom">
            {later((part, at) => (
              <part.BottomTabs scene={at} />
            ))}
            <div class="lab-panel" id="bottom-panel" role="tabpanel" aria-labelledby={`bottom-${bottom}`}>
              {prompt}
              <div class="pane" hidden={bottom !== 'files'}>
                {bottom === 'files' && parts && <parts.WorkFiles scene={scene} />}
              </div>
            </div>
          </div>
        </>
      )}
      {layout === 'sandbox' && (
        <>
          {later((part, at) => (
            <part.SandboxBar scene={at} />
          ))}
          <div class="lab-files">
            {later((part, at) => (
              <part.WorkFiles scene={at} />
            ))}
          </div>
          {later((part, at) => (
            <part.TerminalSplitter scene={at} />
          ))}
          <div class="lab-bottom">
            {later((part, at) => (
              <part.TerminalTitle scene={at} />
            ))}
            {prompt}
          </div>
          {later((part, at) => (
            <part.PictureSplitter scene={at} />
          ))}
          {later((part, at) => (
            <part.Picture scene={at} first="stack" />
          ))}
        </>
      )}
      {layout === 'front' && (
        <>
          <div class="lab-bottom">{prompt}</div>
          {later((part, at) => (
            <part.Picture scene={at} first="fence" />
          ))}
          {later((part, at) => (
            <part.Tries scene={at} />
          ))}
        </>
      )}
      {layout !== 'front' && later((part, at) => <part.Timeline scene={at} />)}
      {layout !== 'front' && later((part, at) => <part.Dock scene={at} />)}
    </section>
  );
}
