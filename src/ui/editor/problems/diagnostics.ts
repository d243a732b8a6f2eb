// Problems as CodeMirror underlines them and shows them when the pointer rests there.
import type { Locale } from '../../../i18n/index.ts';
import type { Fix, Problem } from '../../session/queries/editor.ts';
import type { Diagnostic } from '../code/code-mirror.ts';
import { element, link } from '../code/dom.ts';
import type { EditorWords } from '../words.ts';
import type { Explanations } from './explain.ts';
import { lessonFor } from './lessons.ts';

/** What the button of a fix says. */
export function fixText({ kind, code }: Fix, t: EditorWords): string {
  if (kind === 'secret') return t(code.startsWith('RUN') ? 'fix.secret' : 'fix.secret.plain', { code });
  return t(`fix.${kind}`, { code });
}

/** Whether a button shows code and no sentence. */
export const isCode = ({ kind }: Fix): boolean => kind === 'use' || kind === 'shell' || kind === 'default';

export interface Shown {
  readonly locale: Locale;
  readonly t: EditorWords;
  readonly explanations: Explanations;
  mend(problem: Problem, fix: Fix): void;
}

export function diagnosticOf(problem: Problem, length: number, { locale, t, explanations, mend }: Shown): Diagnostic {
  const { rule, severity, message, url, fixes } = problem;
  const lesson = lessonFor(rule, locale);
  return {
    from: Math.min(problem.from, length),
    to: Math.min(problem.to, length),
    severity,
    source: rule,
    message,
    renderMessage: () => {
      const text = element('div', 'ed-lint', element('p', '', element('b', '', rule || t('problems.error')), ` ${message}`));
      const explained = explanations[rule || 'error'];
      if (explained !== undefined) text.append(element('p', 'ed-lint-why', explained));
      if (url !== '' || lesson) {
        text.append(
          element(
            'p',
            'ed-lint-links',
            ...(lesson ? [link(lesson.href, t('problems.lesson', { title: lesson.title }))] : []),
            ...(url === '' ? [] : [link(url, t('problems.docs'), true)]),
          ),
        );
      }
      return text;
    },
    actions: fixes.map((fix) => ({ name: fixText(fix, t), markClass: isCode(fix) ? 'code' : '', apply: () => mend(problem, fix) })),
  };
}
