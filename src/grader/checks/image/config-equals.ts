// One list or text of the image's config, e.g. Cmd, Entrypoint, WorkingDir, User, is exactly this.
import { defineCheck, met, unmet, withImages } from '../../check.ts';
import type { ConfigFacts } from '../../input/index.ts';

const show = (value: unknown) => (value === undefined ? 'empty' : JSON.stringify(value));

export const configEquals = defineCheck(
  'config-equals',
  { image: 'reference', field: 'name', value: 'texts' },
  (input, { image, field, value }) =>
    withImages(input, [image], (facts) => {
      const found = facts?.config[field as keyof ConfigFacts];
      const list = found === undefined ? [] : Array.isArray(found) ? found : [String(found)];
      const equal = list.length === value.length && list.every((one, index) => one === value[index]);
      return equal ? met() : unmet('config-differs', { image, field, found: show(found), wanted: show(value) }, { image: facts?.id ?? '' });
    }),
);
