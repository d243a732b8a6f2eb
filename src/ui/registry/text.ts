// The picture in words: rows, requests, the spoken summary, and the whole as text (which the goldens keep).
import { formatBytes } from '../../i18n/index.ts';
import type { RegistryModel, Row } from './model.ts';
import type { IndexModel } from './platforms.ts';
import type { RequestRow } from './requests.ts';
import type { RegistryWords } from './words.ts';

type Kind = RegistryModel['kind'];

export const short = (digest: string, digits = 7): string => digest.replace(/^sha256:/, '').slice(0, digits);

/** What happened to a row, or would. */
export function sayMark(row: Row, model: RegistryModel, t: RegistryWords): string {
  const { mark } = row;
  const from = row.from ?? '';
  if (mark === 'moving' || mark === 'failed' || mark === 'none') return t(`mark.${mark}`);
  const would = model.phase === 'forecast';
  if (mark === 'to') return t(would ? `would.to.${model.kind}` : `mark.to.${model.kind}`);
  return t(would ? `would.${mark}` : `mark.${mark}`, { from });
}

/** The same, for the 96 px between the sheets. */
export function shortMark(row: Row, kind: Kind, t: RegistryWords): string {
  if (row.mark === 'to') return row.size === undefined ? t(`short.to.${kind}`) : formatBytes(row.size);
  return t(`short.${row.mark}`, { from: row.from ?? '' });
}

/** Why; a sentence. */
export function sayWhy(row: Row, model: RegistryModel, t: RegistryWords): string {
  const { reason, kind } = row;
  const document = kind === 'manifest' || kind === 'index';
  if (kind === 'manifest' && row.mark === 'to') return t(`why.manifest.${model.kind}`);
  if (kind === 'index' && row.mark === 'to') return model.kind === 'pull' ? t('why.index.pull') : t('why.manifest.push');
  if (document && reason === 'here') return t('why.here.document');
  return reason === undefined ? '' : t(`why.${reason}`, { from: row.from ?? '' });
}

const side = (of: Row['here'], t: RegistryWords): string =>
  of === undefined ? t('say.kept') : of.after ? t(of.before ? 'say.yes' : 'say.became') : t('say.no');

export function sayRow(row: Row, model: RegistryModel, t: RegistryWords): string {
  return t('say.row', {
    label: t(`label.${row.kind}`),
    code: row.code,
    size: sizes(row, t),
    here: side(row.here, t),
    there: side(row.there, t),
    what: sayMark(row, model, t),
  });
}

/** `3.41 MB`, and for a layer what it unpacks to. */
export function sizes({ size, unpacked }: Row, t: RegistryWords): string {
  const parts = [size === undefined ? undefined : formatBytes(size), unpacked === undefined ? undefined : formatBytes(unpacked)];
  return parts.filter((part) => part !== undefined).join(' / ') || t('detail.never');
}

export function sayBytes({ sent, received, host }: RequestRow, t: RegistryWords): string {
  // A token's length is not known here: none is made.
  if (host !== undefined) return '–';
  if (sent === 0 && received === 0) return '0 B';
  return [
    sent > 0 ? t('req.sent', { size: formatBytes(sent) }) : '',
    received > 0 ? t('req.received', { size: formatBytes(received) }) : '',
  ]
    .filter((part) => part !== '')
    .join(t('comma'));
}

export const sayStatus = ({ status }: RequestRow, t: RegistryWords): string => (status === 0 ? t('req.noanswer') : String(status));

export const sayRequest = (row: RequestRow, t: RegistryWords): string =>
  t('req.say', {
    n: row.n,
    method: row.method,
    path: `${row.host ?? ''}${row.short}`,
    status: sayStatus(row, t),
    bytes: sayBytes(row, t),
  });

export function saySummary(model: RegistryModel, t: RegistryWords): string {
  const { sums, kind, failure, phase } = model;
  const subject = t(phase === 'forecast' ? `say.would.${kind}` : `say.${kind}`, { name: model.name });
  if (failure !== undefined) return `${subject}${t('colon')}${failure.text}${t('stop')}`;
  const parts = [
    sums.moved.count > 0 ? t(`say.moved.${kind}`, { n: sums.moved.count, size: formatBytes(sums.moved.bytes) }) : '',
    sums.exists.count > 0 ? t('say.exists', { n: sums.exists.count, size: formatBytes(sums.exists.bytes) }) : '',
    sums.mounted.count > 0 ? t('say.mounted', { n: sums.mounted.count, size: formatBytes(sums.mounted.bytes) }) : '',
  ].filter((part) => part !== '');
  return `${subject}${t('colon')}${parts.length === 0 ? t('say.nothing') : parts.join(t('comma'))}${t('stop')}`;
}

export function sayPlatform({ rows, why, wanted }: IndexModel, t: RegistryWords): string {
  const chosen = rows.find((row) => row.chosen);
  return chosen === undefined ? '' : t(`index.${why}`, { platform: chosen.platform, wanted });
}

export function sayFailure(model: RegistryModel, t: RegistryWords): string {
  return model.failure === undefined ? '' : t(`fail.${model.failure.kind}`, { host: model.host });
}

/** The whole picture as lines of text. */
export function registryText(model: RegistryModel, t: RegistryWords): string {
  const flags = (list: RegistryModel['flags']['here']): string => list.map(({ name, moved }) => (moved ? `>${name}` : name)).join(' ');
  const lines = [
    saySummary(model, t),
    `${model.machine} [${flags(model.flags.here)}] | ${model.host}/${model.path} [${flags(model.flags.there)}]`,
  ];
  if (model.failure !== undefined) lines.push(sayFailure(model, t));
  if (model.was.there !== undefined) lines.push(t('tag.was.there', { tag: model.was.there.tag }));
  if (model.was.here !== undefined) lines.push(t('tag.was.here', { tag: model.was.here.tag }));
  if (model.index !== undefined) {
    lines.push(
      `${t('index.head', { code: short(model.index.digest, 4), n: model.index.rows.length })}${t('colon')}${sayPlatform(model.index, t)}`,
    );
    for (const row of model.index.rows) lines.push(`  ${row.chosen ? '#' : '-'} ${row.platform} ${short(row.digest)}`);
    if (model.index.attestations > 0) lines.push(`  ${t('index.attestations', { n: model.index.attestations })}`);
  }
  for (const row of model.rows) {
    lines.push(`${row.step + 1}. ${sayRow(row, model, t)}`);
    const why = sayWhy(row, model, t);
    if (why !== '') lines.push(`     ${why}`);
  }
  for (const request of model.requests)
    lines.push(`  ${sayRequest(request, t)}${request.about === undefined ? '' : ` -> ${short(request.about, 4)}`}`);
  return `${lines.join('\n')}\n`;
}
