// In the browser only the words of the page's language are loaded. In a page's chunk `import { zh } from './words.zh.ts'` becomes an import
// of /_astro/en/words.HASH.js, and an import map of Chinese pages says that whatever is in /_astro/en/ is to be had in /_astro/zh/: a page has
// one language, so nobody looks into the other book there. The words of what every lab shows come in one piece. Nothing waits while modules
// are run: WebKit's import() gives a module whose imports still wait before it has run. SSR, workers and tests have both languages.

import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { eachPage } from './built-pages.ts';

/** A book imported as a value; what is only a type is gone when this is read. */
const book = /import\s*\{\s*(en|zh)\s*\}\s*from\s*["']\.\/((?:(?:words\.)?(?:en|zh)|words\/(?:en|zh)\/index)\.ts)["'];?/g;
/** The parts that every lab shows: their books come together. */
const always = ['i18n', 'ui/editor', 'ui/explain', 'ui/stack', 'ui/terminal', 'ui/timeline'];
const source = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'zh'] as const;
const mapped = /^\/_astro\/en\//;

const partOf = (id: string) => /\/src\/((?:ui\/)?[^/]+)\/[^/]+\.ts$/.exec(id)?.[1];
/** The same book in another language. */
const inLanguage = (file: string, language: string) => file.replace(/\b(?:en|zh)(?=(?:\/index)?\.ts$)/, language);

/** What the file of an imported book exports, with `en` where its language stands. */
function textOf(folder: string, file: string): string {
  const part = always.indexOf(partOf(`${folder}/words.ts`) ?? '');
  if (part < 0) return `export { en as book } from '${join(folder, inLanguage(file, 'en'))}';`;
  // Of the words that every page has, those that code says: see src/i18n.
  return always
    .map((one, index) => `export { en as part${index} } from '${join(source, one, one === 'i18n' ? 'code.en.ts' : 'words.en.ts')}';`)
    .join('\n');
}

/** The page's module with its own language's book, or undefined when it imports none. `addressOf` makes the file that exports the text. */
export async function oneLanguage(code: string, id: string, addressOf: (text: string) => Promise<string>): Promise<string | undefined> {
  const address = new Map<string, string>();
  for (const [, , file = ''] of code.matchAll(book)) address.set(file, await addressOf(textOf(dirname(id), file)));
  if (address.size === 0) return undefined;
  const part = always.indexOf(partOf(id) ?? '');
  return code.replace(
    book,
    (_, name: string, file: string) => `import { ${part < 0 ? 'book' : `part${part}`} as ${name} } from '${address.get(file)}';`,
  );
}

/** The text of a book in a language, with all that it is made of. */
async function bound(text: string, language: string): Promise<string> {
  const contents = text.replaceAll(/\ben(?= as |(?:\/index)?\.ts')/g, language);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source, loader: 'ts' },
    ...{ bundle: true, write: false, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none' },
  });
  return outputFiles?.[0]?.text ?? '';
}

export function pageLanguage(): Plugin {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'page-language',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (mapped.test(id) ? { id, external: 'absolute' } : undefined),
    transform: {
      filter: { id: /\/src\/(?:(?:ui|i18n)\/.*|grader\/words)\.ts$/ },
      handler(code, id) {
        const make = async (text: string): Promise<string> => {
          const books = await Promise.all(languages.map((language) => bound(text, language)));
          const name = `words.${createHash('sha256').update(books.join()).digest('base64url').slice(0, 8)}.js`;
          for (const [index, language] of languages.entries())
            this.emitFile({ type: 'asset', fileName: `_astro/${language}/${name}`, source: books[index] ?? '' });
          return `/_astro/en/${name}`;
        };
        return oneLanguage(code, id, (text) => {
          const address = made.get(text) ?? make(text);
          made.set(text, address);
          return address;
        });
      },
    },
  };
}

/** A Chinese page with the map of its words, before anything that is a module. */
export function withWords(html: string): string {
  const map = '<script type="importmap">{"imports":{"/_astro/en/":"/_astro/zh/"}}</script>';
  return /<html[^>]* lang="zh/.test(html) ? html.replace('<head>', `<head>${map}`) : html;
}

export function pageWords(): AstroIntegration {
  return {
    name: 'page-words',
    hooks: {
      'astro:build:done': ({ dir }) => eachPage(fileURLToPath(dir), withWords),
    },
  };
}
