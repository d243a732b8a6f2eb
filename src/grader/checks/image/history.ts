// The rows of an image's history.
import { defineCheck, met, unmet, withImage } from '../../check.ts';
import type { HistoryFacts } from '../../input/images.ts';
import { quote } from '../quote.ts';

export const historyRows = defineCheck(
  'history-rows',
  { image: 'reference', count: 'number' },
  {
    about: { en: 'The history has so many rows, empty ones included.', zh: '历史有这么多行，空行也算。' },
    example: { image: 'web:1', count: 4 },
  },
  (input, { image, count }) =>
    withImage(input, image, (facts) => {
      const found = facts.history.length;
      return found === count ? met({ image: facts.id }) : unmet('history-rows', { image, found, wanted: count }, { image: facts.id });
    }),
);

const holds =
  (text: string) =>
  ({ createdBy, comment }: HistoryFacts): boolean =>
    createdBy.includes(text) || comment.includes(text);

export const historyContains = defineCheck(
  'history-contains',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'Some row of the history contains a text, in its instruction or its comment.',
      zh: '历史的某一行在指令或注释里含有这段文字。',
    },
    example: { image: 'web:1', text: 'LABEL' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) =>
      facts.history.some(holds(text))
        ? met({ image: facts.id })
        : unmet('history-lacks', { image, text: quote(text) }, { image: facts.id }),
    ),
);

export const historyLacks = defineCheck(
  'history-lacks',
  { image: 'reference', text: 'text' },
  {
    about: { en: 'No row of the history contains a text.', zh: '历史里没有一行含有这段文字。' },
    example: { image: 'web:1', text: 'TOKEN=' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) => {
      const row = facts.history.find(holds(text));
      if (!row) return met({ image: facts.id });
      return unmet(
        'history-has',
        { image, text: quote(text), row: quote(row.createdBy.includes(text) ? row.createdBy : row.comment) },
        { image: facts.id },
      );
    }),
);
