import { defineCheck, met, unmet } from '../../check.ts';
import { shortDigest, withManifests } from './with.ts';

export const registrySameDigest = defineCheck(
  'registry-same-digest',
  { a: 'reference', b: 'reference' },
  {
    about: { en: 'Two references name one manifest in their registries.', zh: '两个引用在仓库里指向同一份清单。' },
    example: { a: 'localhost:5000/web:1', b: 'localhost:5000/web:prod' },
  },
  (input, { a, b }) =>
    withManifests(input, a, b, (first, second) =>
      first.digest === second.digest
        ? met({ reference: a })
        : unmet(
            'registry-other-digest',
            { a, b, digestA: shortDigest(first.digest), digestB: shortDigest(second.digest) },
            { reference: a },
          ),
    ),
);
