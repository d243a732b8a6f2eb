/** Where a source of ADD comes from. */
export type SourceKind = 'local' | 'http' | 'git';

/**
 * Tells URLs and Git repositories from paths, as ADD does: scp-like `git@host:path`, `ssh://` and `git://` are Git, and so are http(s) addresses whose path
 * ends in `.git`. `github.com/…` without a scheme is a path.
 */
export function sourceKind(source: string): SourceKind {
  if (source.startsWith('./') || source.startsWith('../')) return 'local';
  const scheme = /^([a-zA-Z0-9]+):\/\//.exec(source)?.[1];
  if (scheme === undefined) return /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:/.test(source) ? 'git' : 'local';
  const lower = scheme.toLowerCase();
  if (lower === 'ssh' || lower === 'git') return 'git';
  const path = source.replace(/[?#].*$/s, '');
  if ((lower === 'http' || lower === 'https') && path.endsWith('.git')) return 'git';
  return source.startsWith('http://') || source.startsWith('https://') ? 'http' : 'local';
}
