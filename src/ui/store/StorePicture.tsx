// The Store picture in the lab: its bar, the drawing, the panel on what is chosen, the sentence on what goes, the title block.

import { Trash2, Waves } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { late } from '../late/index.tsx';
import { type PictureProps, TitleBlock } from '../picture/index.ts';
import { machineOf, type StoreView } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { freshLayers, movedNames } from './changes.ts';
import { type Choice, choiceOf, selectedOf } from './choice.ts';
import { NARROW } from './columns.ts';
import { sayError } from './errors.ts';
import { factsOf } from './facts.ts';
import { isPrune, type Plan, usePlan } from './forecast.ts';
import { Kept } from './Kept.tsx';
import { List } from './List.tsx';
import { isNothing, type Loss, lossOf } from './loss.ts';
import { type StoreModel, storeModel } from './model.ts';
import { Panel } from './Panel.tsx';
import { PlanStrip } from './PlanStrip.tsx';
import { type Going, Heads, Sheet } from './Sheet.tsx';
import { type CodeOf, refusalOf, type Sentence, sayLoss, saySummary, shortCode } from './text.ts';
import { type StoreWords, storeWords } from './words.ts';
import './store.css';
import './beds.css';
import './panel.css';
import './list.css';
import './ripple/ripple.css';

const Ripple = late(async () => (await import('./ripple/Ripple.tsx')).Ripple);

const prunes = ['docker image prune', 'docker image prune -a', 'docker system prune'] as const;
const nothing: Going = { images: new Set(), names: new Set(), layers: new Set() };

export function StorePicture({ session, view: world, before: worldBefore, machine: name, locale, live, turn }: PictureProps) {
  const t = storeWords(locale);
  const view = machineOf(world, name).store;
  const before = worldBefore && machineOf(worldBefore, name).store;
  const [all, setAll] = useState(false);
  const [pinned, setPinned] = useState<string | undefined>();
  const [hovered, setHovered] = useState<string | undefined>();
  const [planning, setPlanning] = useState(false);
  const [rippling, setRippling] = useState<string | undefined>();
  const [exact, setExact] = useState<Choice | undefined>();
  const sheet = useRef<HTMLElement>(null);
  const width = useWidth(sheet);
  const model = useMemo(() => storeModel(view, { all }), [view, all]);
  const code = useMemo(() => codesOf(model), [model]);
  const selected = session.selected.value;
  const chosen = useMemo(() => {
    if (exact !== undefined && selected !== undefined && selectedOf(exact, model, name).id === selected.id && isIn(exact, model))
      return exact;
    return choiceOf(selected, model);
  }, [exact, selected, model, name]);
  const choose = (choice: Choice | undefined): void => {
    const same = choice !== undefined && chosen !== undefined && choice.kind === chosen.kind && choice.id === chosen.id;
    setExact(same ? undefined : choice);
    session.selected.value = choice === undefined || same ? undefined : selectedOf(choice, model, name);
  };
  useEffect(() => {
    setPinned(undefined);
    setHovered(undefined);
  }, [view]);

  const typed = live && session.waiting.value === 'stdin' ? session.history.at(-1) : undefined;
  const asking = typed !== undefined && isPrune(typed) ? typed.trim() : undefined;
  const plan = usePlan(
    session,
    view,
    live ? (hovered ?? pinned ?? asking) : undefined,
    (hovered ?? pinned) === undefined ? 'answer' : 'would',
  );
  const gone = useGone(view, before, turn);
  const strip = stripOf(plan, view, gone, turn, code, t);
  const facts = chosen === undefined ? undefined : factsOf(chosen, view, model, t);
  const forecast = (line: string | undefined, hover: boolean): void => (hover ? setHovered(line) : setPinned(line));
  const fresh = useMemo(() => freshLayers(view, before), [view, before]);
  const hollow = useHollow(view, before);

  if (rippling !== undefined)
    return (
      <Ripple
        session={session}
        view={view}
        model={model}
        machine={machineOf(world, name)}
        image={rippling}
        close={() => setRippling(undefined)}
        locale={locale}
        live={live}
        turn={turn}
      />
    );
  const panel = facts !== undefined && (
    <Panel facts={facts} t={t} live={live} forecast={forecast} pinned={pinned} ripple={setRippling} close={() => choose(undefined)} />
  );
  const drawing = { model, t, chosen, going: strip.going, fresh, hollow, choose };
  return (
    <>
      {model.images.length > 0 && (
        <div class="pic-bar sto-bar">
          {live && (
            <button type="button" class="btn quiet sm" aria-expanded={planning} onClick={() => setPlanning(!planning)}>
              <Trash2 size={16} aria-hidden="true" />
              {t('plan.open')}
            </button>
          )}
          {live &&
            planning &&
            prunes.map((line) => (
              <button
                key={line}
                type="button"
                class="btn quiet sm"
                aria-pressed={pinned === line}
                onClick={() => setPinned(pinned === line ? undefined : line)}
                onMouseEnter={() => setHovered(line)}
                onMouseLeave={() => setHovered(undefined)}
              >
                <code>{line.replace('docker ', '')}</code>
              </button>
            ))}
          <button
            type="button"
            class="btn quiet sm"
            onClick={() => setRippling(chosen?.image ?? model.images[0]?.key)}
            data-explain="store.ripple"
          >
            <Waves size={16} aria-hidden="true" />
            {t('ripple.open')}
          </button>
          {model.steps > 0 && (
            <label class="sto-check" title={t('all.title', { n: model.steps })}>
              <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
              {t('all')}
            </label>
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet sto-sheet" aria-label={saySummary(model, t)} tabIndex={0} ref={sheet}>
        {model.images.length === 0 ? (
          <p class="empty-picture">
            <Inline text={t('empty')} />
          </p>
        ) : width < NARROW ? (
          <List {...drawing} panel={panel} />
        ) : (
          <>
            <Heads {...drawing} width={width} />
            <Sheet {...drawing} width={width} />
          </>
        )}
        {model.kept.length > 0 && <Kept model={model} t={t} going={strip.going.layers} />}
      </section>
      {width >= NARROW && panel}
      {strip.sentence !== undefined && (
        <PlanStrip
          sentence={strip.sentence}
          says={strip.says}
          refused={strip.refused}
          t={t}
          {...(plan !== undefined && plan.kind === 'would' ? { put: () => session.put(plan.line) } : {})}
        />
      )}
      <TitleBlock locale={locale} live={live} turn={turn} facts={titleOf(model, t)} />
    </>
  );
}

interface Strip {
  readonly sentence: Sentence | undefined;
  readonly says: string;
  readonly refused: boolean;
  readonly going: Going;
}

/** A forecast if there is one, else what the last command took. */
function stripOf(
  plan: Plan | undefined,
  view: StoreView,
  gone: Loss | undefined,
  turn: number | undefined,
  code: CodeOf,
  t: StoreWords,
): Strip {
  const empty: Strip = { sentence: undefined, says: '', refused: false, going: nothing };
  if (plan !== undefined) {
    if (plan.failure !== undefined) return { ...empty, sentence: { main: sayError(plan.failure, t), rest: '' } };
    if (plan.forecast === undefined) return { ...empty, sentence: { main: t('plan.doing'), rest: '' } };
    const { after, exit, output } = plan.forecast;
    const loss = lossOf(view, after);
    const refused = exit !== 0 && isNothing(loss);
    const sentence = sayLoss(loss, { kind: plan.kind, line: plan.line }, t, code, refused ? refusalOf(output) : '');
    const says = /^Total reclaimed space: .*$/m.exec(output)?.[0] ?? '';
    return { sentence, says, refused, going: { images: new Set(loss.images), names: new Set(loss.names), layers: new Set(loss.layers) } };
  }
  return gone === undefined || turn === undefined ? empty : { ...empty, sentence: sayLoss(gone, { kind: 'did', turn }, t, code) };
}

/** What the last command took away. Time that passes after it brings new states in which nothing went; what it took stays told. */
function useGone(view: StoreView, before: StoreView | undefined, turn: number | undefined): Loss | undefined {
  const told = useRef<{ readonly turn: number | undefined; readonly loss: Loss } | undefined>(undefined);
  const loss = useMemo(() => (before === undefined || before === view ? undefined : lossOf(before, view)), [view, before]);
  if (loss !== undefined && !isNothing(loss)) told.current = { turn, loss };
  else if (told.current?.turn !== turn || before === undefined) told.current = undefined;
  return told.current?.loss;
}

const isIn = (choice: Choice, model: StoreModel): boolean => choiceOf(selectedOf(choice, model, ''), model) !== undefined;

function codesOf(model: StoreModel): CodeOf {
  const codes = new Map(model.images.map(({ key, code }) => [key, code]));
  return (id) => codes.get(id) ?? shortCode(id);
}

function titleOf(model: StoreModel, t: StoreWords): (readonly [string, string])[] {
  const dangling = model.images.filter(({ life }) => life === 'dangling').length;
  return [
    [t('fact.images'), String(model.images.length)],
    [t('fact.layers'), String(model.groups.reduce((sum, { beds }) => sum + beds.length, 0))],
    ...(dangling > 0 ? ([[t('fact.dangling'), String(dangling)]] as const) : []),
    [t('fact.disk'), formatBytes(model.onDisk)],
    ...(model.cache.size > 0 ? ([[t('fact.cache'), formatBytes(model.cache.size)]] as const) : []),
  ];
}

/** Width of an element in CSS pixels, as it changes. */
function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.min(element.clientWidth, document.documentElement.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return width;
}

/** Names that moved with the last command, for four seconds. */
function useHollow(view: StoreView, before: StoreView | undefined): ReadonlyMap<string, readonly string[]> {
  const [shown, setShown] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    const moved = movedNames(view, before);
    setShown(moved);
    if (moved.size === 0) return;
    const timer = setTimeout(() => setShown(new Map()), 4000);
    return () => clearTimeout(timer);
  }, [view, before]);
  return shown;
}
