import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';

export const configLabelIsDigest = defineCheck(
  'config-label-is-digest',
  { image: 'reference', label: 'name', reference: 'reference' },
  {
    about: {
      en: 'A label holds the registry digest of another image that is here, such as that of the base.',
      zh: 'label 里是机器上另一个镜像（例如基础镜像）在仓库里的摘要。',
    },
    example: { image: 'web:1', label: 'org.opencontainers.image.base.digest', reference: 'alpine:3.22' },
  },
  (input, { image, label, reference }) =>
    withImage(input, image, (facts) =>
      withImage(input, reference, (other) => {
        const repository = reference.slice(0, reference.lastIndexOf(':'));
        const digests = other.digests.filter((one) => one.startsWith(`${repository}@`)).map((one) => one.slice(repository.length + 1));
        const wanted = digests[0];
        if (wanted === undefined) return unmet('label-no-digest', { image: reference }, { image: other.id });
        const found = facts.config.Labels?.[label];
        if (found === undefined) return unmet('config-label-none', { image, label }, { image: facts.id });
        if (digests.includes(found)) return met({ image: facts.id });
        return unmet('config-label', { image, label, found: quote(found), wanted: quote(wanted) }, { image: facts.id });
      }),
    ),
);
