/** Go's path.Clean. */
export function cleanPath(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  return (absolute ? '/' : '') + parts.join('/') || '.';
}

/** Go's path.Join: empty elements do not count. */
export function joinPath(...elements: readonly string[]): string {
  const given = elements.filter((element) => element !== '');
  return given.length === 0 ? '' : cleanPath(given.join('/'));
}
