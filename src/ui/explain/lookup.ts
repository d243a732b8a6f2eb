// From an element or a line of output to its explanation, in one language.
import { type Locale, wordsOf } from '../../i18n/index.ts';
import type { Explanation, Remedy } from './contract.ts';
import { errors as errorsEn } from './errors.en.ts';
import { errorIn, errorOf, type Found, lessons } from './errors.ts';
import { errors as errorsZh } from './errors.zh.ts';
import { topicOfLine } from './lines.ts';
import { topics as topicsEn } from './topics.en.ts';
import { topics as topicsZh } from './topics.zh.ts';

const errorWords = wordsOf({ en: errorsEn, zh: errorsZh });

/** `run.event.die` is explained by `run.event` when it has no words of its own, and that by `run`. */
export function explanationOf(name: string, locale: Locale): Explanation | undefined {
  for (let topic = name; topic !== ''; topic = topic.includes('.') ? topic.slice(0, topic.lastIndexOf('.')) : '') {
    if (!(topic in topicsEn)) continue;
    const found: Explanation = topicsEn[topic as keyof typeof topicsEn];
    const words = locale === 'en' ? found : topicsZh[topic as keyof typeof topicsEn];
    return { title: words.title, text: words.text, ...(found.lesson ? { lesson: found.lesson } : {}) };
  }
  return undefined;
}

export function remedyOf({ error, values }: Found, locale: Locale): Remedy {
  const t = errorWords(locale);
  const lesson = lessons[error];
  return {
    means: t(`${error}.means`, values),
    attempt: t(`${error}.try`, values),
    ...(lesson ? { lesson } : {}),
    ...(error === 'not-simulated' ? { fidelity: true as const } : {}),
  };
}

/** What a line of output is: an error with its remedy, or a topic. */
export function explainLine(line: string, locale: Locale): Explanation | Remedy | undefined {
  const error = errorIn(line);
  return error ? remedyOf(error, locale) : explanationOf(topicOfLine(line), locale);
}

/** The remedy for a command that failed, if its output tells an error that we know. */
export function remedyFor(output: string, locale: Locale): Remedy | undefined {
  const found = errorOf(output);
  return found && remedyOf(found, locale);
}
