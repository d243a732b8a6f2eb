// The picture in words: labels of its stations, why they ran, its spoken summary, and the whole as text (which the goldens keep).
import { formatBytes } from '../../i18n/index.ts';
import { instruction } from '../picture/instruction.ts';
import type { BuildContextView, CauseView } from '../session/view/index.ts';
import { type BuildModel, type Fold, type Item, isStep, type Line, type Station } from './model.ts';
import type { BuildWords } from './words.ts';

export const shownSeconds = (seconds: number): string => (seconds >= 10 ? seconds.toFixed(0) : seconds.toFixed(1));
export const shownMode = (mode: number): string => mode.toString(8).padStart(4, '0');

export function stageName(line: Pick<Line, 'name' | 'stage'>, t: BuildWords): string {
  return line.name || t('build.stage.unnamed', { n: line.stage });
}

/** `step 3`, or `step 3 of build` where there are several stages; `line 4` for what is no step. */
export function sayPlace(station: Station, model: BuildModel, t: BuildWords): string {
  const { place, stage, line } = station;
  if (place === undefined) return t('build.step.line', { line });
  const own = model.lines[stage];
  return own === undefined || model.lines.length === 1 || model.builder === 'classic'
    ? t('build.step', { number: place.number })
    : t('build.step.stage', { number: place.number, stage: stageName(own, t) });
}

export function sayMark(station: Station, model: BuildModel, t: BuildWords): string {
  if (station.same) return t('build.mark.same');
  if (station.mark === 'because') {
    const root = model.stations.find(({ key }) => key === station.root);
    return t('build.mark.because', { step: root === undefined ? t('build.above') : sayPlace(root, model, t) });
  }
  if (station.mark === 'failed' && station.exit !== undefined) return t('build.mark.failed.exit', { exit: station.exit });
  return t(`build.mark.${station.mark}`);
}

/** The inputs that differ, most telling first; empty for what has nothing to tell. */
export function causeLines(cause: CauseView, t: BuildWords): string[] {
  switch (cause.kind) {
    case 'first-build':
      return [t('build.cause.first')];
    case 'no-cache':
      return [t('build.cause.nocache')];
    case 'parent-changed':
      return [t('build.cause.parent')];
    case 'instruction-changed':
      return [t('build.cause.instruction', { before: instruction(cause.before) })];
    case 'environment':
      return cause.variables.map((one) => sayVariable(one, t));
    case 'files': {
      if (cause.files.length === 0) return [t('build.cause.files.unknown')];
      const more = cause.more === 0 ? [] : [t(cause.more === 1 ? 'build.cause.more.one' : 'build.cause.more', { n: cause.more })];
      return [...cause.files.map((file) => sayFile(file, t)), ...more];
    }
  }
}

function sayVariable({ name, before, now }: Extract<CauseView, { kind: 'environment' }>['variables'][number], t: BuildWords): string {
  if (now === undefined) return t('build.cause.variable.gone', { name });
  if (before === undefined) return t('build.cause.variable.changed', { name, now: now || '""' });
  return t('build.cause.variable', { name, before: before || '""', now: now || '""' });
}

type File = Extract<CauseView, { kind: 'files' }>['files'][number];

function sayFile({ path, before, now }: File, t: BuildWords): string {
  const size = (file: NonNullable<File['now']>): string => (file.size === undefined ? file.kind : formatBytes(file.size));
  const code = (file: NonNullable<File['now']>): string => (file.digest ?? '').replace(/^sha256:/, '').slice(0, 4);
  if (before === undefined) return now === undefined ? path : t('build.cause.added', { path, size: size(now) });
  if (now === undefined) return t('build.cause.removed', { path, size: size(before) });
  if (before.kind !== now.kind) return t('build.cause.kind', { path, before: before.kind, now: now.kind });
  if (before.size !== now.size) return t('build.cause.size', { path, before: size(before), now: size(now) });
  if (before.digest !== now.digest) return t('build.cause.content', { path, size: size(now), before: code(before), now: code(now) });
  if (before.target !== now.target) return t('build.cause.kind', { path, before: before.target ?? '', now: now.target ?? '' });
  if (before.mode !== now.mode) return t('build.cause.mode', { path, before: shownMode(before.mode), now: shownMode(now.mode) });
  return t('build.cause.owner', { path });
}

/** The differing input in a few words, for callouts and speech. */
export function sayCause(cause: CauseView, t: BuildWords): string {
  const lines = causeLines(cause, t);
  const first = lines[0] ?? '';
  return lines.length > 2 ? `${first}${t('build.comma')}${t('build.cause.more', { n: lines.length - 1 })}` : lines.join(t('build.comma'));
}

export function sayJoin(join: Station['joins'][number], t: BuildWords): string {
  const paths = join.paths.join(' ');
  if (join.stage === undefined) return t('build.join.image', { name: join.name, paths });
  return join.paths.length === 0 ? t('build.join.base', { name: join.name }) : t('build.join', { name: join.name, paths });
}

export function sayStation(station: Station, model: BuildModel, t: BuildWords): string {
  const mark = sayMark(station, model, t);
  const cause = station.mark === 'missed' && station.cause !== undefined ? `${t('build.comma')}${sayCause(station.cause, t)}` : '';
  const said =
    station.place === undefined
      ? t('build.item.config', { text: station.text, mark })
      : t('build.item', { ...station.place, text: station.text, mark: `${mark}${cause}` });
  const parts = [
    said,
    ...(station.seconds !== undefined && station.seconds >= 0.05
      ? [t('build.item.seconds', { seconds: shownSeconds(station.seconds) })]
      : []),
    ...(station.bed === undefined ? [] : [t('build.item.bed', { code: station.bed.paint.code, size: formatBytes(station.bed.size) })]),
    ...(station.ground.length === 0 ? [] : [sayGround(station, t)]),
    ...station.joins.map((join) => sayJoin(join, t)),
  ];
  return parts.join(t('build.comma'));
}

export function sayGround({ ground }: Station, t: BuildWords): string {
  const size = formatBytes(ground.reduce((sum, bed) => sum + bed.size, 0));
  return ground.length === 1 ? t('build.layers.one', { size }) : t('build.layers', { n: ground.length, size });
}

export const sayFold = ({ cached }: Fold, t: BuildWords): string => t('build.fold', { n: cached });

/** One paragraph: what the build did. */
export function saySummary(model: BuildModel, t: BuildWords): string {
  const { counts, firstMiss, failed } = model;
  const values = { n: counts.steps, cached: counts.cached, ran: counts.ran };
  const done = counts.cached + counts.ran + counts.failed > 0;
  const parts = [
    model.number === 0
      ? t('build.say.plan', { n: counts.steps })
      : done
        ? t(counts.steps === 1 ? 'build.say.steps.one' : 'build.say.steps', values)
        : '',
    counts.unneeded > 0 ? t(counts.unneeded === 1 ? 'build.say.unneeded.one' : 'build.say.unneeded', { n: counts.unneeded }) : '',
    firstMiss?.cause === undefined ? '' : t('build.say.miss', { step: sayPlace(firstMiss, model, t), cause: sayCause(firstMiss.cause, t) }),
    failed !== undefined
      ? t('build.say.failed', { step: sayPlace(failed, model, t), error: failureOf(failed, t) })
      : model.message === undefined
        ? ''
        : t('build.say.message', { message: model.message }),
  ].filter((part) => part !== '');
  return t('build.say', { name: model.name || t('build.untagged'), parts: parts.join(t('build.stop')) });
}

function failureOf({ exit, error }: Station, t: BuildWords): string {
  return exit === undefined ? (error ?? t('build.mark.failed')) : t('build.try.exit', { exit });
}

export function sayContext(context: BuildContextView, t: BuildWords): string[] {
  const line = (key: 'sent' | 'unasked' | 'ignored', n: number, bytes: number): string =>
    t(n === 1 ? `build.context.${key}.one` : `build.context.${key}`, { n, size: formatBytes(bytes) });
  return [
    line('sent', context.sentFiles, context.sentBytes),
    ...context.sent.map(({ path, bytes }) => `  ${path} ${formatBytes(bytes)}`),
    ...(context.unaskedFiles > 0 ? [line('unasked', context.unaskedFiles, context.unaskedBytes)] : []),
    ...(context.ignoreFile === undefined ? [t('build.context.none', { file: '.dockerignore' })] : []),
    ...(context.ignoredFiles > 0 ? [line('ignored', context.ignoredFiles, context.ignoredBytes)] : []),
    ...context.ignored.map(({ path, bytes, ...by }) => `  ~~${path}~~ ${formatBytes(bytes)} (${t('build.context.by', by)})`),
  ];
}

/** Everything the picture shows, stage by stage. */
export function buildText(model: BuildModel, t: BuildWords): string {
  const lines = [saySummary(model, t)];
  if (model.context !== undefined) lines.push(...sayContext(model.context, t));
  for (const line of model.lines) {
    const skipped = line.skipped ? `${t('build.comma')}${t('build.stage.skipped')}` : '';
    lines.push(`${stageName(line, t)} (${t('build.stage.from', { base: line.base })})${skipped}`);
    lines.push(...line.items.map((item) => `  ${textOf(item, model, t)}`));
  }
  return `${lines.join('\n')}\n`;
}

const SIGNS: Readonly<Record<Station['mark'], string>> = {
  base: '┬',
  config: '◇',
  cached: '=',
  ran: '▶',
  missed: '≠',
  because: '▷',
  failed: '×',
  unneeded: '┊',
  waiting: '┊',
  open: '○',
};

function textOf(item: Item, model: BuildModel, t: BuildWords): string {
  if (item.kind === 'fold') return `= ${sayFold(item, t)}`;
  const why =
    isStep(item) && item.mark !== 'missed' && item.cause !== undefined && item.mark !== 'because' ? ` (${sayCause(item.cause, t)})` : '';
  return `${SIGNS[item.mark]} ${sayStation(item, model, t)}${why}`;
}
