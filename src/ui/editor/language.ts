// Which language a file is written in, by its name.
export type Language = 'dockerfile' | 'shell' | 'yaml' | 'plain';

export function languageOf(path: string): Language {
  const name = path.split('/').at(-1) ?? '';
  if (/(^|\.)(dockerfile|containerfile)(\.|$)/i.test(name)) return 'dockerfile';
  if (/\.ya?ml$/.test(name)) return 'yaml';
  if (/\.(sh|bash|ash)$/.test(name) || name.startsWith('.profile')) return 'shell';
  return 'plain';
}
