// The way back from a lab that stands below the text, while there is one.
import { ArrowUp } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Words } from '../../i18n/index.ts';
import { backToText, readAt, watchPlace } from './below.ts';

export function BackToText({ t }: { readonly t: Words }) {
  useEffect(watchPlace, []);
  if (readAt.value === undefined) return null;
  return (
    <button type="button" class="btn back-to-text no-print" onClick={backToText}>
      <ArrowUp aria-hidden="true" />
      {t('lab.back')}
    </button>
  );
}
