// Which language a file is written in, by its name.
export type Language =
  | 'dockerfile'
  | 'shell'
  | 'yaml'
  | 'json'
  | 'ignore'
  | 'python'
  | 'javascript'
  | 'go'
  | 'nginx'
  | 'toml'
  | 'html'
  | 'css'
  | 'plain';

const byEnd: readonly (readonly [RegExp, Language])[] = [
  [/(^|\.)(dockerfile|containerfile)(\.|$)/i, 'dockerfile'],
  [/(^|\.)(docker|git)ignore$/i, 'ignore'],
  [/\.ya?ml$/, 'yaml'],
  [/\.(sh|bash|ash)$|^\.(profile|bashrc|bash_profile)$|^\.env(\.|$)/, 'shell'],
  [/\.json$/, 'json'],
  [/\.py$/, 'python'],
  [/\.[cm]?[jt]sx?$/, 'javascript'],
  [/\.go$|^go\.mod$/, 'go'],
  [/(^nginx|\.nginx)\.conf$|^default\.conf$/, 'nginx'],
  [/\.(toml|ini|cfg)$/, 'toml'],
  [/\.(html?|xml|svg)$/, 'html'],
  [/\.css$/, 'css'],
];

export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // The ignore file of one Dockerfile is called like it.
  if (/\.dockerignore$/i.test(name)) return 'ignore';
  return byEnd.find(([pattern]) => pattern.test(name))?.[1] ?? 'plain';
}
