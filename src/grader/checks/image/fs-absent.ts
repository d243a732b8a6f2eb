// A path cannot be seen in the image; a lower layer may still hold it.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const fsAbsent = defineCheck('fs-absent', { image: 'reference', path: 'path' }, (input, { image, path }) =>
  withImages(input, [image], (facts) =>
    facts?.stat(path) ? unmet('fs-absent', { image, path }, { image: facts.id, paths: [path] }) : met(),
  ),
);
