// Progress out of this device: a file, or a code.
import { Check, Copy, Download } from 'lucide-preact';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '../keep/save-file.ts';
import type { Progress } from '../progress/store.ts';
import { sha256 } from '../session/store/digest.ts';
import { grouped, writeCode } from './code.ts';
import { writeProgress } from './file.ts';
import type { PassportWords } from './words.ts';

export function TakeAlong({ now, t }: { readonly now: Progress; readonly t: PassportWords }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const nothing = Object.keys(now.lessons).length === 0;
  const code = nothing ? '' : grouped(writeCode(now, Date.now()));
  const save = async () => {
    const at = Date.now();
    const text = await writeProgress(now, sha256, at);
    saveFile(`strata-progress-${new Date(at).toISOString().slice(0, 10)}.json`, new Blob([text], { type: 'application/json' }));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    } catch {
      document.querySelector<HTMLTextAreaElement>('#passport-code')?.select();
    }
  };
  return (
    <section aria-labelledby="passport-out">
      <h2 id="passport-out">{t('out.title')}</h2>
      {nothing ? (
        <p>{t('out.nothing')}</p>
      ) : (
        <>
          <p>{t('out.file.say')}</p>
          <button type="button" class="btn pri" onClick={() => void save()}>
            <Download aria-hidden="true" />
            {t('out.file')}
          </button>
          <label class="label" for="passport-code">
            {t('out.code')}
          </label>
          <p id="passport-code-say">{t('out.code.say', { n: code.replaceAll(' ', '').length })}</p>
          <textarea
            id="passport-code"
            class="mono"
            readOnly
            rows={Math.min(10, Math.max(2, Math.ceil(code.length / 30)))}
            value={code}
            aria-describedby="passport-code-say"
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" class="btn" onClick={() => void copy()}>
            {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            <span aria-live="polite">{copied ? t('out.copied') : t('out.copy')}</span>
          </button>
        </>
      )}
    </section>
  );
}
