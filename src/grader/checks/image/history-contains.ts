// Some row of the image's history contains a text, in its instruction or its comment.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const historyContains = defineCheck('history-contains', { image: 'reference', text: 'text' }, (input, { image, text }) =>
  withImages(input, [image], (facts) => {
    const found = facts?.history.some((row) => row.createdBy.includes(text) || row.comment.includes(text)) ?? false;
    return found ? met() : unmet('history-lacks', { image, text: JSON.stringify(text) }, { image: facts?.id ?? '' });
  }),
);
