import { defineCheck, met, unmet } from '../../check.ts';
import { shortDigest, withManifests } from './with.ts';

export const registryOtherDigest = defineCheck(
  'registry-other-digest',
  { a: 'reference', b: 'reference' },
  {
    about: { en: 'Two references name two manifests in their registries.', zh: '两个引用在仓库里指向两份不同的清单。' },
    example: { a: 'localhost:5000/web:1', b: 'localhost:5000/web:2' },
  },
  (input, { a, b }) =>
    withManifests(input, a, b, (first, second) =>
      first.digest === second.digest
        ? unmet('registry-same-digest', { a, b, digest: shortDigest(first.digest) }, { reference: a })
        : met({ reference: a }),
    ),
);
