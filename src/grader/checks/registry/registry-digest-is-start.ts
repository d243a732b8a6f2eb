import { defineCheck, met, unmet } from '../../check.ts';
import { shortDigest, withManifest } from './with.ts';

export const registryDigestIsStart = defineCheck(
  'registry-digest-is-start',
  { reference: 'reference' },
  {
    about: { en: 'A reference names the manifest that it named at the start.', zh: '引用仍指向开始时的那份清单。' },
    example: { reference: 'localhost:5000/web:1' },
  },
  (input, { reference }) =>
    withManifest(input, reference, (now) => {
      const before = input.before.registries.manifest(reference);
      if (!before) return unmet('registry-not-at-start', { reference }, { reference });
      return before.digest === now.digest
        ? met({ reference })
        : unmet('registry-moved', { reference, before: shortDigest(before.digest), now: shortDigest(now.digest) }, { reference });
    }),
);
