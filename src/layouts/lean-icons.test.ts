import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FolderInput } from 'lucide-preact';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import icon from './lean-icon.ts';
import { withoutKeys } from './lean-icons.ts';

const path = fileURLToPath(import.meta.resolve('lucide-preact')).replace(/dist\/.*$/, 'dist/esm/icons/folder-input.mjs');
const attributes = (html: string) =>
  html.replaceAll(/<svg ([^>]*)>/g, (_, list: string) => (list.match(/[\w:-]+="[^"]*"/g) ?? []).toSorted().join(' '));

describe('icons as pages load them', () => {
  it('LBV-23 an icon’s lines have no keys, and nothing else is gone', () => {
    const code = readFileSync(path, 'utf8');
    expect(code).toMatch(/key: "/);
    expect(withoutKeys(code)).not.toMatch(/key:/);
    expect(withoutKeys(code).match(/ d: "/g)).toHaveLength(3);
  });
  it('LBV-23 it is drawn as Lucide draws it', async () => {
    const { __iconData } = (await import(path)) as { __iconData: Parameters<typeof icon>[0] };
    const Lean = icon(__iconData);
    for (const props of [
      {},
      { size: 16 },
      { size: 14, strokeWidth: 1.75, class: 'a b' },
      { 'aria-label': 'x' },
      { color: 'red', width: 10 },
      { 'aria-hidden': 'true' as const, x: 3 },
    ])
      expect(attributes(renderToString(h(Lean, props)))).toBe(attributes(renderToString(h(FolderInput, props))));
  });
});
