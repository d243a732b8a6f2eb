// A path exists in the image, seen through all layers.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const fsHas = defineCheck('fs-has', { image: 'reference', path: 'path' }, (input, { image, path }) =>
  withImages(input, [image], (facts) =>
    facts?.stat(path)
      ? met({ image: facts.id, paths: [path] })
      : unmet('fs-missing', { image, path }, { image: facts?.id ?? '', paths: [path] }),
  ),
);
