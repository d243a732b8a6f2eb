// Builds the search index from the pages themselves, after they are written: what is marked `data-pagefind-body`, in each page's language.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { index, errors } = await createIndex({
          // A term is a button, and a word of its sentence; keys and choices of questions are no words.
          excludeSelectors: [
            '.term-pop',
            '.read > header > :not(h1)',
            '.ref-lessons',
            '.ref-cases',
            '.ref-flags',
            'button:not(.term)',
            'select',
            '.predict',
            '.opt .k',
          ],
        });
        if (!index) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: root });
        const written = await index.writeFiles({ outputPath: `${root}pagefind` });
        await close();
        for (const problems of [added.errors, written.errors]) if (problems.length > 0) throw new Error(problems.join('; '));
        logger.info(`${added.page_count} pages can be searched`);
      },
    },
  };
}
