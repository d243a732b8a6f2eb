import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { evidenceOf, placeOf } from './bytes.ts';

export const bytesAbsent = defineCheck(
  'bytes-absent',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'A text stands nowhere in the image: in no layer, deleted files included, nor in its config or history.',
      zh: '镜像里任何地方都没有这段文字：各层（含被删掉的文件）、配置、历史里都没有。',
    },
    example: { image: 'web:1', text: 's3cret' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) => {
      const place = placeOf(facts, text);
      const values = { image, text: quote(text) };
      if (place === undefined) return met({ image: facts.id });
      if (place.in === 'config') return unmet('bytes-in-config', values, evidenceOf(facts, place));
      if (place.in === 'history') return unmet('bytes-in-history', values, evidenceOf(facts, place));
      return unmet('bytes-in-layer', { ...values, layer: place.layer, path: place.path }, evidenceOf(facts, place));
    }),
);
