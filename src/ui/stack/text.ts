// The picture in words: labels of its rows, its spoken summary, and the whole as text (which the goldens keep).
import { formatBytes, type Words } from '../../i18n/index.ts';
import type { ChangeCounts } from '../session/view/index.ts';
import type { Bed, FileRow, StackModel, Writable } from './model.ts';

export function sayCounts(counts: ChangeCounts, t: Words): string {
  const parts = [
    counts.added > 0 ? t('stack.counts.added', { n: counts.added }) : '',
    counts.changed > 0 ? t('stack.counts.changed', { n: counts.changed }) : '',
    counts.deleted > 0 ? t('stack.counts.deleted', { n: counts.deleted }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('stack.counts.none') : parts.join(t('stack.comma'));
}

export function sayBed(bed: Bed, all: number, t: Words): string {
  return t('stack.row', {
    n: bed.position,
    all,
    code: bed.paint.code,
    instruction: bed.instruction || bed.comment || t('stack.imported'),
    size: formatBytes(bed.size),
    counts: sayCounts(bed.counts, t),
  });
}

export function sayWritable(row: Writable, t: Words): string {
  return t('stack.row.writable', { name: row.name, size: formatBytes(row.size), counts: sayCounts(row.counts, t) });
}

export function fileNote(file: FileRow, t: Words): string {
  const size = file.size === undefined ? '' : formatBytes(file.size);
  if (file.entryKind === 'opaque') return t('stack.opaque');
  if (file.kind === 'D')
    return file.older === undefined
      ? t('stack.deletedFile')
      : t('stack.deletedFile.hides', { size: formatBytes(file.hides), code: file.older });
  const what =
    file.kind === 'A'
      ? t('stack.addedFile')
      : file.older === undefined
        ? t('stack.changedFile')
        : t('stack.changedFile.from', { code: file.older });
  if (size === '') return what;
  return file.kind === 'A' ? `${what}${t('stack.comma')}${size}` : `${size}${t('stack.comma')}${what}`;
}

/** One paragraph: what the picture shows. */
export function saySummary(model: StackModel, t: Words): string {
  const layers = model.beds.length === 1 ? t('stack.say.layers.one') : t('stack.say.layers', { n: model.beds.length });
  const parts = [t('stack.say.image', { name: model.name, layers, size: formatBytes(model.size) })];
  if (model.configRows > 0)
    parts.push(`${model.configRows === 1 ? t('stack.say.config.one') : t('stack.say.config', { n: model.configRows })}.`);
  if (model.hidden > 0) parts.push(`${t('stack.say.hidden', { size: formatBytes(model.hidden) })}.`);
  return parts.join(' ');
}

/** Everything the picture shows, top to bottom. */
export function stackText(model: StackModel, t: Words): string {
  const lines = [saySummary(model, t)];
  const files = (rows: readonly FileRow[]) => rows.map((file) => `    ${file.kind} ${file.path} (${fileNote(file, t)})`);
  if (model.writable) lines.push(sayWritable(model.writable, t), ...files(model.writable.files));
  for (const bed of model.beds) {
    lines.push(...bed.planes.map((plane) => `  ◇ ${t('stack.row.config', { instruction: plane })}`));
    lines.push(sayBed(bed, model.beds.length, t), ...files(bed.files));
    if (bed.more > 0) lines.push(`    ${t('stack.more', { n: bed.more })}`);
  }
  lines.push(...model.ground.map((plane) => `  ◇ ${t('stack.row.config', { instruction: plane })}`));
  return `${lines.join('\n')}\n`;
}
