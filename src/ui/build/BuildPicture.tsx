// The Build picture in the lab: which build, its drawing, the debugger beside it, guesses and dry runs, the title block.
import { late } from '../late/index.tsx';
import './build.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { type PictureProps, TitleBlock } from '../picture/index.ts';
import { type BuildView, machineOf } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { Bar } from './Bar.tsx';
import { Diagram } from './Diagram.tsx';
import { type BuildModel, buildModel, type Station } from './model.ts';
import { judge } from './predict.ts';
import { previousOf, useSubject } from './subject.ts';
import { sayPlace, saySummary, shownSeconds } from './text.ts';
import { useAnswer } from './use-answer.ts';
import { usePrediction } from './use-prediction.ts';
import { useRehearsal } from './use-rehearsal.ts';
import { type BuildWords, buildWords } from './words.ts';

const Guessing = late(async () => (await import('./Predicting.tsx')).Guessing);
const Score = late(async () => (await import('./Predicting.tsx')).Score);
const Panel = late(async () => (await import('./Panel.tsx')).Panel);

export function BuildPicture({ session, view: world, machine: name, locale, live, turn }: PictureProps) {
  const t = buildWords(locale);
  const { builds } = machineOf(world, name);
  const cwd = world.terminals.find(({ machine }) => machine === name)?.cwd ?? '/root';
  const subject = useSubject(session, name, builds);
  const prediction = usePrediction(session, builds?.last, cwd);
  const [comparing, setComparing] = useState(false);
  const [hand, setHand] = useState<string | undefined>();
  const [stage, setStage] = useState<number | undefined>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const sheet = useRef<HTMLElement>(null);
  const build = prediction.plan ?? subject.build;
  const previous = build === undefined || build.number === 0 ? undefined : previousOf(build, builds);
  const before = useAnswer(session, 'build.trace', comparing && previous !== undefined ? `${name} ${previous}` : undefined, {
    build: previous ?? 0,
  });
  const model = useMemo(
    () =>
      build &&
      buildModel(build, {
        unfolded,
        shown: new Set(hand === undefined ? [] : [hand]),
        ...(before.answer ? { previous: before.answer } : {}),
      }),
    [build, unfolded, hand, before.answer],
  );
  const rehearsal = useRehearsal(session, subject.show);
  useEffect(() => {
    setStage(undefined);
    setUnfolded(new Set());
    sheet.current?.scrollTo(0, 0);
  }, [build?.number, name]);
  // The hand stays at its step when the same Dockerfile is built again, and goes when there is no such step.
  const station = model?.stations.find(({ key }) => key === hand);
  const judged = useMemo(
    () =>
      prediction.asked === undefined || model === undefined
        ? undefined
        : judge(buildModel(prediction.asked.plan), model, prediction.asked.guesses),
    [prediction.asked, model],
  );
  const choose = (one: Station) => {
    setHand(one.key);
    setStage(one.stage);
    session.selected.value =
      one.bed === undefined
        ? { kind: 'step', id: `${build?.number ?? 0}.${one.key}`, machine: name }
        : { kind: 'layer', id: one.bed.diffID, machine: name };
  };
  const step = (by: 1 | -1) => {
    if (model === undefined) return;
    const at = model.stations.findIndex(({ key }) => key === hand);
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.station : undefined;
    // Without a hand it is put where the keyboard is, else at the beginning.
    const to = at < 0 ? (model.stations.find(({ key }) => key === focused) ?? model.stations[0]) : model.stations[at + by];
    if (to === undefined) return;
    const inside = sheet.current?.contains(document.activeElement) === true && document.activeElement?.closest('[data-station]') != null;
    choose(to);
    if (inside) requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>(`[data-station="${to.key}"]`)?.focus());
  };
  const type = ({ command, cwd: at }: BuildView) => session.put(at === cwd ? command : `(cd ${at} && ${command})`, { enter: true });
  const guessing = prediction.plan !== undefined;
  return (
    <>
      <Bar
        t={t}
        builds={builds}
        shown={build}
        live={live}
        comparing={comparing}
        canCompare={previous !== undefined}
        stepping={station !== undefined}
        guessing={guessing}
        busy={rehearsal.busy}
        choose={(number) => {
          prediction.stop();
          subject.choose(number);
        }}
        compare={() => setComparing(!comparing)}
        debug={() => (station === undefined ? step(1) : setHand(undefined))}
        rehearse={() => void rehearsal.run(build ?? cwd)}
        predict={() => (guessing ? prediction.stop() : void prediction.read())}
      />
      {guessing && live && model && (
        <Guessing t={t} model={model} prediction={prediction} go={() => prediction.begin((plan) => type(plan))} />
      )}
      {build !== undefined && build.number < 0 && (
        <p class="bpx-note" role="status">
          {t('build.rehearsal.note')}
          {live && (
            <button type="button" class="btn sm" onClick={() => type(build)}>
              {t('build.rehearsal.run')}
            </button>
          )}
        </p>
      )}
      {[rehearsal.failure, prediction.failure, subject.failure, before.failure].map(
        (failure) =>
          failure !== undefined && (
            <p class="bpx-note bad" role="alert" key={failure}>
              {t('build.error', { message: failure })}
            </p>
          ),
      )}
      {judged && model && prediction.asked && !guessing && (
        <Score t={t} model={model} verdict={judged} again={live ? () => void prediction.read() : undefined} close={prediction.forget} />
      )}
      <div class="bpx-sheet">
        <div class={`bpx-split${station ? ' paneled' : ''}`}>
          <section
            class="sheet"
            aria-label={model ? t('build.label', { name: model.name || t('build.untagged') }) : t('build.stages')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it
            tabIndex={0}
            ref={sheet}
          >
            {model && (
              <Diagram
                key={`${name} ${model.number}`}
                model={model}
                t={t}
                selected={session.selected.value}
                hand={station?.key}
                compared={comparing && before.answer !== undefined}
                choose={choose}
                stage={stage ?? station?.stage ?? lastNeeded(model)}
                setStage={setStage}
                unfold={(key) => setUnfolded((was) => new Set([...was, key]))}
                step={step}
                fresh={subject.fresh && !guessing}
                {...(guessing ? { guesses: prediction.guesses, guess: prediction.guess } : {})}
                {...(judged && !guessing ? { judged: judged.rows } : {})}
              />
            )}
            {model?.message !== undefined && model.failed === undefined && (
              <p class="bpx-call failed bpx-failure">
                {model.messageLine === undefined
                  ? model.message
                  : t('build.failure.line', { line: model.messageLine, message: model.message })}
              </p>
            )}
            {build === undefined && (
              <p class="empty-picture">
                <Inline text={t(subject.failure === undefined && builds?.list.length ? 'build.loading' : 'build.empty')} />
              </p>
            )}
            <p class="vh" role="status">
              {model && !guessing && saySummary(model, t)}
              {station && model && ` ${t('build.debug.hand', { step: sayPlace(station, model, t) })}`}
            </p>
          </section>
          {station && model && (
            <Panel
              session={session}
              model={model}
              station={station}
              t={t}
              live={live && !guessing}
              step={step}
              close={() => setHand(undefined)}
              proceed={build === undefined || guessing ? undefined : () => void rehearsal.run(build)}
              busy={rehearsal.busy}
            />
          )}
        </div>
      </div>
      <TitleBlock locale={locale} live={live} turn={turn} facts={model && !guessing ? factsOf(model, before.answer, comparing, t) : []} />
    </>
  );
}

/** The stage that is shown where there is room for one: the last that is built. */
const lastNeeded = ({ lines }: BuildModel): number => lines.findLast(({ skipped }) => !skipped)?.stage ?? 0;

function factsOf(model: BuildModel, before: BuildView | undefined, comparing: boolean, t: BuildWords): (readonly [string, string])[] {
  const { counts } = model;
  return [
    [t('build.fact.steps'), String(counts.steps)],
    [t('build.fact.cached'), String(counts.cached)],
    [t('build.fact.ran'), String(counts.ran)],
    ...(model.seconds >= 0.05 ? ([[t('build.fact.time'), `${shownSeconds(model.seconds)} s`]] as const) : []),
    ...(model.added > 0 ? ([[t('build.fact.added'), formatBytes(model.added)]] as const) : []),
    ...(model.ok ? [] : ([[t('build.fact.result'), t('build.result.failed')]] as const)),
    ...(comparing && before ? ([[t('build.compare.fact'), `#${before.number}`]] as const) : []),
  ];
}
