import { defineCheck, met, unmet } from '../../check.ts';
import { named } from '../quote.ts';
import { HUB } from './with.ts';

export const registryTags = defineCheck(
  'registry-tags',
  { repository: 'name', tags: 'texts' },
  {
    about: { en: 'A repository of a registry has exactly these tags.', zh: '仓库中的这个镜像库恰好有这些标签。' },
    example: { repository: 'localhost:5000/web', tags: ['1', 'prod'] },
  },
  (input, { repository, tags }) => {
    const { registries } = input.after;
    const evidence = { reference: repository };
    const found = registries.tags(repository);
    if (!found && registries.host(repository) === HUB) return unmet('hub-not-pushed', { repository }, evidence);
    if (!found)
      return registries.answers(repository)
        ? unmet('registry-repository-missing', { repository }, evidence)
        : unmet('registry-silent', { host: registries.host(repository) }, evidence);
    const missing = tags.filter((tag) => !found.includes(tag));
    if (missing.length > 0) return unmet('registry-tags-lack', { repository, tags: named(missing, 6) }, evidence);
    const extra = found.filter((tag) => !tags.includes(tag));
    return extra.length > 0 ? unmet('registry-tags-extra', { repository, tags: named(extra, 6) }, evidence) : met(evidence);
  },
);
