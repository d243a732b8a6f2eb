import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { holds } from './history.ts';

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
