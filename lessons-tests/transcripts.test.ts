import { expect, it } from 'vitest';
import { transcriptOf } from '../src/proof/index.ts';
import { lessons } from './play.ts';

// `node scripts/check-lesson.ts --keep ID` writes one anew, after its diff has been looked at.
it.each(lessons.filter(([, { scenes }]) => scenes.length > 0))('LES-132 %s shows the output that was looked at', async (id, lesson) => {
  await expect(await transcriptOf(lesson)).toMatchFileSnapshot(`transcripts/${id}.txt`);
});
