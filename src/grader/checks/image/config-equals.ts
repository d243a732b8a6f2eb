import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { list, sameList } from '../quote.ts';
import { listOf, lists, show } from './config.ts';

/** Sets have no order; lists of words do. */
const unordered: ReadonlySet<string> = new Set(['ExposedPorts', 'Volumes']);

export const configEquals = defineCheck(
  'config-equals',
  { image: 'reference', field: lists, value: 'texts' },
  {
    about: {
      en: 'A field of the config is exactly this list; a single text is a list of one, `[]` is an empty field. The shell form is `["/bin/sh", "-c", "…"]`.',
      zh: '配置里的一个字段恰好是这个列表；单个文字写成一项的列表，空字段写 `[]`。shell 形式是 `["/bin/sh", "-c", "…"]`。',
    },
    example: { image: 'web:1', field: 'Cmd', value: ['nginx', '-g', 'daemon off;'] },
  },
  (input, { image, field, value }) =>
    withImage(input, image, (facts) => {
      const order = (list: readonly string[]) => (unordered.has(field) ? [...list].sort() : list);
      const found = order(listOf(facts, field));
      const wanted = order(value);
      const evidence = { image: facts.id };
      if (sameList(found, wanted)) return met(evidence);
      if (found.length === 0) return unmet('config-differs-empty', { image, field, wanted: list(value) }, evidence);
      return unmet('config-differs', { image, field, found: show(facts, field), wanted: list(value) }, evidence);
    }),
);
