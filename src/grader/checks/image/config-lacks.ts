import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { listOf, lists, show } from './config.ts';

const fields = `${lists}|Env|Labels|Healthcheck` as const;

export const configLacks = defineCheck(
  'config-lacks',
  { image: 'reference', field: fields },
  { about: { en: 'A field of the config is empty.', zh: '配置里的一个字段是空的。' }, example: { image: 'web:1', field: 'Entrypoint' } },
  (input, { image, field }) =>
    withImage(input, image, (facts) => {
      if (listOf(facts, field).length === 0) return met({ image: facts.id });
      return unmet('config-set', { image, field, found: show(facts, field) }, { image: facts.id });
    }),
);
