import { describe, expect, it } from 'vitest';
import { oneLanguage, withWords } from './one-language.ts';

const texts: string[] = [];
const name = async (text: string) => `/_astro/en/words.${texts.push(text)}.js`;
const changed = (code: string, id: string) => {
  texts.length = 0;
  return oneLanguage(code, id, name);
};

describe('words of the page’s language', () => {
  it('LBV-17 a part that is loaded when opened has a file of its own, whatever the language is', async () => {
    expect(await changed("import { zh } from './words.zh.ts';\nuse(zh);", '/x/src/ui/store/words.ts')).toBe(
      "import { book as zh } from '/_astro/en/words.1.js';\nuse(zh);",
    );
    expect(texts).toEqual(["export { en as book } from '/x/src/ui/store/words.en.ts';"]);
  });
  it('LBV-17 what the grader says is a book as well', async () => {
    expect(await changed('import { en } from "./words/en/index.ts";', '/x/src/grader/words.ts')).toBe(
      "import { book as en } from '/_astro/en/words.1.js';",
    );
    expect(texts[0]).toContain('/words/en/index.ts');
  });
  it('LBV-17 parts that every lab shows share one book', async () => {
    expect(await changed('import { en } from "./en.ts";', '/x/src/i18n/t.ts')).toBe("import { part0 as en } from '/_astro/en/words.1.js';");
    expect(texts[0]).toContain('ui/terminal/words.en.ts');
  });
  it('LBV-17 other modules stay as they are', async () => {
    expect(await changed("import { zh } from './docs.zh.ts';", '/x/src/ui/editor/completion/docs.ts')).toBeUndefined();
  });
  it('LBV-17 a Chinese page finds its own books at these addresses, an English one needs no map', () => {
    expect(withWords('<html lang="zh-CN"><head><title>')).toBe(
      '<html lang="zh-CN"><head><script type="importmap">{"imports":{"/_astro/en/":"/_astro/zh/"}}</script><title>',
    );
    expect(withWords('<html lang="en"><head>')).toBe('<html lang="en"><head>');
  });
});
