// placeholder until the parts exist
import type { Exercise, StartData } from '../../course/index.ts';
import { type Locale, words } from '../../i18n/index.ts';

interface Props {
  readonly id: string;
  readonly locale: Locale;
  readonly layout: 'lesson' | 'sandbox' | 'front';
  readonly start: StartData;
  readonly ready?: string;
  readonly tries: readonly string[];
  readonly exercise?: Exercise;
}

export function Lab({ locale, layout }: Props) {
  const t = words(locale);
  return <section class={`lab ${layout}`} aria-label={t('lab.label')} />;
}
