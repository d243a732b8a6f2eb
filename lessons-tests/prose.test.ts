import { describe, expect, it } from 'vitest';
import { checkFolder } from '../src/proof/index.ts';
import { context, folders } from './play.ts';

describe('the files of a lesson', () => {
  it.each(folders)('LES-130 %s agrees with itself, in both languages, and with the plan', async (folder) => {
    const { problems } = await checkFolder(context, folder, { play: false });
    expect(problems.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });
});
