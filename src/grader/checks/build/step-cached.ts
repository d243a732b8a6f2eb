import { defineCheck, met, unmet } from '../../check.ts';
import { isTrue } from '../../params.ts';
import { withBuild } from './with.ts';

export const stepCached = defineCheck(
  'step-cached',
  { image: 'reference', step: 'text', cached: 'flag' },
  {
    about: {
      en: 'In the last build that made the image, the first step whose text contains `step` came from the cache (`cached: true`) or was run (`false`).',
      zh: '在最后一次产生该镜像的构建里，文字含有 `step` 的第一个步骤来自缓存（`cached: true`）或被执行（`false`）。',
    },
    example: { image: 'web:1', step: 'npm ci', cached: true },
  },
  (input, { image, step, cached }) =>
    withBuild(input, image, (build, id) => {
      const found = build.steps.find((one) => one.text.includes(step) && one.state !== 'none');
      if (!found) return unmet('step-none', { image, step, number: build.number }, { image: id });
      if (found.state === (isTrue(cached) ? 'cached' : 'ran')) return met({ image: id });
      return unmet(isTrue(cached) ? 'step-ran' : 'step-cached', { image, step: found.text, number: build.number }, { image: id });
    }),
);
