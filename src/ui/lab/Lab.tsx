// The lab: terminal, files, picture and goals around one Session. Lesson, sandbox and front page differ only in arrangement;
// a lesson has a machine of its own and one an exercise, of which one is in front.
import { CornerDownRight, FileText, SquareTerminal } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../../i18n/index.ts';
import { Editor, Files, workspaceOf } from '../editor/index.ts';
import { ExplainBar, FailureNote } from '../explain/index.ts';
import { Goals } from '../goals/index.ts';
import { AccessBar, DropZone, KeepBar } from '../keep/index.ts';
import { useProgress } from '../progress/index.ts';
import { ShortcutsButton } from '../shortcuts/index.ts';
import { Timeline } from '../timeline/index.ts';
import { Chooser, ProfileSwitch } from './Chooser.tsx';
import { Clock } from './Clock.tsx';
import { Dock, type Part } from './Dock.tsx';
import { Expand, LabBar, StartOver, UndoRedo } from './LabBar.tsx';
import { NoticeBar } from './Notice.tsx';
import { Picture } from './Picture.tsx';
import type { LabProps } from './props.ts';
import { Splitter } from './Splitter.tsx';
import { TabList } from './TabList.tsx';
import { Terminals } from './Terminals.tsx';
import { keptKey } from './touch.ts';
import { useGoal } from './use-goal.ts';
import { useMachines } from './use-machines.ts';
import { commandsOf, questionsOpen, usePass } from './use-pass.ts';
import { usePuts } from './use-puts.ts';

const parts: Readonly<Record<LabProps['layout'], readonly Part[]>> = {
  lesson: ['read', 'terminal', 'picture', 'timeline', 'goals'],
  sandbox: ['terminal', 'files', 'picture', 'timeline'],
  front: [],
};

export function Lab(props: LabProps) {
  const { locale, layout, ready, tries, exercises, profiles, lessons } = props;
  const t = words(locale);
  const { now, open, profile, choose, setProfile } = useMachines(props);
  const { session, start, exercise } = now;
  const root = useRef<HTMLElement>(null);
  const [bottom, setBottom] = useState<'terminal' | 'files'>('terminal');
  const puts = usePuts({ now, choose, showBottom: setBottom, wrote: t('exercise.solution.wrote') });
  const goal = useGoal(now);
  const progress = useProgress();
  usePass(now);

  // What there is to come back to is noted, so that the lab comes to life by itself next time.
  const begun = session.timeline.value.points.length > 1;
  useEffect(() => {
    if (!begun) return;
    try {
      localStorage.setItem(keptKey(props.id), '1');
    } catch {
      // Then it waits to be touched.
    }
  }, [begun, props.id]);

  // In the sandbox the editor stands open, so it begins with the Dockerfile if there is one.
  const dockerfile = layout === 'sandbox' ? start.files.Dockerfile : undefined;
  const first = dockerfile === undefined ? undefined : { path: `${start.cwd}/Dockerfile`, text: dockerfile };
  useEffect(() => {
    if (first) workspaceOf(session).begin(first.path);
  }, [first?.path, session]);

  const verdict = session.verdict.value;
  const met = verdict?.goals.filter(({ finding }) => finding.ok).length ?? 0;
  const marked = useMemo(
    () => new Set(verdict?.goals.flatMap(({ finding }) => (finding.ok ? [] : (finding.evidence?.layers ?? []))) ?? []),
    [verdict],
  );
  const prompt = (
    <Terminals
      open={open}
      now={now}
      locale={locale}
      {...(ready === undefined ? {} : { ready })}
      {...(layout === 'lesson' ? {} : { welcome: t(layout === 'front' ? 'front.ready' : 'sandbox.ready') })}
      onReady={(machine, handle) => {
        if (machine === now && root.current?.closest('[data-clicked]')) handle.focus();
        puts.ready(machine, handle);
      }}
    />
  );
  const files = (
    <div class="work-files" key={now.id}>
      <Files session={session} locale={locale} start={start} />
      <Editor session={session} locale={locale} {...(first === undefined ? {} : { first })} />
    </div>
  );
  const explain = (
    <ExplainBar
      key={now.id}
      session={session}
      locale={locale}
      lessons={lessons}
      {...(exercise ? { goal: { title: exercise.title, goals: exercise.goals } } : {})}
    />
  );
  const failure = <FailureNote key={now.id} session={session} locale={locale} lessons={lessons} />;
  const loading = session.status.value === 'loading';
  const graded = exercises.some(({ goals }) => goals.length > 0);
  const profileSwitch = <ProfileSwitch profiles={profiles} profile={profile} onChange={setProfile} t={t} />;

  return (
    <section
      class={`lab ${layout}`}
      aria-label={t('lab.label')}
      data-status={session.status.value}
      data-lab={now.id}
      data-point={session.timeline.value.head}
      ref={root}
    >
      <NoticeBar key={now.id} session={session} t={t} />
      <div class="lab-access">
        <AccessBar key={now.id} session={session} locale={locale} />
      </div>
      <DropZone key={now.id} session={session} locale={locale} />
      {session.status.value === 'failed' && (
        <div class="lab-notice bad" role="alert">
          <span>{t('lab.failed', { why: session.failure.value })}</span>
          <button type="button" class="btn sm" onClick={() => void session.open()}>
            {t('lab.retry')}
          </button>
        </div>
      )}
      {loading && <p class="lab-loading label">{t('lab.loading')}</p>}
      {layout === 'lesson' && (
        <>
          <Chooser exercises={exercises} chosen={exercise?.id} onChoose={choose} t={t}>
            {!exercise && profiles.length > 1 && profileSwitch}
          </Chooser>
          <div class="lab-picture">
            <Picture session={session} locale={locale} first="stack" marked={marked} {...goal.picture}>
              <UndoRedo session={session} t={t} />
              <KeepBar key={now.id} session={session} locale={locale} boxes={false} />
              <Expand t={t} />
            </Picture>
          </div>
          {graded && (
            <div class="lab-goals">
              {exercise ? (
                <Goals
                  key={now.id}
                  exercise={exercise}
                  verdict={verdict}
                  commands={commandsOf(session)}
                  questionsOpen={questionsOpen(exercise, progress)}
                  help={goal.help}
                  locale={locale}
                  lineOf={(turn) => session.turns.value.find((one) => one.number === turn)?.line}
                />
              ) : (
                <p class="goals-none">{t('goals.none')}</p>
              )}
            </div>
          )}
          <Splitter
            name="lesson-terminal"
            label={t('lab.split', { what: t('lab.split.terminal') })}
            direction="row"
            property="--bottom"
            initial={34}
            min={18}
            max={75}
            sign={-1}
          />
          <div class="lab-bottom">
            <div class="tabs">
              <TabList
                id="bottom"
                label={t('lab.label')}
                selected={bottom}
                onSelect={setBottom}
                tabs={[
                  { id: 'terminal', icon: <SquareTerminal aria-hidden="true" />, text: t('dock.terminal') },
                  { id: 'files', icon: <FileText aria-hidden="true" />, text: t('dock.files') },
                ]}
              />
              <div class="end">
                {explain}
                <ShortcutsButton locale={locale} />
                <Clock session={session} t={t} />
                <StartOver session={session} t={t} />
              </div>
            </div>
            <div class="lab-panel" id="bottom-panel" role="tabpanel" aria-labelledby={`bottom-${bottom}`}>
              <div class="pane" hidden={bottom !== 'terminal'}>
                {prompt}
                {failure}
              </div>
              <div class="pane" hidden={bottom !== 'files'}>
                {bottom === 'files' && files}
              </div>
            </div>
          </div>
        </>
      )}
      {layout === 'sandbox' && (
        <>
          <LabBar session={session} t={t}>
            {profileSwitch}
            {explain}
            <ShortcutsButton locale={locale} />
            <span class="rule" aria-hidden="true" />
            <KeepBar key={now.id} session={session} locale={locale} />
          </LabBar>
          <div class="lab-files">{files}</div>
          <Splitter
            name="sandbox-terminal"
            label={t('lab.split', { what: t('lab.split.terminal') })}
            direction="row"
            property="--bottom"
            initial={45}
            min={18}
            max={80}
            sign={-1}
          />
          <div class="lab-bottom">
            <div class="tabs">
              <h2 class="tab">
                <SquareTerminal aria-hidden="true" />
                {t('dock.terminal')}
              </h2>
              <div class="end">
                <Clock session={session} t={t} />
              </div>
            </div>
            <div class="pane">
              {prompt}
              {failure}
            </div>
          </div>
          <Splitter
            name="sandbox-picture"
            label={t('lab.split', { what: t('lab.split.picture') })}
            direction="column"
            property="--left"
            initial={52}
            min={25}
            max={75}
            sign={1}
          />
          <div class="lab-picture">
            <Picture session={session} locale={locale} first="stack">
              <Expand t={t} />
            </Picture>
          </div>
        </>
      )}
      {layout === 'front' && (
        <>
          <div class="lab-bottom">
            <div class="pane">
              {prompt}
              {failure}
            </div>
          </div>
          <div class="lab-picture">
            <Picture session={session} locale={locale} first="fence" />
          </div>
          <div class="tries">
            <span class="label">{t('front.try')}</span>
            {tries.map((line) => (
              <button type="button" key={line} class="btn sm" onClick={() => puts.put(line)}>
                <CornerDownRight aria-hidden="true" />
                <code>{line}</code>
              </button>
            ))}
            <span class="grow" />
            <StartOver session={session} t={t} />
          </div>
        </>
      )}
      {layout !== 'front' && (
        <div class="lab-timeline">
          <Timeline key={now.id} session={session} locale={locale} />
        </div>
      )}
      {parts[layout].length > 0 && (
        <Dock
          parts={parts[layout].filter((part) => part !== 'goals' || graded)}
          t={t}
          {...(exercise ? { badge: `${met}/${exercise.goals.length}` } : {})}
        />
      )}
    </section>
  );
}
