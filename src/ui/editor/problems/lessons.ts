// Which lesson tells more about a rule or an instruction. A lesson that exists is linked; the others are added as they come.
import { address, type Locale } from '../../../i18n/index.ts';

interface Lesson {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
}

const layerStack: Lesson = { id: 'layer-stack', title: { en: 'The layer stack', zh: '层的堆叠' } };

/** By rule or instruction. */
const lessons: Readonly<Record<string, Lesson>> = {
  SecretsUsedInArgOrEnv: layerStack,
  RUN: layerStack,
  COPY: layerStack,
  ADD: layerStack,
  FROM: layerStack,
};

export function lessonFor(key: string, locale: Locale): { readonly href: string; readonly title: string } | undefined {
  const lesson = lessons[key];
  return lesson && { href: address(locale, `learn/${lesson.id}/`), title: lesson.title[locale] };
}
