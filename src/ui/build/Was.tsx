import { formatBytes } from '../../i18n/index.ts';
import { paint } from '../picture/paint.ts';
import type { Station } from './model.ts';
import { shownSeconds } from './text.ts';
import type { BuildWords } from './words.ts';

/** What the same step was in the build before. */
export function Was({ station, t }: { readonly station: Station; readonly t: BuildWords }) {
  const parts = wasParts(station, t);
  return (
    <span class="was">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}

export function wasParts({ was, bed }: Station, t: BuildWords): string[] {
  if (was === undefined) return [t('build.was.new')];
  const state = was.state === 'same' ? 'cached' : was.state;
  const parts = [t('build.was', { mark: t(`build.mark.${state}`) })];
  if (was.seconds !== undefined && was.seconds >= 0.05) parts.push(t('build.was.seconds', { seconds: shownSeconds(was.seconds) }));
  if (bed !== undefined && was.diffID !== undefined) {
    const more = bed.size - (was.size ?? 0);
    const delta = `${more < 0 ? '−' : '+'}${formatBytes(Math.abs(more))}`;
    parts.push(
      bed.diffID === was.diffID
        ? t('build.was.same')
        : t('build.was.layer', { before: paint(was.diffID).code, now: bed.paint.code, delta }),
    );
  }
  return parts;
}
