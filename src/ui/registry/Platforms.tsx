// The index of a pull: a page with pages behind it, one row a platform, the one that was taken filled.
import { useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { IndexModel } from './platforms.ts';
import { sayPlatform, short } from './text.ts';
import type { RegistryWords } from './words.ts';

export function Platforms({ index, name, t }: { readonly index: IndexModel; readonly name: string; readonly t: RegistryWords }) {
  const grey = useGrey();
  const [all, setAll] = useState(index.rows.length <= 4);
  const rows = all ? index.rows : index.rows.filter(({ chosen }) => chosen);
  return (
    <section
      class="rgp-index"
      {...grey(`platforms ${name}`)}
      data-explain="registry.index"
      aria-label={t('index.head', { code: short(index.digest, 4), n: index.rows.length })}
    >
      <div class="rgp-indexhead">
        <span class="rgp-page index" aria-hidden="true">
          <b>{short(index.digest, 4)}</b>
        </span>
        <div>
          <b>{t('index.head', { code: short(index.digest, 4), n: index.rows.length })}</b>
          <p>{sayPlatform(index, t)}</p>
        </div>
        {index.rows.length > 4 && (
          <button type="button" class="btn sm quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('index.less') : t('index.more', { n: index.rows.length })}
          </button>
        )}
      </div>
      <ul class="rgp-platforms">
        {rows.map((row) => (
          <li key={row.digest} class={row.chosen ? 'chosen' : ''}>
            <span class="rgp-pick" aria-hidden="true" />
            <b>{row.platform}</b>
            {row.chosen && <span class="vh">{t('index.taken')}</span>}
            <code>{short(row.digest)}</code>
            <span class="num">{formatBytes(row.size)}</span>
            {row.attestation !== undefined && all && (
              <span class="rgp-att">{t('index.attested', { code: short(row.attestation, 4) })}</span>
            )}
          </li>
        ))}
      </ul>
      {index.attestations > 0 && <p class="rgp-note">{t('index.attestations', { n: index.attestations })}</p>}
    </section>
  );
}
