// Icons as pages load them: without the keys by which their lines would be told apart if they ever changed places, and with what our pages say of an icon:
// size, colour, width of its lines, classes, further attributes. Theirs knows contexts, aliases and lines that do not scale.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

export function leanIcons(): Plugin {
  return {
    name: 'lean-icons',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    resolveId: {
      filter: { id: /createLucideIcon\.mjs$/ },
      handler: (_id, importer) =>
        importer !== undefined && isIcon.test(importer) ? fileURLToPath(new URL('lean-icon.ts', import.meta.url)) : undefined,
    },
    transform: {
      filter: { id: isIcon },
      handler: (code) => ({ code: withoutKeys(code), map: null }),
    },
  };
}

const isIcon = /lucide-preact\/dist\/esm\/icons\/[^/]+\.mjs$/;

/** An icon's module without `key: "…"` in the attributes of its lines. */
export const withoutKeys = (code: string): string => code.replace(/,\s*key: "[a-z0-9]+"/g, '');
