import { HardDrive } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatBytes } from '../../../i18n/index.ts';
import type { DeviceStore, Usage } from '../../session/storage.ts';
import type { KeepWords } from '../words.ts';
import { fullness } from './model.ts';

interface Props {
  readonly usage: Usage;
  readonly store: DeviceStore;
  readonly t: KeepWords;
}

export function UsageBar({ usage, store, t }: Props) {
  const [persisted, setPersisted] = useState<boolean | 'asked and refused'>(usage.persisted);
  const full = fullness(usage.used, usage.quota);
  const kept = formatBytes(usage.kept);
  return (
    <section class="usage" data-explain="keep.quota">
      {full !== undefined && <meter min={0} max={1} high={0.9} value={full} aria-hidden="true" />}
      <div class="grow">
        <p class="num">
          <HardDrive aria-hidden="true" />
          {usage.quota === undefined ? t('box.usage', { kept }) : t('box.usage.quota', { kept, quota: formatBytes(usage.quota) })}
        </p>
        <p class="muted" role="status">
          {t(persisted === true ? 'box.persisted' : persisted === false ? 'box.persist.say' : 'box.persist.no')}
        </p>
      </div>
      {persisted === false && (
        <button type="button" class="btn sm" onClick={() => void store.persist().then((yes) => setPersisted(yes || 'asked and refused'))}>
          {t('box.persist')}
        </button>
      )}
    </section>
  );
}
