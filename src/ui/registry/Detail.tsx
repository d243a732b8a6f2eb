// What a row says when it is opened: why, both digests whole, and its requests.
// biome-ignore-all lint/a11y/useSemanticElements: rows of a drawing on a subgrid are no table's, but read as one
// biome-ignore-all lint/a11y/useFocusableInteractive: the button in each row takes the focus
// biome-ignore-all lint/a11y/noStaticElementInteractions: pointing at a row only marks it; its button does the same
import { Check, Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import type { RegistryModel, Row } from './model.ts';
import { sayMark, sayRequest, sayWhy } from './text.ts';
import type { RegistryWords } from './words.ts';

export function Detail({ row, model, t }: { readonly row: Row; readonly model: RegistryModel; readonly t: RegistryWords }) {
  const why = sayWhy(row, model, t);
  const requests = model.requests.filter(({ n }) => row.requests.includes(n));
  return (
    <div class="rgp-detail" role="cell">
      <p>
        <b>{sayMark(row, model, t)}</b>
        {why !== '' && ` ${why}`}
      </p>
      <dl>
        <dt>
          {t(row.kind === 'layer' ? 'detail.blob' : 'detail.blob.plain')}
          {row.size !== undefined && <span class="num"> {formatBytes(row.size)}</span>}
        </dt>
        <dd>{row.digest === undefined ? t('detail.never') : <Whole digest={row.digest} name={t('detail.blob.plain')} t={t} />}</dd>
        {row.diffID !== undefined && (
          <>
            <dt>
              {t('detail.diffID')}
              {row.unpacked !== undefined && <span class="num"> {formatBytes(row.unpacked)}</span>}
            </dt>
            <dd>
              <Whole digest={row.diffID} name="diffID" t={t} />
            </dd>
          </>
        )}
        {requests.length > 0 && (
          <>
            <dt>{t('detail.requests')}</dt>
            <dd>
              <ol>
                {requests.map((request) => (
                  <li key={request.n}>
                    <code>{sayRequest(request, t)}</code>
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Whole({ digest, name, t }: { readonly digest: string; readonly name: string; readonly t: RegistryWords }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(digest);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span class="rgp-whole">
      <code>{digest}</code>
      <button
        type="button"
        class="rgp-copy"
        aria-label={t('copy', { what: name })}
        title={t('copy', { what: name })}
        onClick={() => void copy()}
      >
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </button>
      <span class="vh" role="status">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
}
