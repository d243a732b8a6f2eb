import { describe, expect, it } from 'vitest';
import { oneLanguage } from './one-language.ts';

describe('words of the page’s language', () => {
  it('LBV-17 a part that is loaded when opened waits for its own book', () => {
    expect(oneLanguage("import { zh } from './words.zh.ts';\nuse(zh);", '/x/src/ui/store/words.ts')).toBe(
      "const zh = document.documentElement.lang.startsWith('zh') ? (await import('./words.zh.ts')).zh : {};\nuse(zh);",
    );
  });
  it('LBV-17 what the grader says is a book as well', () => {
    expect(oneLanguage('import { en } from "./words/en/index.ts";', '/x/src/grader/words.ts')).toBe(
      "const en = document.documentElement.lang.startsWith('en') ? (await import('./words/en/index.ts')).en : {};",
    );
  });
  it('LBV-17 parts that every lab shows share one book', () => {
    expect(oneLanguage('import { en } from "./en.ts";', '/x/src/i18n/t.ts')).toBe("import { part0 as en } from 'virtual:page-book';");
  });
  it('LBV-17 other modules stay as they are', () => {
    expect(oneLanguage("import { zh } from './docs.zh.ts';", '/x/src/ui/editor/completion/docs.ts')).toBeUndefined();
  });
});
