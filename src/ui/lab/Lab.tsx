// The lab: terminal, files, picture and goals around one Session. Lesson, sandbox and front page differ only in arrangement.
import { CornerDownRight, FileText, SquareTerminal } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Exercise, StartData } from '../../course/index.ts';
import { type Locale, words } from '../../i18n/index.ts';
import { Editor, Files, workspaceOf } from '../editor/index.ts';
import { ExplainBar, FailureNote } from '../explain/index.ts';
import { Goals } from '../goals/index.ts';
import { AccessBar, boxIn, DropZone, KeepBar } from '../keep/index.ts';
import { engineWorker } from '../session/engine-worker.ts';
import { createSession, deviceStore, holdLab, type LabView } from '../session/index.ts';
import { ShortcutsButton } from '../shortcuts/index.ts';
import { Terminal, type TerminalHandle } from '../terminal/index.ts';
import { Timeline } from '../timeline/index.ts';
import { Clock } from './Clock.tsx';
import { Dock, type Part, showPart } from './Dock.tsx';
import { Expand, LabBar, StartOver, UndoRedo } from './LabBar.tsx';
import { NoticeBar } from './Notice.tsx';
import { Picture } from './Picture.tsx';
import { Splitter } from './Splitter.tsx';
import { TabList } from './TabList.tsx';
import { keptKey } from './touch.ts';

export interface LabProps {
  readonly id: string;
  readonly locale: Locale;
  readonly layout: 'lesson' | 'sandbox' | 'front';
  readonly start: StartData;
  /** The start as it was when the site was built. */
  readonly initial: LabView;
  readonly ready?: string;
  readonly tries: readonly string[];
  readonly exercise?: Exercise;
  /** Titles of the lessons there are, by id. */
  readonly lessons: Readonly<Record<string, string>>;
}

const parts: Readonly<Record<LabProps['layout'], readonly Part[]>> = {
  lesson: ['read', 'terminal', 'picture', 'timeline', 'goals'],
  sandbox: ['terminal', 'files', 'picture', 'timeline'],
  front: [],
};

export function Lab(props: LabProps) {
  const { locale, layout, start, initial, ready, tries, exercise, lessons } = props;
  const t = words(locale);
  const id = useMemo(
    () => (layout === 'sandbox' && typeof location !== 'undefined' ? boxIn(location) : undefined) ?? props.id,
    [layout, props.id],
  );
  const session = useMemo(
    () =>
      createSession({
        id,
        start,
        initial,
        ...(exercise ? { exercise: { id: exercise.id, goals: exercise.goals, traps: exercise.traps } } : {}),
        store: deviceStore(),
        hold: () => holdLab(id),
        connect: engineWorker,
      }),
    [id],
  );
  const root = useRef<HTMLElement>(null);
  const terminal = useRef<TerminalHandle>();
  const waiting = useRef<string>();
  const [bottom, setBottom] = useState<'terminal' | 'files'>('terminal');

  const put = (line: string) => {
    setBottom('terminal');
    if (document.body.dataset.part !== undefined) showPart('terminal');
    if (terminal.current) terminal.current.put(line);
    else waiting.current = line;
  };

  useEffect(() => {
    void session.open();
    const asked = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-prompt]') : null;
      if (button?.dataset.prompt !== undefined) put(button.dataset.prompt);
    };
    document.addEventListener('click', asked);
    // Whatever is typed for the learner is seen.
    const shown = session.onPut(() => {
      setBottom('terminal');
      if (document.body.dataset.part !== undefined) showPart('terminal');
    });
    return () => {
      shown();
      document.removeEventListener('click', asked);
      session.close();
    };
  }, [session]);

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

  // In the sandbox the editor stands open, so it begins with the Dockerfile if there is one.
  const dockerfile = layout === 'sandbox' ? start.files.Dockerfile : undefined;
  const first = dockerfile === undefined ? undefined : { path: `${start.cwd}/Dockerfile`, text: dockerfile };
  useEffect(() => {
    if (first) workspaceOf(session).begin(first.path);
  }, [first?.path, session]);

  const verdict = session.verdict.value;
  const met = verdict?.goals.filter((goal) => goal.finding.ok).length ?? 0;
  const marked = useMemo(
    () => new Set(verdict?.goals.flatMap((goal) => (goal.finding.ok ? [] : (goal.finding.evidence?.layers ?? []))) ?? []),
    [verdict],
  );
  const prompt =
    session.status.value === 'idle' ? (
      <button type="button" class="lab-start" title={t('lab.start.say')}>
        <span>
          <span class="muted">{session.view.value?.terminals[0]?.prompt ?? '$ '}</span>
          <b>{ready}</b>
          <i aria-hidden="true" />
        </span>
        <em>{t('lab.start')}</em>
      </button>
    ) : (
      <Terminal
        session={session}
        locale={locale}
        {...(ready === undefined ? {} : { ready })}
        {...(layout === 'lesson' ? {} : { welcome: t(layout === 'front' ? 'front.ready' : 'sandbox.ready') })}
        onReady={(handle) => {
          terminal.current = handle;
          if (root.current?.closest('[data-clicked]')) handle.focus();
          if (waiting.current !== undefined) handle.put(waiting.current);
          waiting.current = undefined;
        }}
      />
    );
  const files = (
    <div class="work-files">
      <Files session={session} locale={locale} start={start} />
      <Editor session={session} locale={locale} {...(first === undefined ? {} : { first })} />
    </div>
  );
  const explain = (
    <ExplainBar
      session={session}
      locale={locale}
      lessons={lessons}
      {...(exercise
        ? { goal: { title: exercise.title[locale], goals: exercise.goals.map((goal) => ({ id: goal.id, say: goal.say[locale] })) } }
        : {})}
    />
  );
  const failure = <FailureNote session={session} locale={locale} lessons={lessons} />;
  const loading = session.status.value === 'loading';

  return (
    <section
      class={`lab ${layout}`}
      aria-label={t('lab.label')}
      data-status={session.status.value}
      data-lab={id}
      data-point={session.timeline.value.head}
      ref={root}
    >
      <NoticeBar session={session} t={t} />
      <div class="lab-access">
        <AccessBar session={session} locale={locale} />
      </div>
      <DropZone session={session} locale={locale} />
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
          <div class="lab-picture">
            <Picture session={session} locale={locale} first="stack" marked={marked}>
              <UndoRedo session={session} t={t} />
              <KeepBar session={session} locale={locale} boxes={false} />
              <Expand t={t} />
            </Picture>
          </div>
          {exercise && (
            <div class="lab-goals">
              <Goals
                exercise={exercise}
                verdict={verdict}
                locale={locale}
                lineOf={(turn) => session.turns.value.find((one) => one.number === turn)?.line}
              />
            </div>
          )}
          <Splitter
            name="lesson-terminal"
            label={t('lab.split', { what: t('lab.split.terminal') })}
            direction="row"
            property="--bottom"
            initial={40}
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
            {explain}
            <ShortcutsButton locale={locale} />
            <span class="rule" aria-hidden="true" />
            <KeepBar session={session} locale={locale} />
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
              <button type="button" key={line} class="btn sm" onClick={() => put(line)}>
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
          <Timeline session={session} locale={locale} />
        </div>
      )}
      {parts[layout].length > 0 && (
        <Dock
          parts={parts[layout].filter((part) => part !== 'goals' || exercise)}
          t={t}
          {...(exercise ? { badge: `${met}/${exercise.goals.length}` } : {})}
        />
      )}
    </section>
  );
}
