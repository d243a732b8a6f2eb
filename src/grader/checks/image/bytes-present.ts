import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { evidenceOf, placeOf } from './bytes.ts';

export const bytesPresent = defineCheck(
  'bytes-present',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'A text stands somewhere in the image: in a layer, its config or its history.',
      zh: '镜像的某处有这段文字：某一层、配置或历史里。',
    },
    example: { image: 'web:1', text: 's3cret' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) => {
      const place = placeOf(facts, text);
      return place ? met(evidenceOf(facts, place)) : unmet('bytes-none', { image, text: quote(text) }, { image: facts.id });
    }),
);
