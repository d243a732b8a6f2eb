// The rows of an image's history.
import type { HistoryFacts } from '../../input/images.ts';

export const holds =
  (text: string) =>
  ({ createdBy, comment }: HistoryFacts): boolean =>
    createdBy.includes(text) || comment.includes(text);
