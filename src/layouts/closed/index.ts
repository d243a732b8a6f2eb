// The terminal and the editor as pages load them: the libraries they are made of, shortened as a closed world each.
// Knows which folder of ours talks to which packages. Refuses to build when another file does: a name it uses might be gone.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { outsideNames } from './outside.ts';
import { shorten } from './shorten.ts';

interface World {
  /** Who imports them. */
  readonly folder: string;
  readonly modules: readonly string[];
  /** Files below node_modules whose words stay as they are. */
  readonly types?: readonly string[];
  readonly files?: readonly string[];
}

const codeMirror = (name: string) => `@codemirror/${name}/dist/index.js`;
const mode = (name: string) => `@codemirror/legacy-modes/mode/${name}.js`;

const worlds: readonly World[] = [
  {
    folder: 'src/ui/terminal',
    modules: ['@xterm/xterm/lib/xterm.mjs', '@xterm/addon-fit/lib/addon-fit.mjs'],
    types: ['@xterm/xterm/typings/xterm.d.ts', '@xterm/addon-fit/typings/addon-fit.d.ts'],
  },
  {
    folder: 'src/ui/editor',
    modules: [
      ...['autocomplete', 'commands', 'lint', 'search', 'state', 'streamparser', 'view'].map(codeMirror),
      'style-mod/src/style-mod.js',
    ],
    // Their tokens are names of tags, and their tables are looked up by words of the text.
    files: ['css', 'go', 'javascript', 'nginx', 'python', 'shell', 'toml', 'xml', 'yaml'].map(mode),
  },
];

const root = new URL('../../../', import.meta.url);
const inProject = (path: string) => fileURLToPath(new URL(path, root));
const inPackages = (path: string) => realpathSync(inProject(`node_modules/${path}`));

export function closedPackages(): Plugin {
  const paths = worlds.map((world) => ({ ...world, modules: world.modules.map(inPackages) }));
  const folderOf = new Map(paths.flatMap(({ folder, modules }) => modules.map((path) => [path, folder])));
  let smaller: Promise<Map<string, string>> | undefined;
  const shortenAll = async (): Promise<Map<string, string>> => {
    const made = paths.map(({ folder, modules, types = [], files = [] }) => {
      const outside = outsideNames({ folders: [inProject(folder)], types: types.map(inPackages), files: files.map(inPackages) });
      return shorten(new Map(modules.map((path) => [path, readFileSync(path, 'utf8')])), outside);
    });
    return new Map((await Promise.all(made)).flatMap((one) => [...one]));
  };
  return {
    name: 'closed-packages',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    async load(id) {
      if (!folderOf.has(id)) return undefined;
      smaller ??= shortenAll();
      const code = (await smaller).get(id);
      return code === undefined ? undefined : { code, map: { mappings: '' } };
    },
    buildEnd() {
      for (const [path, folder] of folderOf) {
        const strangers = (this.getModuleInfo(path)?.importers ?? []).filter(
          (importer) => !importer.startsWith(inProject(folder)) && !importer.includes('/node_modules/'),
        );
        if (strangers.length > 0) this.error(`${strangers.join(', ')} imports what only ${folder} may: see src/layouts/closed`);
      }
    },
  };
}
