// Addresses in style sheets. Pure.

const URL_OR_IMPORT = /@import\s+(?:url\(\s*)?(["']?)([^"')\s;]+)\1\s*\)?[^;]*;?|url\(\s*(["']?)([^"')]*?)\3\s*\)/gi;

export interface StyleReference {
  readonly address: string;
  readonly kind: 'import' | 'url';
}

/** What a style sheet would fetch, in order, each once. */
export function referencesOf(css: string): StyleReference[] {
  const found = new Map<string, StyleReference>();
  for (const [, , imported, , used] of css.matchAll(URL_OR_IMPORT)) {
    const address = imported ?? used ?? '';
    if (address !== '' && !/^(data:|#)/i.test(address)) found.set(address, { address, kind: imported === undefined ? 'url' : 'import' });
  }
  return [...found.values()];
}

/** The style sheet with what was fetched in its place: imports as their text, other addresses as data addresses; the rest is taken out. */
export function withReferences(css: string, imports: ReadonlyMap<string, string>, data: ReadonlyMap<string, string>): string {
  return css.replace(URL_OR_IMPORT, (whole, _q: string, imported: string | undefined, _r: string, used: string | undefined) => {
    if (imported !== undefined) return imports.get(imported) ?? '';
    if (used === undefined || /^(data:|#)/i.test(used)) return whole;
    const found = data.get(used);
    return found === undefined ? 'none' : `url("${found}")`;
  });
}
