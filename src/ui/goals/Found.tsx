// What the grader found, as a sentence: its words come with the first of them that is shown.

import type { GoalState } from '../../grader/index.ts';
import { explain } from '../../grader/words.ts';
import type { Locale } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';

export function Found({ finding, locale }: { readonly finding: GoalState['finding']; readonly locale: Locale }) {
  return <Inline text={explain(finding, locale)} />;
}
