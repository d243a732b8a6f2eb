// The lab around its terminal: pictures, goals, files, timeline and bars. Fetched and drawn when the prompt is there.
import { CornerDownRight, FileText, SquareTerminal } from 'lucide-preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Editor, Files, workspaceOf } from '../editor/index.ts';
import { ExplainBar, FailureNote } from '../explain/index.ts';
import { Goals } from '../goals/index.ts';
import { AccessBar, DropZone, KeepBar } from '../keep/index.ts';
import type { Kind } from '../picture/index.ts';
import { useProgress } from '../progress/index.ts';
import { ShortcutsButton } from '../shortcuts/index.ts';
import { Timeline as TimelineView } from '../timeline/index.ts';
import { Chooser, ProfileSwitch } from './Chooser.tsx';
import { Clock } from './Clock.tsx';
import { Dock as DockView } from './Dock.tsx';
import { Expand, LabBar, StartOver, UndoRedo } from './LabBar.tsx';
import { NoticeBar } from './Notice.tsx';
import { Picture as PictureView } from './Picture.tsx';
import type { LabProps } from './props.ts';
import { Splitter } from './Splitter.tsx';
import { graded, type Scene } from './scene.ts';
import type { Part } from './show-part.ts';
import { TabList } from './TabList.tsx';
import { commandsOf, questionsOpen } from './use-pass.ts';

interface Props {
  readonly scene: Scene;
}

const docked: Readonly<Record<LabProps['layout'], readonly Part[]>> = {
  lesson: ['read', 'terminal', 'picture', 'timeline', 'goals'],
  sandbox: ['terminal', 'files', 'picture', 'timeline'],
  front: [],
};

export function Access({ scene: { now, lab } }: Props) {
  return (
    <div class="lab-access">
      <AccessBar key={now.id} session={now.session} locale={lab.locale} />
    </div>
  );
}

/** What shows itself only when there is something to say. */
export function Told({ scene: { now, lab, t } }: Props) {
  return (
    <>
      <NoticeBar key={now.id} session={now.session} t={t} />
      <DropZone key={now.id} session={now.session} locale={lab.locale} />
    </>
  );
}

export function Failure({ scene: { now, lab } }: Props) {
  return <FailureNote key={now.id} session={now.session} locale={lab.locale} lessons={lab.lessons} />;
}

const switchOf = ({ lab, profile, setProfile, t }: Scene) => (
  <ProfileSwitch profiles={lab.profiles} profile={profile} onChange={setProfile} t={t} />
);

export function Choice({ scene }: Props) {
  const { lab, now, choose, t } = scene;
  return (
    <Chooser exercises={lab.exercises} chosen={now.exercise?.id} onChoose={choose} t={t}>
      {!now.exercise && lab.profiles.length > 1 && switchOf(scene)}
    </Chooser>
  );
}

function Explain({ scene: { lab, now } }: Props) {
  const { exercise } = now;
  return (
    <ExplainBar
      key={now.id}
      session={now.session}
      locale={lab.locale}
      lessons={lab.lessons}
      {...(exercise ? { goal: { title: exercise.title, goals: exercise.goals } } : {})}
    />
  );
}

export function Picture({ scene, first }: Props & { readonly first: Kind }) {
  const { lab, now, goal, t } = scene;
  const { session } = now;
  const verdict = session.verdict.value;
  const marked = useMemo(
    () => new Set(verdict?.goals.flatMap(({ finding }) => (finding.ok ? [] : (finding.evidence?.layers ?? []))) ?? []),
    [verdict],
  );
  const lesson = lab.layout === 'lesson';
  return (
    <div class="lab-picture">
      <PictureView session={session} locale={lab.locale} first={first} {...(lesson ? { marked, ...goal.picture } : {})}>
        {lesson && <UndoRedo session={session} t={t} />}
        {lesson && <KeepBar key={now.id} session={session} locale={lab.locale} boxes={false} />}
        {lab.layout !== 'front' && <Expand t={t} />}
      </PictureView>
    </div>
  );
}

export function LessonGoals({ scene: { lab, now, goal, t } }: Props) {
  const { session, exercise } = now;
  const progress = useProgress();
  return (
    <div class="lab-goals">
      {exercise ? (
        <Goals
          key={now.id}
          exercise={exercise}
          verdict={session.verdict.value}
          commands={commandsOf(session)}
          questionsOpen={questionsOpen(exercise, progress)}
          help={goal.help}
          locale={lab.locale}
          lineOf={(turn) => session.turns.value.find((one) => one.number === turn)?.line}
        />
      ) : (
        <p class="goals-none">{t('goals.none')}</p>
      )}
    </div>
  );
}

/** The bar between the terminal and what is above it. */
export function TerminalSplitter({ scene: { lab, t } }: Props) {
  const lesson = lab.layout === 'lesson';
  return (
    <Splitter
      name={lesson ? 'lesson-terminal' : 'sandbox-terminal'}
      label={t('lab.split', { what: t('lab.split.terminal') })}
      direction="row"
      property="--bottom"
      initial={lesson ? 34 : 45}
      least={180}
      other={lesson ? '.lab-picture' : '.lab-files'}
      otherLeast={200}
      sign={-1}
    />
  );
}

export function PictureSplitter({ scene: { t } }: Props) {
  return (
    <Splitter
      name="sandbox-picture"
      label={t('lab.split', { what: t('lab.split.picture') })}
      direction="column"
      property="--left"
      initial={52}
      least={340}
      other=".lab-picture"
      otherLeast={320}
      sign={1}
    />
  );
}

/** Above a lesson's terminal. */
export function BottomTabs({ scene }: Props) {
  const { lab, now, t, bottom, setBottom } = scene;
  return (
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
        <Explain scene={scene} />
        <ShortcutsButton locale={lab.locale} />
        <Clock session={now.session} t={t} />
        <StartOver session={now.session} t={t} />
      </div>
    </div>
  );
}

/** Above the sandbox's terminal. */
export function TerminalTitle({ scene: { now, t } }: Props) {
  return (
    <div class="tabs">
      <h2 class="tab">
        <SquareTerminal aria-hidden="true" />
        {t('dock.terminal')}
      </h2>
      <div class="end">
        <Clock session={now.session} t={t} />
      </div>
    </div>
  );
}

export function WorkFiles({ scene: { lab, now, still } }: Props) {
  const { session, start } = now;
  // In the sandbox the editor stands open, so it begins with the Dockerfile if there is one.
  const dockerfile = lab.layout === 'sandbox' ? start.files.Dockerfile : undefined;
  const first = dockerfile === undefined ? undefined : { path: `${start.cwd}/Dockerfile`, text: dockerfile };
  useEffect(() => {
    if (first) workspaceOf(session).begin(first.path);
  }, [first?.path, session]);
  return (
    <div class="work-files" key={still ? 'still' : now.id}>
      <Files session={session} locale={lab.locale} start={start} />
      <Editor session={session} locale={lab.locale} {...(first === undefined ? {} : { first })} />
    </div>
  );
}

export function SandboxBar({ scene }: Props) {
  const { lab, now, t } = scene;
  return (
    <LabBar session={now.session} t={t}>
      {switchOf(scene)}
      <Explain scene={scene} />
      <ShortcutsButton locale={lab.locale} />
      <span class="rule" aria-hidden="true" />
      <KeepBar key={now.id} session={now.session} locale={lab.locale} />
    </LabBar>
  );
}

export function Tries({ scene: { lab, now, put, t } }: Props) {
  return (
    <div class="tries">
      <span class="label">{t('front.try')}</span>
      {lab.tries.map((line) => (
        <button type="button" key={line} class="btn sm" onClick={() => put(line)}>
          <CornerDownRight aria-hidden="true" />
          <code>{line}</code>
        </button>
      ))}
      <span class="grow" />
      <StartOver session={now.session} t={t} />
    </div>
  );
}

export function Timeline({ scene: { lab, now } }: Props) {
  return (
    <div class="lab-timeline">
      <TimelineView key={now.id} session={now.session} locale={lab.locale} />
    </div>
  );
}

export function Dock({ scene: { lab, now, t } }: Props) {
  const { exercise, session } = now;
  const met = session.verdict.value?.goals.filter(({ finding }) => finding.ok).length ?? 0;
  return (
    <DockView
      parts={docked[lab.layout].filter((part) => part !== 'goals' || graded(lab))}
      t={t}
      {...(exercise ? { badge: `${met}/${exercise.goals.length}` } : {})}
    />
  );
}
