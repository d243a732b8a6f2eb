// The preview of exercises for authors: pages of the dev server only, because they show every solution. A saved file shows at once.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from './read.ts';

const page = (name: string): string => fileURLToPath(new URL(`./pages/${name}.astro`, import.meta.url));

export function exercisePreview(): AstroIntegration {
  return {
    name: 'exercise-preview',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        const routes = { '[...lang]/authoring/exercises': 'index', '[...lang]/authoring/exercises/[lesson]/[exercise]': 'exercise' };
        for (const [pattern, name] of Object.entries(routes))
          injectRoute({ pattern: `/${pattern}/`, entrypoint: page(name), prerender: false });
      },
      'astro:server:setup': ({ server }) => {
        const content = contentRoot();
        server.watcher.add(content);
        server.watcher.on('change', (path) => {
          if (path.startsWith(content) && path.endsWith('.yaml')) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
