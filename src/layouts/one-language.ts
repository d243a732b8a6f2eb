// In the browser only the words of the page's language are loaded. In a page's chunk `import { zh } from './words.zh.ts'` becomes an
// import that waits for the book when the page is in that language, and an empty record when it is not: a page has one language, so
// nobody looks into the other book there. The words of what every lab shows come in one piece. SSR, workers and tests have both languages.

import type { Plugin } from 'vite';

/** A book imported as a value; what is only a type is gone when this is read. */
const book = /import\s*\{\s*(en|zh)\s*\}\s*from\s*["']\.\/((?:(?:words\.)?(?:en|zh)|words\/(?:en|zh)\/index)\.ts)["'];?/g;
/** The parts that every lab shows: their books come together. */
const always = ['i18n', 'ui/editor', 'ui/explain', 'ui/shortcuts', 'ui/stack', 'ui/terminal', 'ui/timeline'];
const shared = 'virtual:page-book';

const isShown = (name: string) => `document.documentElement.lang.startsWith('${name}')`;
const partOf = (id: string) => /\/src\/((?:ui\/)?[^/]+)\/[^/]+\.ts$/.exec(id)?.[1];

/** The page's module with its own language's book, or undefined when it imports none. */
export function oneLanguage(code: string, id: string): string | undefined {
  const part = always.indexOf(partOf(id) ?? '');
  const found = code.replace(book, (_, name: string, file: string) =>
    part < 0
      ? `const ${name} = ${isShown(name)} ? (await import('./${file}')).${name} : {};`
      : `import { part${part} as ${name} } from '${shared}';`,
  );
  return found === code ? undefined : found;
}

const parts = always.map((_, index) => `part${index}`);
const pieces = (language: string) =>
  always.map(
    // Of the words that every page has, those that code says: see src/i18n.
    (part, index) => `export { ${language} as part${index} } from '/src/${part}/${part === 'i18n' ? 'code' : 'words'}.${language}.ts';`,
  );

export function pageLanguage(): Plugin {
  return {
    name: 'page-language',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(shared) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${shared}`)
        return `export const { ${parts.join(', ')} } = ${isShown('zh')} ? await import('${shared}/zh') : await import('${shared}/en');`;
      return id.startsWith(`\0${shared}/`) ? pieces(id.slice(-2)).join('\n') : undefined;
    },
    transform: {
      filter: { id: /\/src\/(?:(?:ui|i18n)\/.*|grader\/words)\.ts$/ },
      handler: (code, id) => oneLanguage(code, id),
    },
  };
}
