import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { holds } from './history.ts';

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
