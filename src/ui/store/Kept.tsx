// Layers that no image uses and that still take space: something else needs them.
import { formatBytes } from '../../i18n/index.ts';
import type { StoreModel } from './model.ts';
import type { StoreWords } from './words.ts';

export function Kept({ model, t, going }: { readonly model: StoreModel; readonly t: StoreWords; readonly going: ReadonlySet<string> }) {
  const title = model.orphans.length > 0 ? t('kept.held', { names: model.orphans.join(t('comma')) }) : t('kept');
  const size = model.kept.reduce((sum, bed) => sum + bed.size, 0);
  return (
    <section class="sto-kept" aria-label={title} data-explain="store.kept">
      <h3>
        {title} <span class="num">{formatBytes(size)}</span>
      </h3>
      <ul>
        {model.kept.map((bed) => (
          <li
            key={bed.key}
            class={`lay${going.has(bed.key) ? ' going' : ''}`}
            style={{ '--h': String(bed.paint.hue) }}
            data-tone={bed.paint.tone}
            title={bed.instruction}
          >
            <b class="code">{bed.code}</b> <span class="num">{formatBytes(bed.size)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
