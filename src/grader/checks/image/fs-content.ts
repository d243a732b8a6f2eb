// A regular file seen through all layers reads exactly so.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const fsContent = defineCheck('fs-content', { image: 'reference', path: 'path', text: 'text' }, (input, { image, path, text }) =>
  withImages(input, [image], (facts) => {
    const found = facts?.text(path);
    const evidence = { image: facts?.id ?? '', paths: [path] };
    if (found === undefined) return unmet('fs-missing', { image, path }, evidence);
    return found === text
      ? met(evidence)
      : unmet('fs-content', { image, path, found: JSON.stringify(found.slice(0, 60)), wanted: JSON.stringify(text) }, evidence);
  }),
);
