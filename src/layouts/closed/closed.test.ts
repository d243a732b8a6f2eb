import { describe, expect, it } from 'vitest';
import { namesIn, withoutUnnamed } from './names.ts';
import { closedNames, shorten, withoutMessages } from './shorten.ts';

const sources = new Map([
  [
    'shelf.js',
    `export class Shelf {
  constructor() { this.hiddenBooks = []; this.title = 'x'; }
  addBook(book) { this.hiddenBooks.push({ pageCount: book.pageCount, style: {} }); return this; }
  neverCalled() { return this.alsoNever(); }
  alsoNever() { return 1; }
  open() { return this['spelledOut'](); }
  spelledOut() { return this.hiddenBooks.reduce((sum, { pageCount }) => sum + pageCount, 0); }
}
export const theme = { onlyWritten: 1 };`,
  ],
  ['use.js', `import { Shelf } from './shelf.js';\nexport const pages = () => new Shelf().addBook({ pageCount: 3 }).open();`],
]);
const outside = new Set(['push', 'reduce', 'title', 'style', 'open', 'constructor']);

describe('packages as a closed world', () => {
  it('LBV-21 names are closed that are made and read inside, and that neither a string nor anybody outside says', () => {
    expect([...closedNames(namesIn(sources), outside)].sort()).toEqual(['addBook', 'alsoNever', 'hiddenBooks', 'pageCount']);
  });
  it('LBV-21 methods that nobody names are left out, and what only they named', () => {
    const lean = withoutUnnamed(sources, new Set(['neverCalled', 'alsoNever', 'addBook']));
    expect(lean.get('shelf.js')).not.toMatch(/neverCalled|alsoNever/);
    expect(lean.get('shelf.js')).toMatch(/addBook/);
    expect(lean.get('use.js')).toBe(sources.get('use.js'));
  });
  it('LBV-21 what is said to programmers is left out, the error is not', () => {
    expect(withoutMessages('if (a) throw new RangeError("Invalid position " + a); throw new TypeError(`no ${b}`);')).toBe(
      'if (a) throw new RangeError("Invalid position " + a); throw new TypeError();',
    );
    expect(withoutMessages("throw new Error('x'), caught(new Error('y'))")).toBe("throw new Error(), caught(new Error('y'))");
  });
  it('LBV-21 one name is one name in all of the modules, and what they do is the same', async () => {
    const smaller = await shorten(sources, outside);
    expect([...smaller.values()].join('\n')).not.toMatch(/addBook|hiddenBooks|pageCount:|neverCalled/);
    expect(smaller.get('shelf.js')).toMatch(/spelledOut[\s\S]*onlyWritten/);
    const code = [...smaller.values()]
      .join('\n')
      .replace(/^import .*$/gm, '')
      .replace(/^export \{[\s\S]*?\};?$/gm, '')
      .replace(/^export /gm, '');
    expect(new Function(`${code}; return pages();`)()).toBe(3);
  });
});
