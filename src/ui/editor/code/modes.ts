// Languages: the Dockerfile's and the shell's come with the editor, others when a file of theirs is opened.
import { StreamLanguage } from '@codemirror/language';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import type { Extension } from '@codemirror/state';
import { dockerfileMode } from './dockerfile-mode.ts';
import type { Language } from './language.ts';
import { ignoreMode, jsonMode } from './small-modes.ts';

const modes: Readonly<Record<Language, () => Extension | Promise<Extension>>> = {
  dockerfile: () => StreamLanguage.define(dockerfileMode),
  shell: () => StreamLanguage.define(shell),
  ignore: () => StreamLanguage.define(ignoreMode),
  json: () => StreamLanguage.define(jsonMode),
  yaml: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/yaml')).yaml),
  python: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/python')).python),
  javascript: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/javascript')).javascript),
  go: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/go')).go),
  nginx: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/nginx')).nginx),
  toml: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/toml')).toml),
  html: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/xml')).html),
  css: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/css')).css),
  plain: () => [],
};

const made = new Map<Language, Extension>();

/** The colours of a language, or a promise of them. */
export function modeOf(language: Language): Extension | Promise<Extension> {
  const known = made.get(language);
  if (known !== undefined) return known;
  const mode = modes[language]();
  if (!(mode instanceof Promise)) {
    made.set(language, mode);
    return mode;
  }
  return mode.then((loaded) => {
    made.set(language, loaded);
    return loaded;
  });
}
