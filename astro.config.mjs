import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { exercisePreview } from './src/authoring/integration.ts';
import { closedPackages } from './src/layouts/closed/index.ts';
import { contentSecurityPolicy } from './src/layouts/content-security-policy.ts';
import { digestsLater } from './src/layouts/digests-later.ts';
import { labAhead } from './src/layouts/lab-ahead.ts';
import { lateStyles } from './src/layouts/late-styles.ts';
import { leanIcons } from './src/layouts/lean-icons.ts';
import { offline } from './src/layouts/offline.ts';
import { pageLanguage, pageWords } from './src/layouts/one-language.ts';
import { searchIndex } from './src/layouts/search-index.ts';
import { wholeWords } from './src/ui/text/whole.ts';

/** Modules of labs and widgets that several chunks share. */
const together =
  /node_modules\/(?:preact|@preact|lucide-preact)\/|\/src\/(?:i18n|ui\/(?!theme|run|browser|matrix|predict|quiz|map|session\/engine-worker|lab\/island|offline\/lab-touched|keep\/(?:link|words)|certificate|file-drop))/;

/** Small things that panes and pictures of the lab share, without words and styles: those of a picture come with it. */
const pieces =
  /\/src\/ui\/(?:picture\/(?:instruction|paint|graded|selection)|session\/(?:view\/|client)|editor\/files\/(?:paths|rows)|editor\/code\/(?:dom|language)|focus\/|terminal\/(?:record\/|line-editor\/width)|shortcuts\/setting|stack\/(?:codes|model|use-query))[^.]*\.ts$/;

/** What the editor and everything that opens in it are made of. */
const codeMirror =
  /node_modules\/(?:@codemirror\/(?:state|view|commands|streamparser)|style-mod|w3c-keyname|crelt)\/|\/src\/ui\/editor\/code\/(?:syntax\/|clusters|code-mirror|look\.|marked-lines|modes|small-modes|dockerfile-mode)|legacy-modes\/mode\/shell/;

/** A module of the text's, by its name. */
const inEditor = (path) => fileURLToPath(new URL(`src/ui/editor/code/${path}`, import.meta.url));

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
    processor: unified({ remarkPlugins: [remarkCjkFriendly], rehypePlugins: [wholeWords], smartypants: false }),
  },
  build: { inlineStylesheets: 'never' },
  integrations: [
    preact(),
    mdx(),
    searchIndex(),
    pageWords(),
    contentSecurityPolicy(),
    lateStyles(),
    labAhead(),
    exercisePreview(),
    // Last: it lists the files as they are in the end.
    offline(),
    {
      name: 'client-touch',
      hooks: {
        'astro:config:setup': ({ addClientDirective }) => {
          addClientDirective({ name: 'touch', entrypoint: './src/ui/lab/touch.ts' });
          addClientDirective({ name: 'touched', entrypoint: './src/ui/small-lab/touched.ts' });
        },
      },
    },
  ],
  vite: {
    plugins: [pageLanguage(), closedPackages(), leanIcons()],
    // What CodeMirror's commands ask about a language, ours answer: its own package parses grammars, which no language here has.
    resolve: {
      alias: [
        { find: /^@codemirror\/language$|^@lezer\/common$/, replacement: inEditor('syntax/index.ts') },
        { find: '@marijn/find-cluster-break', replacement: inEditor('clusters.ts') },
      ],
    },
    optimizeDeps: { exclude: ['@codemirror/commands', '@codemirror/autocomplete'] },
    build: { assetsInlineLimit: 0 },
    // What is needed at once comes in few pieces: forty small files take longer than their bytes.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // Pages without a lab need it too, and nothing else of what labs share.
                  { name: 'progress', test: /\/src\/ui\/progress\/store\.ts$/, priority: 5 },
                  // What a page fetches before its lab is touched is small: the machine's start, Preact, and nothing of the lab.
                  { name: 'preload', test: /vite\/preload-helper/, priority: 4 },
                  { name: 'preact', test: /node_modules\/(?:preact|@preact|@astrojs\/preact)\//, priority: 3 },
                  { name: 'shared', test: together, tags: ['$initial'], minShareCount: 2, priority: 2 },
                  // What parts of the lab share is small: a file for each icon weighs twice what it draws.
                  { name: 'icons', test: /lucide-preact\/dist\/esm\/icons\//, minShareCount: 2 },
                  { name: 'pieces', test: pieces, minShareCount: 2 },
                  { name: 'codemirror', test: codeMirror },
                ],
              },
            },
          },
        },
      },
    },
    worker: {
      format: 'es',
      plugins: () => [digestsLater()],
      // The worker's own module is in no chunk that another one imports: WebKit would run it again.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'engine', tags: ['$initial'], test: /^(?!.*\/ui\/session\/worker\.ts$)/ }] } },
      },
    },
  },
});
