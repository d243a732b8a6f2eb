// The picture in words: labels of its rows, its spoken summary, and the whole as text (which the goldens keep).
import { formatBytes } from '../../i18n/index.ts';
import { importedFrom } from '../picture/index.ts';
import type { ChangeCounts, ChangeView } from '../session/view/index.ts';
import type { CoreSample } from './core.ts';
import type { FileNode } from './file-tree.ts';
import { all, type Base, type Bed, type Leak, type StackModel, type Writable } from './model.ts';
import type { StackWords } from './words.ts';

type Codes = StackModel['codes'];

export function sayCounts(counts: ChangeCounts, t: StackWords): string {
  const parts = [
    counts.added > 0 ? t('counts.added', { n: counts.added }) : '',
    counts.changed > 0 ? t('counts.changed', { n: counts.changed }) : '',
    counts.deleted > 0 ? t('counts.deleted', { n: counts.deleted }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('counts.none') : parts.join(t('comma'));
}

export function instructionOf(bed: Bed, t: StackWords): string {
  if (bed.baseName !== undefined) return t('from', { name: bed.baseName });
  const source = importedFrom(bed.comment);
  if (bed.instruction !== '' || source === undefined) return bed.instruction || bed.comment || t('imported');
  return source === '-' ? t('imported.whole') : t('imported.from', { source });
}

export function sayBed(bed: Bed, of: number, t: StackWords): string {
  const text = t('row', {
    n: bed.position,
    all: of,
    code: bed.code,
    instruction: instructionOf(bed, t),
    size: formatBytes(bed.size),
    counts: sayCounts(bed.counts, t),
  });
  return bed.hidden > 0 ? `${text}${t('comma')}${t('row.hidden', { size: formatBytes(bed.hidden) })}` : text;
}

export function sayGroup(base: Base, t: StackWords): string {
  return t('row.group', { name: base.name, n: base.count, size: formatBytes(base.size), counts: sayCounts(base.counts, t) });
}

export function sayWritable(row: Writable, t: StackWords): string {
  return t('row.writable', { name: row.name, size: formatBytes(row.size), counts: sayCounts(row.counts, t) });
}

/** What stands at the right of an entry. `inContainer`: a changed file there was copied up from a layer. */
export function fileNote(file: ChangeView, codes: Codes, inContainer: boolean, t: StackWords): string {
  const code = file.over === undefined ? undefined : (codes[file.over] ?? '');
  const size = file.size === undefined ? '' : formatBytes(file.size);
  const hides = file.hides === undefined ? '' : formatBytes(file.hides);
  if (file.entryKind === 'opaque')
    return file.hides === undefined ? t('note.opaque', { path: file.path }) : t('note.opaque.hides', { path: file.path, size: hides });
  if (file.kind === 'D') {
    if (code === undefined) return t('note.deleted');
    return hides === '' ? t('note.deleted.over', { code }) : t('note.deleted.hides', { size: hides, code });
  }
  const target = file.target ?? '';
  if (file.entryKind === 'symlink') return t('note.link', { target });
  if (file.kind === 'A') {
    if (file.entryKind === 'dir') return t('note.dir');
    const what = file.entryKind === 'hardlink' ? t('note.hardlink', { target: `/${target}` }) : t('note.new');
    return size === '' ? what : `${what}${t('comma')}${size}`;
  }
  if (file.entryKind === 'dir') return code === undefined ? t('note.meta') : t('note.replaced');
  if (code === undefined) return size === '' ? t('note.changed') : `${size}${t('comma')}${t('note.changed')}`;
  if (inContainer) return size === '' ? t('note.copyup', { code }) : `${t('note.copyup', { code })}${t('comma')}${size}`;
  const changed = t('note.changed.from', { code });
  return size === '' ? changed : `${size}${t('comma')}${changed}`;
}

/** What stands at the right of a directory with others in it. */
export function dirNote(node: FileNode, t: StackWords): string {
  return node.entries === 1 ? t('entries.one') : t('entries', { n: node.entries });
}

export function sayCore({ path, found, source, shadows }: CoreSample, t: StackWords): string {
  const top = source === '' ? t('core.top.container') : t('core.top.layer', { code: source ?? '' });
  const codes = shadows.join(t('comma'));
  if (found === 'nowhere') return t('core.nowhere', { path });
  if (found === 'unknown') return t('core.unknown', { path });
  if (found === 'whiteout') return shadows.length > 0 ? t('core.whiteout.hides', { path, top, codes }) : t('core.whiteout', { path, top });
  if (shadows.length > 0) return t('core.shadows', { path, top, codes });
  return source === '' ? t('core.here.container', { path }) : t('core.here.layer', { path, code: source ?? '' });
}

export function sayLeak({ how, path, code, by }: Leak, t: StackWords): string {
  const where = by === undefined ? t('leak.by.container') : t('leak.by.layer', { code: by });
  return t(how === 'deleted' ? 'leak.deleted' : 'leak.replaced', { path, code, by: where });
}

/** `98.4 %`: rounded down, so that 100 % means all of it. */
export function percent(share: number): string {
  const tenths = Math.floor(share * 1000) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)} %`;
}

/** One paragraph: what the picture shows. */
export function saySummary(model: StackModel, t: StackWords): string {
  const layers = model.beds.length === 1 ? t('say.layers.one') : t('say.layers', { n: model.beds.length });
  const parts = [t('say.image', { name: model.name, layers, size: formatBytes(model.size) })];
  if (model.configRows > 0) parts.push(model.configRows === 1 ? t('say.config.one') : t('say.config', { n: model.configRows }));
  if (model.hidden > 0) parts.push(t('say.hidden', { size: formatBytes(model.hidden) }));
  if (model.waste) parts.push(t('say.efficiency', { score: percent(model.waste.efficiency), wasted: formatBytes(model.waste.wasted) }));
  return [...parts, ...model.leaks.map((leak) => sayLeak(leak, t))].join(t('stop') === '.' ? ' ' : '');
}

/** Everything the picture shows, top to bottom. */
export function stackText(model: StackModel, t: StackWords): string {
  const lines = [saySummary(model, t)];
  const files = (changes: readonly ChangeView[], inContainer: boolean) =>
    changes.map((file) => `    ${file.kind} ${t('entry', { path: file.path, note: fileNote(file, model.codes, inContainer, t) })}`);
  const rest = (more: number) => (more > 0 ? [`    ${t('more', { n: more })}`] : []);
  const plane = (text: string) => `  ◇ ${t('row.config', { instruction: text })}`;
  if (model.writable) lines.push(sayWritable(model.writable, t), ...files(model.writable.changes, true), ...rest(model.writable.more));
  const own = model.beds.length - (model.base?.count ?? 0);
  for (const [index, bed] of model.beds.entries()) {
    if (model.base && index === own) lines.push(sayGroup(model.base, t));
    lines.push(...bed.planes.map(plane));
    lines.push(sayBed(bed, model.beds.length, t), ...files(bed.changes, false), ...rest(bed.more));
    if (all(bed.counts) === 0) lines.push(`    ${t('emptyLayer')}`);
  }
  lines.push(...model.ground.map(plane));
  return `${lines.join('\n')}\n`;
}
