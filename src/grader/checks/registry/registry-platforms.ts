import { defineCheck, met, unmet } from '../../check.ts';
import { withManifest } from './with.ts';

/** `v8` goes without saying for arm64. */
const sorted = (names: readonly string[]): string =>
  names
    .map((name) => name.replace(/\/arm64\/v8$/, '/arm64'))
    .sort()
    .join(', ');

export const registryPlatforms = defineCheck(
  'registry-platforms',
  { reference: 'reference', platforms: 'texts' },
  {
    about: {
      en: 'A reference names an index with exactly these platforms, or an image of the only one; attestations do not count.',
      zh: '引用指向的索引恰好有这些平台，或者是唯一平台的镜像；证明（attestation）不算。',
    },
    example: { reference: 'localhost:5000/web:1', platforms: ['linux/amd64', 'linux/arm64'] },
  },
  (input, { reference, platforms }) =>
    withManifest(input, reference, (facts) => {
      const found = sorted(facts.platforms);
      const wanted = sorted(platforms);
      return found === wanted ? met({ reference }) : unmet('registry-platforms', { reference, found, wanted }, { reference });
    }),
);
