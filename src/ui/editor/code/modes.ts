// Languages: the Dockerfile's and the shell's come with the editor, others when a file of theirs is opened.
import { shell } from '@codemirror/legacy-modes/mode/shell';
import type { Extension } from '@codemirror/state';
import { dockerfileMode } from './dockerfile-mode.ts';
import type { Language } from './language.ts';
import { ignoreMode, jsonMode } from './small-modes.ts';
import { language } from './syntax/index.ts';

const modes: Readonly<Record<Language, () => Extension | Promise<Extension>>> = {
  dockerfile: () => language(dockerfileMode),
  shell: () => language(shell),
  ignore: () => language(ignoreMode),
  json: () => language(jsonMode),
  yaml: async () => language((await import('@codemirror/legacy-modes/mode/yaml')).yaml),
  python: async () => language((await import('@codemirror/legacy-modes/mode/python')).python),
  javascript: async () => language((await import('@codemirror/legacy-modes/mode/javascript')).javascript),
  go: async () => language((await import('@codemirror/legacy-modes/mode/go')).go),
  nginx: async () => language((await import('@codemirror/legacy-modes/mode/nginx')).nginx),
  toml: async () => language((await import('@codemirror/legacy-modes/mode/toml')).toml),
  html: async () => language((await import('@codemirror/legacy-modes/mode/xml')).html),
  css: async () => language((await import('@codemirror/legacy-modes/mode/css')).css),
  plain: () => [],
};

const made = new Map<Language, Extension>();

/** The colours of a language, or a promise of them. */
export function modeOf(name: Language): Extension | Promise<Extension> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const mode = modes[name]();
  if (!(mode instanceof Promise)) {
    made.set(name, mode);
    return mode;
  }
  return mode.then((loaded) => {
    made.set(name, loaded);
    return loaded;
  });
}
