import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { contentSecurityPolicy } from './src/layouts/content-security-policy.ts';

export default defineConfig({
  output: 'static',
  // Where it will be served, for links between the languages; without it pages carry none, since those must be absolute.
  ...(process.env.STRATA_URL ? { site: process.env.STRATA_URL } : {}),
  outDir: './dist/site',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  i18n: {
    defaultLocale: 'en',
    locales: ['en', { path: 'zh-cn', codes: ['zh-CN'] }],
    routing: { prefixDefaultLocale: false },
  },
  markdown: {
    syntaxHighlight: false,
    // The default processor ignores remark plugins, and without this one `**注意：**镜像` keeps its asterisks.
    processor: unified({ remarkPlugins: [remarkCjkFriendly], smartypants: false }),
  },
  build: { inlineStylesheets: 'never' },
  integrations: [
    preact(),
    mdx(),
    contentSecurityPolicy(),
    {
      name: 'client-touch',
      hooks: {
        'astro:config:setup': ({ addClientDirective }) => addClientDirective({ name: 'touch', entrypoint: './src/ui/lab/touch.ts' }),
      },
    },
  ],
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
  },
});
